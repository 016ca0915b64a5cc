import type { Comment, Dockerfile, Instruction } from './ast';
import { readDirectives } from './directives';
import { heredocOpeners, readHeredocs } from './heredoc';
import { type Head, readHead } from './head';
import { buildInstruction } from './instruction';
import type { JoinedText } from './joined-text';
import { readJsonStrings } from './json';
import { commentAt, type PhysicalLine, physicalLine, readLogicalLine } from './lines';
import { skipSpaces } from './whitespace';

type Escape = Dockerfile['escape'];

/**
 * Parses a Dockerfile as BuildKit 0.34 does, but never fails: what BuildKit refuses is read as far as it goes, so
 * that a half-typed file has all its other instructions. Takes time in proportion to the text. A byte order mark
 * belongs to no line.
 */
export function parseDockerfile(text: string): Dockerfile {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const { directives, escape, end } = readDirectives(text, start);
  const comments: Comment[] = [];
  const instructions: Instruction[] = [];
  let at = end;
  while (at < text.length) {
    const line = physicalLine(text, at);
    const content = skipSpaces(text, at, line.contentEnd);
    at = line.end;
    if (content === line.contentEnd) continue;
    if (text.charAt(content) === '#') {
      comments.push(commentAt(text, content, line));
      continue;
    }
    const instruction = readInstruction(text, line, escape);
    instructions.push(instruction);
    for (const comment of instruction.innerComments) comments.push(comment);
    at = instruction.lines.end;
  }
  const feed = text.indexOf('\n');
  const newline = feed > 0 && text.charAt(feed - 1) === '\r' ? '\r\n' : '\n';
  return { text, newline, escape, directives, comments, instructions };
}

/** Reads the instruction that starts on a line, heredocs included. */
function readInstruction(text: string, first: PhysicalLine, escape: Escape): Instruction {
  const logical = readLogicalLine(text, first, escape);
  const { joined, start, innerComments } = logical;
  const head = readHead(joined, escape);
  const openers = mayOpenHeredocs(head, joined, escape) ? heredocOpeners(joined.text) : [];
  const { heredocs, end, contentEnd } =
    openers.length > 0 ? readHeredocs(text, logical.end, joined, openers) : { ...logical, heredocs: [] };
  const surroundings = { end: contentEnd, lines: { start, end }, heredocs, innerComments };
  return buildInstruction(head, surroundings, escape);
}

/** RUN, COPY and ADD take heredocs, also behind ONBUILD, but not in JSON form (parser.go, `canContainHeredoc`). */
function mayOpenHeredocs(head: Head, line: JoinedText, escape: Escape): boolean {
  if (!line.text.includes('<<')) return false;
  const { kind, body } = head.kind === 'onbuild' ? readHead(head.body, escape) : head;
  return (kind === 'run' || kind === 'copy' || kind === 'add') && !readJsonStrings(body);
}
