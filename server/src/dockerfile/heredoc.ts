import type { Heredoc } from './ast';
import { type JoinedText, joinPieces, spanIn } from './joined-text';
import { lex } from './lexer';
import { physicalLine } from './lines';
import { isSpace } from './whitespace';

/** A heredoc's opening word, with its place in the joined line. */
export interface HeredocOpener {
  readonly name: string;
  readonly expand: boolean;
  readonly stripTabs: boolean;
  readonly start: number;
  readonly end: number;
}

/** The heredocs of an instruction, and where the text behind them starts. */
export interface HeredocContents {
  readonly heredocs: readonly Heredoc[];
  /** Start of the line after the last delimiter. */
  readonly end: number;
  /** End of the last delimiter, without line ending. */
  readonly contentEnd: number;
}

interface LexedWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const openerPattern = /^\d*<<(-?)[\t\n\f\r ]*([^<]*)$/;

/**
 * The heredocs that a line opens, found as in BuildKit (parser.go, `heredocsFromLine`): words of the whole line, by
 * shell quoting, with `\` as escape whatever the file says. A line with an unbalanced quote opens none.
 */
export function heredocOpeners(line: string): HeredocOpener[] {
  const openers: HeredocOpener[] = [];
  for (const word of lexWords(line, true) ?? []) {
    const match = openerPattern.exec(word.text);
    const rest = match?.[2] ?? '';
    if (!match || rest === '') continue;
    const [name] = lexWords(rest, false) ?? [];
    const [quoted] = lexWords(rest, true) ?? [];
    if (!name || !quoted) continue;
    const expand = countQuotes(name.text) === countQuotes(quoted.text);
    openers.push({ name: name.text, expand, stripTabs: match[1] === '-', start: word.start, end: word.end });
  }
  return openers;
}

/** Reads the contents that follow on the lines from `at`. Without its delimiter a heredoc takes the rest of the file. */
export function readHeredocs(
  document: JoinedText,
  at: number,
  line: JoinedText,
  openers: readonly HeredocOpener[],
): HeredocContents {
  const { text } = document;
  const heredocs: Heredoc[] = [];
  let end = at;
  let contentEnd = at;
  for (const { name, expand, stripTabs, start, end: openerEnd } of openers) {
    const contentStart = end;
    let contentStop = text.length;
    let closed = false;
    const pieces: number[] = [];
    while (!closed && end < text.length) {
      const physical = physicalLine(text, end);
      let from = physical.start;
      while (stripTabs && text.charCodeAt(from) === 0x09) from++;
      closed = physical.contentEnd - from === name.length && text.startsWith(name, from);
      if (closed) contentStop = physical.start;
      else addLine(pieces, from, physical.contentEnd, physical.end);
      contentEnd = physical.contentEnd;
      end = physical.end;
    }
    heredocs.push({
      name,
      expand,
      stripTabs,
      opener: spanIn(line, start, openerEnd),
      content: { start: contentStart, end: contentStop },
      mapped: joinPieces(document, pieces.length === 0 ? [contentStart, contentStart] : pieces),
      closed,
    });
  }
  return { heredocs, end, contentEnd };
}

/** Adds a line to the pieces of a content, its ending as a bare LF; grows the last piece where nothing is left out. */
function addLine(pieces: number[], start: number, contentEnd: number, end: number): void {
  if (pieces[pieces.length - 1] === start) pieces[pieces.length - 1] = contentEnd;
  else pieces.push(start, contentEnd);
  if (end === contentEnd) return;
  if (contentEnd === end - 1) pieces[pieces.length - 1] = end;
  else pieces.push(end - 1, end);
}

/** Words by shell quoting, variables kept; undefined where BuildKit's lexer refuses the text. */
function lexWords(text: string, raw: boolean): LexedWord[] | undefined {
  const words: LexedWord[] = [];
  let word = '';
  let start = 0;
  const flush = (end: number): void => {
    if (word !== '') words.push({ text: word, start, end });
    word = '';
  };
  try {
    lex(text, {
      escape: '\\',
      raw,
      // BuildKit reads operands into the same buffer: `<<a${X:-b}` loses its `<<`, and opens no heredoc.
      onVariable({ modifier }) {
        if (modifier !== undefined) word = '';
      },
      onPiece(piece, at, kind) {
        if (kind === 'solid') {
          if (word === '') start = at;
          word += piece;
        } else {
          for (let i = 0; i < piece.length; i++) {
            if (isSpace(piece.charCodeAt(i))) flush(at + i);
            else {
              if (word === '') start = at + i;
              word += piece.charAt(i);
            }
          }
        }
      },
    });
  } catch {
    return undefined;
  }
  flush(text.length);
  return words;
}

function countQuotes(text: string): number {
  return text.replace(/[^'"]/g, '').length;
}
