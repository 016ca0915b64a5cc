import type { Dockerfile, Flag, Instruction, Word } from '../../../dockerfile/ast';
import { lex } from '../../../dockerfile/lexer';
import { documentSpan, type MappedText } from '../../../text/mapped-text';
import type { Span } from '../../../text/span';

/** A variable that a text asks for; `at` is its name alone. */
export interface VariableUse {
  readonly name: string;
  readonly at: Span;
}

/**
 * The variables that BuildKit's lexer looks up in a text, each name once, where it first stands. Other than
 * `variableReferences` this has positional and special parameters too (`$1`, `$@`), which BuildKit looks up like names.
 * Where Docker would refuse the text, those before the fault.
 */
export function variablesIn(text: string, escape: string): readonly VariableUse[] {
  if (!text.includes('$')) return [];
  const found = new Map<string, VariableUse>();
  try {
    lex(text, {
      escape,
      onVariable({ name, start }) {
        const at = text.charAt(start + 1) === '{' ? start + 2 : start + 1;
        const before = found.get(name);
        if (!before || at < before.at.start)
          found.set(name, { name, at: { start: at, end: at + name.length } });
      },
    });
  } catch {
    // Half-typed or faulty: what was found so far holds.
  }
  return [...found.values()];
}

/** Those of a word of an instruction, placed in the document. */
export function variablesOfWord(
  word: Word,
  { body }: Instruction,
  { text, escape }: Dockerfile,
): readonly VariableUse[] {
  const { span, decoded, raw } = word;
  const source = text.slice(span.start, span.end);
  const shift = decoded === undefined ? 0 : 1;
  const isPlain = source === (decoded === undefined ? raw : `"${decoded}"`);
  const place = (at: Span): Span => {
    if (isPlain) return { start: span.start + shift + at.start, end: span.start + shift + at.end };
    // Escapes in a JSON string move what follows them.
    if (decoded !== undefined) return span;
    const first = indexOf(body, span.start);
    return documentSpan(body, first + at.start, first + at.end);
  };
  return variablesIn(decoded ?? raw, escape).map(({ name, at }) => ({ name, at: place(at) }));
}

/** Those of a part of a flag's value; `from` is where the part begins in the value. */
export function variablesOfFlag(
  part: string,
  from: number,
  { value, valueSpan, span }: Flag,
  { text, escape }: Dockerfile,
): readonly VariableUse[] {
  const isPlain = valueSpan !== undefined && text.slice(valueSpan.start, valueSpan.end) === value;
  return variablesIn(part, escape).map(({ name, at }) => ({
    name,
    at: isPlain
      ? { start: valueSpan.start + from + at.start, end: valueSpan.start + from + at.end }
      : (valueSpan ?? span),
  }));
}

/** Index in a joined text of a document offset that belongs to it. */
function indexOf({ offsets }: MappedText, offset: number): number {
  let low = 0;
  let high = offsets.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
