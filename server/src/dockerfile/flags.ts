import type { Flag } from './ast';
import { type JoinedText, spanIn } from './joined-text';
import { isSeparator } from './whitespace';

/** Flags at the start of an instruction's arguments, and the index in the joined line where the rest begins. */
export interface Flags {
  readonly flags: readonly Flag[];
  readonly bodyStart: number;
}

/**
 * Reads the leading `--name[=value]` words as BuildKit does (parser/split_command.go, `extractBuilderFlags`):
 * quotes and escapes may stand anywhere in a word and are removed; a lone `--` ends the flags.
 */
export function readFlags(line: JoinedText, from: number, escape: string): Flags {
  const { text } = line;
  const flags: Flag[] = [];
  let at = skipSeparators(text, from);
  while (text.startsWith('--', at)) {
    const word = readFlagWord(text, at, escape);
    if (word.text !== '--') {
      const equals = word.text.indexOf('=');
      const value = equals === -1 ? undefined : word.text.slice(equals + 1);
      flags.push({
        name: word.text.slice(2, equals === -1 ? undefined : equals).toLowerCase(),
        value,
        span: spanIn(line, at, word.end),
        valueSpan: value === undefined ? undefined : spanIn(line, word.valueStart, word.end),
      });
    }
    at = skipSeparators(text, word.end);
    if (word.text === '--') break;
  }
  return { flags, bodyStart: at };
}

/** A word with quotes and escapes removed; `valueStart` is the index after the source of its first `=`. */
function readFlagWord(
  text: string,
  start: number,
  escape: string,
): { text: string; end: number; valueStart: number } {
  let word = '';
  let quote: string | undefined;
  let valueStart = -1;
  let at = start;
  for (; at < text.length; at++) {
    let char = text.charAt(at);
    if (quote === undefined && isSeparator(char.charCodeAt(0))) break;
    if (char === quote) quote = undefined;
    else if (quote === undefined && (char === '"' || char === "'")) quote = char;
    else {
      // An escape character that nothing follows is dropped; inside quotes it escapes as well, single ones too.
      if (char === escape) char = text.charAt(++at);
      word += char;
      if (char === '=' && valueStart === -1) valueStart = at + 1;
    }
  }
  return { text: word, end: Math.min(at, text.length), valueStart };
}

function skipSeparators(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSeparator(text.charCodeAt(at))) at++;
  return at;
}
