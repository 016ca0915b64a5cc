import type { Fact } from '../text/fact';
import { ExpansionError } from './expansion-error';
import { type Lexed, type Modifier, type Substitution, literal, substitute } from './substitution';

export interface LexedVariable {
  readonly name: string;
  readonly modifier: Modifier | undefined;
  /** As written; undefined without a modifier. */
  readonly operand: string | undefined;
  readonly start: number;
  readonly end: number;
}

/** `plain` and `variable` end a word at white space in them; `solid` (quoted, escaped, `<<`) never does. */
export type PieceKind = 'plain' | 'variable' | 'solid';

export interface LexOptions {
  readonly escape: string;
  /** Keeps quotes and escapes, as BuildKit does when it looks for heredocs. */
  readonly raw?: boolean;
  /** Value of a variable, undefined when unset. Without it variables are kept as written. */
  readonly lookup?: (name: string) => Fact<string> | undefined;
  /** Told of every variable, inner ones before the outer. */
  readonly onVariable?: (variable: LexedVariable) => void;
  /** Told of the result piece by piece, each with the index where its source begins. */
  readonly onPiece?: (text: string, start: number, kind: PieceKind) => void;
}

/** Deeper nesting of `${X:-${Y...}}` is refused, for the lexer calls itself. */
const deepest = 100;

/**
 * UTF-16 units that a value expands to at most: Linux passes no longer string to a program (128 KiB), and
 * `ENV A=$A$A` on forty lines would fill the memory.
 */
const longestValue = 131_072;

const namePattern = /\p{Nd}+|[@*#?\-$!]|[\p{L}_][\p{L}\p{Nd}_]*/uy;

/**
 * Takes quotes and escapes off a text and expands its variables, as BuildKit's shell lexer does
 * (frontend/dockerfile/shell/lex.go).
 * @throws ExpansionError where Docker would refuse the text
 */
export function lex(text: string, options: LexOptions): Lexed {
  return new ShellLexer(text, options).run();
}

class Result {
  private text = '';
  private unknown: Lexed['unknown'];

  add(piece: Lexed): void {
    this.text += piece.text;
    this.unknown ??= piece.unknown;
  }

  lexed(): Lexed {
    return { text: this.text, unknown: this.unknown };
  }
}

class ShellLexer {
  private at = 0;
  private depth = 0;
  private expanded = 0;

  constructor(
    private readonly text: string,
    private readonly options: LexOptions,
  ) {}

  run(): Lexed {
    return this.until(undefined, this.options.raw ?? false, false);
  }

  /**
   * Reads to the stop character, or to the end. `keepEscapes` leaves them in the result. In a pattern, escapes
   * inside quotes are doubled, because the pattern is unescaped once more.
   */
  private until(stop: string | undefined, keepEscapes: boolean, pattern: boolean): Lexed {
    const { escape, onPiece } = this.options;
    const result = new Result();
    const add = (piece: Lexed, start: number, kind: PieceKind): void => {
      result.add(piece);
      if (this.depth === 0) onPiece?.(piece.text, start, kind);
    };
    while (this.at < this.text.length) {
      const start = this.at;
      const char = this.text.charAt(start);
      if (char === stop) {
        this.at++;
        return result.lexed();
      }
      if (char === "'") add(literal(this.singleQuoted(pattern)), start, 'solid');
      else if (char === '"') add(this.doubleQuoted(keepEscapes, pattern), start, 'solid');
      else if (char === '$') add(this.variable(), start, 'variable');
      else if (char === '<') add(literal(this.lessThan()), start, 'solid');
      else if (char === escape) {
        const escaped = this.text.slice(start + 1, start + 2);
        this.at += 1 + escaped.length;
        add(literal(keepEscapes ? char + escaped : escaped), start, 'solid');
      } else {
        this.at++;
        while (this.at < this.text.length && !this.isSpecial(this.text.charAt(this.at), stop)) this.at++;
        add(literal(this.text.slice(start, this.at)), start, 'plain');
      }
    }
    if (stop !== undefined) throw new ExpansionError(`the closing ${stop} is missing`);
    return result.lexed();
  }

  private isSpecial(char: string, stop: string | undefined): boolean {
    return char === stop || char === this.options.escape || '\'"$<'.includes(char);
  }

  private singleQuoted(pattern: boolean): string {
    const { escape, raw } = this.options;
    const close = this.text.indexOf("'", this.at + 1);
    if (close === -1) throw new ExpansionError('the closing single quote is missing');
    const inner = this.text.slice(this.at + 1, close);
    this.at = close + 1;
    const kept = pattern ? inner.replaceAll(escape, escape + escape) : inner;
    return raw ? `'${kept}'` : kept;
  }

  private doubleQuoted(keepEscapes: boolean, pattern: boolean): Lexed {
    const { escape, raw } = this.options;
    const quote = literal(raw ? '"' : '');
    const result = new Result();
    result.add(quote);
    this.at++;
    while (this.at < this.text.length) {
      const char = this.text.charAt(this.at);
      if (char === '$') {
        result.add(this.variable());
        continue;
      }
      this.at++;
      if (char === '"') {
        result.add(quote);
        return result.lexed();
      }
      const next = this.text.charAt(this.at);
      if (char !== escape) result.add(literal(char));
      else if (next === '"' || next === '$' || next === escape) {
        this.at++;
        result.add(literal(keepEscapes ? char + next : next));
      } else result.add(literal(keepEscapes && (!raw || pattern) ? char + char : char));
    }
    throw new ExpansionError('the closing double quote is missing');
  }

  /** `<`, or `<<` with the blanks behind it, which do not part a heredoc's operator from its name. */
  private lessThan(): string {
    const start = this.at++;
    if (this.text.charAt(this.at) !== '<') return '<';
    this.at++;
    while (/^[\t\r ]$/.test(this.text.charAt(this.at))) this.at++;
    return this.text.slice(start, this.at);
  }

  private variable(): Lexed {
    const start = this.at++;
    if (this.text.charAt(this.at) !== '{') {
      const name = this.name();
      return name === '' ? literal('$') : this.value(name, undefined, undefined, start);
    }
    if (++this.depth > deepest) throw new ExpansionError('variables are nested too deep');
    this.at++;
    if (/^[{}:]$/.test(this.text.charAt(this.at))) throw new ExpansionError('bad substitution');
    const name = this.name();
    const operatorAt = this.at;
    const by = this.substitution();
    this.depth--;
    const operand = by && this.text.slice(operatorAt + by.modifier.length, this.at - 1);
    return this.value(name, by, operand, start);
  }

  private value(
    name: string,
    by: Substitution | undefined,
    operand: string | undefined,
    start: number,
  ): Lexed {
    this.options.onVariable?.({ name, modifier: by?.modifier, operand, start, end: this.at });
    const { lookup } = this.options;
    if (!lookup) return literal(this.text.slice(start, this.at));
    const fact = lookup(name);
    if (fact && !fact.known) return { text: '', unknown: fact };
    const result = by ? substitute(name, fact?.value, by) : literal(fact?.value ?? '');
    this.expanded += result.text.length;
    if (this.expanded > longestValue) throw new ExpansionError('the value is too long');
    return result;
  }

  /** Reads what follows the name in `${NAME`, the closing brace included; undefined when there is only the brace. */
  private substitution(): Substitution | undefined {
    const first = this.text.charAt(this.at++);
    switch (first) {
      case '}':
        return undefined;
      case ':': {
        const operator = this.text.charAt(this.at++);
        if (operator !== '-' && operator !== '+' && operator !== '?') break;
        return { modifier: `:${operator}`, word: this.until('}', false, false) };
      }
      case '-':
      case '+':
      case '?':
        return { modifier: first, word: this.until('}', false, false) };
      case '#':
      case '%': {
        const word = this.until('}', true, true);
        if (!word.text.startsWith(first)) return { modifier: first, word };
        const rest = { text: word.text.slice(1), unknown: word.unknown };
        return { modifier: first === '#' ? '##' : '%%', word: rest };
      }
      case '/': {
        const all = this.text.charAt(this.at) === '/';
        if (all) this.at++;
        const word = this.until('/', true, true);
        return { modifier: all ? '//' : '/', word, replacement: this.until('}', true, false) };
      }
    }
    throw new ExpansionError(first === '' ? 'the closing } is missing' : 'there is no such modifier');
  }

  /** A name, the digits of a positional parameter, or one special parameter; empty when there is none of them. */
  private name(): string {
    namePattern.lastIndex = this.at;
    const name = namePattern.exec(this.text)?.[0] ?? '';
    this.at += name.length;
    return name;
  }
}
