import type { Rule } from '../rule';
import { buildkitCheck } from './facts/check';
import { namedHeads, writtenKeyword } from './facts/stage-heads';

export const fromAsCasing: Rule = buildkitCheck({
  id: 'FromAsCasing',
  severity: 'information',
  serves: ['maintenance'],
  summary: 'FROM and AS are not written in the same case.',
  fixable: 'safe',
  find({ model }) {
    return namedHeads(model).flatMap(({ from, as: { raw, span } }) => {
      const keyword = writtenKeyword(from, model.dockerfile);
      // A keyword in mixed case is ConsistentInstructionCasing's.
      const wanted =
        keyword === keyword?.toLowerCase()
          ? raw.toLowerCase()
          : keyword === keyword?.toUpperCase()
            ? raw.toUpperCase()
            : raw;
      if (keyword === undefined || raw === wanted) return [];
      return [
        {
          at: span,
          message: `"${raw}" is not in the case of "${keyword}".`,
          fixes: [
            {
              title: `Write ${wanted}`,
              safety: 'safe' as const,
              edits: () => [{ span, newText: wanted, reason: `In the case of ${keyword}` }],
            },
          ],
          skippedAbove: from,
        },
      ];
    });
  },
});
