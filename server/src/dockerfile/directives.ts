import type { Dockerfile, Directive } from './ast';
import { physicalLine } from './lines';
import { skipSpaces } from './whitespace';

/** Directives at the top of a file, and what follows from them. */
export interface Directives {
  readonly directives: readonly Directive[];
  readonly escape: Dockerfile['escape'];
  /** Start of the first line that is no directive. */
  readonly end: number;
}

const names = new Set(['syntax', 'escape', 'check']);
const pattern = /^([a-zA-Z][a-zA-Z0-9]*)[\t\n\f\r ]*=([^\n]*)$/;

/**
 * Reads the parser directives as BuildKit does (parser/directives.go): on the first lines only, each name once, up to
 * the first line that is none. What makes BuildKit stop with an error (a name twice, an escape character other than
 * `\` and backtick) ends them too, and is left as a comment.
 */
export function readDirectives(text: string, start: number): Directives {
  const directives: Directive[] = [];
  let escape: Dockerfile['escape'] = '\\';
  let line = physicalLine(text, start);
  while (line.start < text.length) {
    const hash = skipSpaces(text, line.start, line.contentEnd);
    if (hash === line.contentEnd || text.charCodeAt(hash) !== 0x23) break;
    const content = text.slice(skipSpaces(text, hash + 1, line.contentEnd), line.contentEnd);
    const match = pattern.exec(content);
    const name = match?.[1]?.toLowerCase();
    const value = trimGoBlanks(match?.[2] ?? '');
    if (name === undefined || value === '') break;
    if (!names.has(name) || directives.some((directive) => directive.name === name)) break;
    if (name === 'escape') {
      if (value !== '\\' && value !== '`') break;
      escape = value;
    }
    directives.push({ name, value, span: { start: hash, end: line.contentEnd } });
    line = physicalLine(text, line.end);
  }
  return { directives, escape, end: line.start };
}

/** Trims what Go's `\s` matches. */
function trimGoBlanks(value: string): string {
  const blank = (index: number): boolean => '\t\n\f\r '.includes(value.charAt(index));
  let start = 0;
  let end = value.length;
  while (start < end && blank(start)) start++;
  while (end > start && blank(end - 1)) end--;
  return value.slice(start, end);
}
