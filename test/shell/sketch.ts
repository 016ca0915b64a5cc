import type { ShellScript, SimpleCommand } from '../../server/src/shell/ast';
import { parseShell } from '../../server/src/shell/parse';
import { mappedSlice } from '../../server/src/text/mapped-text';
import type { Span } from '../../server/src/text/span';

const KEYWORD = 'RUN ';

/** Parses the text as it would stand behind RUN: offsets are shifted, so that a mix-up of text and document shows. */
export function parse(text: string): ShellScript {
  return parseShell(mappedSlice(KEYWORD + text, KEYWORD.length, KEYWORD.length + text.length));
}

export function textOf(text: string, span: Span): string {
  return (KEYWORD + text).slice(span.start, span.end);
}

/** A command on one line: joiner, assignments, words, redirections, follower, and what is not the default. */
export function sketch(command: SimpleCommand): string {
  const pieces: string[] = [command.joiner];
  for (const { name, value } of command.assignments) pieces.push(`${name}=${value.raw}`);
  pieces.push(`[${command.words.map((word) => word.raw).join(' ')}]`);
  for (const { operator, target } of command.redirections) pieces.push(operator, target?.raw ?? '');
  pieces.push(command.follower);
  if (command.runs !== 'always') pieces.push(command.runs);
  if (command.outerScope !== undefined) pieces.push(`${command.scope}<${command.outerScope}`);
  return pieces.join(' ');
}
