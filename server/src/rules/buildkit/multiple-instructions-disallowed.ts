import type { Dockerfile, Instruction } from '../../dockerfile/ast';
import type { Fix, Rule } from '../rule';
import { buildkitCheck, type CheckFinding } from './facts/check';

const kinds: readonly Instruction['kind'][] = ['cmd', 'entrypoint', 'healthcheck'];

export const multipleInstructionsDisallowed: Rule = buildkitCheck({
  id: 'MultipleInstructionsDisallowed',
  aliases: ['DL4003', 'DL4004', 'DL3012'],
  severity: 'warning',
  serves: ['maintenance'],
  summary: 'A CMD, ENTRYPOINT or HEALTHCHECK has no effect: a later one of the same stage replaces it.',
  fixable: 'safe',
  find({ model: { stages, dockerfile } }) {
    return stages.flatMap(({ steps }) => {
      const last = new Map<Instruction['kind'], Instruction>();
      return steps.flatMap(({ instruction }): readonly CheckFinding[] => {
        if (!kinds.includes(instruction.kind)) return [];
        const before = last.get(instruction.kind);
        last.set(instruction.kind, instruction);
        if (!before) return [];
        const fix = removal(before, dockerfile);
        return [
          {
            at: before.keywordSpan,
            message: `This ${before.keyword} has no effect: a later one in the same stage replaces it.`,
            tag: 'unnecessary',
            related: [{ at: instruction.keywordSpan, message: `The ${instruction.keyword} that is used.` }],
            ...(fix ? { fixes: [fix] } : {}),
            // BuildKit notices it at the second one and asks that one's comments.
            skippedAbove: instruction,
          },
        ];
      });
    });
  },
});

function removal({ keyword, lines, innerComments }: Instruction, { text }: Dockerfile): Fix | undefined {
  if (innerComments.length > 0) return undefined;
  // A comment above it would speak of the instruction that follows.
  const above = text.slice(text.lastIndexOf('\n', lines.start - 2) + 1, lines.start).trimStart();
  return {
    title: `Remove this ${keyword}`,
    safety: above.startsWith('#') ? 'review' : 'safe',
    edits: () => [{ span: lines, newText: '', reason: `A later ${keyword} replaces it` }],
  };
}
