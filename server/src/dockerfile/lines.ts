import type { Comment } from './ast';
import { type JoinedText, joinPieces } from './joined-text';
import { skipSpaces, trimSpacesEnd } from './whitespace';

/** A line of the file. Lines end at LF alone, as in BuildKit; CRs before it belong to the line ending. */
export interface PhysicalLine {
  readonly start: number;
  /** Without the line ending. */
  readonly contentEnd: number;
  /** With the line ending: the start of the next line. */
  readonly end: number;
}

/** The lines that make one instruction, heredoc contents not included. */
export interface LogicalLine {
  /** Continuations, comment lines and empty lines removed; leading space of the first line too. */
  readonly joined: JoinedText;
  readonly start: number;
  /** Start of the line after it. */
  readonly end: number;
  /** After the last character that is no space; a continuation that nothing follows counts as one. */
  readonly contentEnd: number;
  readonly innerComments: readonly Comment[];
}

export function physicalLine(text: string, start: number): PhysicalLine {
  const feed = text.indexOf('\n', start);
  const end = feed === -1 ? text.length : feed + 1;
  let contentEnd = feed === -1 ? end : feed;
  while (contentEnd > start && text.charCodeAt(contentEnd - 1) === 0x0d) contentEnd--;
  return { start, contentEnd, end };
}

/** The comment of a line that is nothing else. `hash` is the offset of its `#`. */
export function commentAt(text: string, hash: number, line: PhysicalLine): Comment {
  const start = skipSpaces(text, hash + 1, line.contentEnd);
  const content = text.slice(start, trimSpacesEnd(text, start, line.contentEnd));
  return { span: { start: hash, end: line.contentEnd }, content };
}

/**
 * Reads the instruction that starts on `first`, a line with something on it that is no comment.
 * A line is continued when it ends in the escape character, blanks after it allowed, unless another one stands
 * before it. Comment lines and empty lines inside do not end it: that is how BuildKit reads
 * (parser.go, `Parse` and `trimContinuationCharacter`).
 */
export function readLogicalLine(document: JoinedText, first: PhysicalLine, escape: string): LogicalLine {
  const { text } = document;
  const escapeCode = escape.charCodeAt(0);
  const pieces: number[] = [];
  const innerComments: Comment[] = [];
  let line = first;
  let from = skipSpaces(text, first.start, first.contentEnd);
  let contentEnd: number;
  for (;;) {
    const mark = continuationMark(text, from, line.contentEnd, escapeCode);
    pieces.push(from, mark ?? line.contentEnd);
    contentEnd = mark === undefined ? trimSpacesEnd(text, from, line.contentEnd) : mark + 1;
    if (mark === undefined) break;
    line = nextContentLine(text, line.end, innerComments);
    if (line.start === text.length) break;
    from = line.start;
  }
  return {
    joined: joinPieces(document, pieces),
    start: first.start,
    end: line.end,
    contentEnd,
    innerComments,
  };
}

/** Offset of the escape character that continues the line, if it has one. */
function continuationMark(text: string, start: number, end: number, escape: number): number | undefined {
  let at = end - 1;
  while (at >= start && (text.charCodeAt(at) === 0x20 || text.charCodeAt(at) === 0x09)) at--;
  if (at < start || text.charCodeAt(at) !== escape) return undefined;
  return at > start && text.charCodeAt(at - 1) === escape ? undefined : at;
}

/** The next line that is neither comment nor empty; an empty line at the end of the text when there is none. */
function nextContentLine(text: string, start: number, comments: Comment[]): PhysicalLine {
  let line = physicalLine(text, start);
  while (line.start < text.length) {
    const at = skipSpaces(text, line.start, line.contentEnd);
    const empty = at === line.contentEnd;
    if (!empty && text.charCodeAt(at) !== 0x23) return line;
    if (!empty) comments.push(commentAt(text, at, line));
    line = physicalLine(text, line.end);
  }
  return line;
}
