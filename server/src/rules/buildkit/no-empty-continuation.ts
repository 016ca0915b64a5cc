import type { Dockerfile, Instruction } from '../../dockerfile/ast';
import { physicalLine } from '../../dockerfile/lines';
import { skipSpaces, trimSpacesEnd } from '../../dockerfile/whitespace';
import type { Span } from '../../text/span';
import type { Rule } from '../rule';
import { buildkitCheck, type CheckFinding } from './facts/check';

export const noEmptyContinuation: Rule = buildkitCheck({
  id: 'NoEmptyContinuation',
  severity: 'warning',
  serves: ['maintenance'],
  summary: 'An empty line stands inside a continued instruction.',
  fixable: 'safe',
  find({ model: { dockerfile } }) {
    return dockerfile.instructions.flatMap((instruction) => judge(instruction, dockerfile) ?? []);
  },
});

/** One finding for an instruction, however many empty lines it has. */
function judge(instruction: Instruction, { text }: Dockerfile): CheckFinding | undefined {
  const [heredoc] = instruction.heredocs;
  const end = heredoc?.content.start ?? instruction.lines.end;
  const empty: Span[] = [];
  let mark: number | undefined;
  // The first line is never empty.
  let line = physicalLine(text, instruction.lines.start);
  let lastMark = trimSpacesEnd(text, line.start, line.contentEnd) - 1;
  while (line.end < end) {
    line = physicalLine(text, line.end);
    const content = skipSpaces(text, line.start, line.contentEnd);
    if (content === line.contentEnd) {
      mark ??= lastMark;
      empty.push({ start: line.start, end: line.end });
    } else if (text.charAt(content) !== '#') lastMark = trimSpacesEnd(text, line.start, line.contentEnd) - 1;
  }
  if (mark === undefined) return undefined;
  return {
    at: { start: mark, end: mark + 1 },
    message: `${instruction.keyword} is continued over an empty line. Docker will refuse such files in a future version.`,
    fixes: [
      {
        title: empty.length === 1 ? 'Remove the empty line' : `Remove ${empty.length} empty lines`,
        safety: 'safe',
        edits: () =>
          empty.map((span) => ({ span, newText: '', reason: 'Docker deprecated empty lines here' })),
      },
    ],
  };
}
