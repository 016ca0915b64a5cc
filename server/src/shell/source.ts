import { documentSpan, type MappedText } from '../text/mapped-text';
import type { Span } from '../text/span';

/** A text handed to the shell parser, and the way from its offsets back to the document. */
export interface ShellSource {
  readonly text: string;
  spanOf(start: number, end: number): Span;
}

/** CR before LF is dropped: with Windows line endings it would become part of the last word of each line. */
export function sourceOf(mapped: MappedText): ShellSource {
  const clean = mapped.text.includes('\r\n') ? withoutCarriageReturns(mapped) : mapped;
  return { text: clean.text, spanOf: (start, end) => documentSpan(clean, start, end) };
}

/** Text that has no character-wise counterpart in the document: every span is the expansion that it stands in. */
export function opaqueSource(text: string, enclosing: Span): ShellSource {
  return { text, spanOf: () => enclosing };
}

function withoutCarriageReturns(mapped: MappedText): MappedText {
  const offsets: number[] = [];
  let text = '';
  let from = 0;
  for (let i = 0; i < mapped.text.length; i++) {
    if (mapped.text[i] === '\r' && mapped.text[i + 1] === '\n') {
      text += mapped.text.slice(from, i);
      from = i + 1;
    } else offsets.push(mapped.offsets[i] as number);
  }
  offsets.push(mapped.offsets[mapped.text.length] as number);
  return { text: text + mapped.text.slice(from), offsets };
}

/** Text taken out of another source with escapes removed: `text[i]` stands there in `[starts[i], ends[i])`. */
export function nestedSource(
  text: string,
  starts: readonly number[],
  ends: readonly number[],
  outer: ShellSource,
): ShellSource {
  return {
    text,
    spanOf(start, end) {
      const from = starts[start] ?? ends.at(-1) ?? 0;
      return outer.spanOf(from, end <= start ? from : (ends[Math.min(end, ends.length) - 1] ?? from));
    },
  };
}
