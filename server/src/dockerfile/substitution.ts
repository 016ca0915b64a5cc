import type { Unknown } from '../text/fact';
import { ExpansionError } from './expansion-error';
import { removePrefix, removeSuffix, replacePattern } from './pattern';

/** An expanded text, or the first unknown value that it depends on. */
export interface Lexed {
  readonly text: string;
  readonly unknown: Unknown | undefined;
}

/** What follows the name in `${NAME...}`. */
export type Modifier = ':-' | '-' | ':+' | '+' | ':?' | '?' | '#' | '##' | '%' | '%%' | '/' | '//';

/** A modifier with its operands expanded. */
export type Substitution =
  | { readonly modifier: ':-' | '-' | ':+' | '+' | ':?' | '?'; readonly word: Lexed }
  | { readonly modifier: '#' | '##' | '%' | '%%'; readonly word: Lexed }
  | { readonly modifier: '/' | '//'; readonly word: Lexed; readonly replacement: Lexed };

/**
 * Applies a modifier to a known value, `undefined` for an unset variable.
 * @throws ExpansionError
 */
export function substitute(name: string, value: string | undefined, by: Substitution): Lexed {
  const present = value !== undefined && !(value === '' && by.modifier.startsWith(':'));
  const text = value ?? '';
  switch (by.modifier) {
    case ':-':
    case '-':
      return present ? literal(text) : by.word;
    case ':+':
    case '+':
      return present ? by.word : literal('');
    case ':?':
    case '?':
      if (!present) throw new ExpansionError(`${name} is not set`);
      return literal(text);
    case '#':
    case '##':
      return by.word.unknown ? by.word : literal(removePrefix(text, by.word.text, by.modifier === '##'));
    case '%':
    case '%%':
      return by.word.unknown ? by.word : literal(removeSuffix(text, by.word.text, by.modifier === '%%'));
    case '/':
    case '//':
      if (by.word.unknown) return by.word;
      if (by.replacement.unknown) return by.replacement;
      return literal(replacePattern(text, by.word.text, by.replacement.text, by.modifier === '//'));
  }
}

export function literal(text: string): Lexed {
  return { text, unknown: undefined };
}
