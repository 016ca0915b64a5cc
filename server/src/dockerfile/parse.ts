import type { Comment, Dockerfile, Instruction } from './ast';
import { readDirectives } from './directives';
import { heredocOpeners, readHeredocs } from './heredoc';
import { type Head, readHead } from './head';
import { buildInstruction } from './instruction';
import { joinedDocument, type JoinedText } from './joined-text';
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
  const document = joinedDocument(text);
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
    const instruction = readInstruction(document, line, escape);
    instructions.push(instruction);
    for (const comment of instruction.innerComments) comments.push(comment);
    at = instruction.lines.end;
  }
  const feed = text.indexOf('\n');
  const newline = feed > 0 && text.charAt(feed - 1) === '\r' ? '\r\n' : '\n';
  return { text, newline, escape, directives, comments, instructions };
}

/** Reads the instruction that starts on a line, heredocs included. */
function readInstruction(document: JoinedText, first: PhysicalLine, escape: Escape): Instruction {
  const line = readLogicalLine(document, first, escape);
  const head = readHead(line.joined, escape);
  const openers = mayOpenHeredocs(head, line.joined, escape) ? heredocOpeners(line.joined.text) : [];
  const contents = openers.length > 0 ? readHeredocs(document, line.end, line.joined, openers) : undefined;
  const surroundings = {
    end: contents?.contentEnd ?? line.contentEnd,
    lines: { start: line.start, end: contents?.end ?? line.end },
    heredocs: contents?.heredocs ?? [],
    innerComments: line.innerComments,
  };
  return buildInstruction(head, surroundings, escape);
}

/** RUN, COPY and ADD take heredocs, also behind ONBUILD, but not in JSON form (parser.go, `canContainHeredoc`). */
function mayOpenHeredocs(head: Head, line: JoinedText, escape: Escape): boolean {
  if (!line.text.includes('<<')) return false;
  const { kind, body } = head.kind === 'onbuild' ? readHead(head.body, escape) : head;
  return (kind === 'run' || kind === 'copy' || kind === 'add') && !readJsonStrings(body);
}
