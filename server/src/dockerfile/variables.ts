import { type Fact, known, unknown } from '../text/fact';
import type { Dockerfile, Word } from './ast';
import { type LexedVariable, lex } from './lexer';
import type { Modifier } from './substitution';

/** A variable that a text refers to; `start` and `end` are indices in that text, `$` and braces included. */
export interface VariableReference {
  readonly name: string;
  readonly modifier: Modifier | undefined;
  /** What stands between modifier and closing brace, as written; `pattern/replacement` for `/` and `//`. */
  readonly operand: string | undefined;
  readonly start: number;
  readonly end: number;
}

/**
 * The variables in a word as Docker reads it, in order, those inside the operands of others included. Not those in
 * single quotes or behind an escape character, nor special and positional parameters (`$1`, `$@`), which nothing in
 * a Dockerfile can set. Where Docker would refuse the text, those before the fault.
 */
export function variableReferences(raw: string, escape: Dockerfile['escape'] = '\\'): VariableReference[] {
  if (!raw.includes('$')) return [];
  const found: LexedVariable[] = [];
  try {
    lex(raw, { escape, onVariable: (variable) => found.push(variable) });
  } catch {
    // The text is half-typed or faulty: what was found so far holds.
  }
  return found.filter(({ name }) => /^[\p{L}_]/u.test(name)).sort((a, b) => a.start - b.start);
}

/**
 * The value of a word after Docker has taken off quotes and escapes and expanded its variables. `lookup` gives a
 * variable's value: undefined when it is unset, which Docker reads as empty, and an unknown fact when there is a value
 * that cannot be known; that makes the result unknown. So does what Docker would stop the build for.
 */
export function expandWord(
  word: Word,
  escape: Dockerfile['escape'],
  lookup: (name: string) => Fact<string> | undefined,
): Fact<string> {
  const text = word.decoded ?? word.raw;
  try {
    const expanded = lex(text, { escape, lookup });
    return expanded.unknown ?? known(expanded.text, word.span);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const shown = word.raw.length > 80 ? `${word.raw.slice(0, 80)}...` : word.raw;
    return unknown(`Docker cannot expand ${shown}: ${reason}`, word.span);
  }
}
