import type { Rule } from '../rule';
import { buildkitCheck } from './facts/check';
import { namedHeads } from './facts/stage-heads';

export const stageNameCasing: Rule = buildkitCheck({
  id: 'StageNameCasing',
  severity: 'information',
  serves: ['maintenance'],
  summary: 'The name of a stage has capital letters.',
  fixable: 'safe',
  find({ model }) {
    return namedHeads(model).flatMap(({ from, name: { raw, span } }) => {
      const lower = raw.toLowerCase();
      if (raw === lower) return [];
      return [
        {
          at: span,
          message: `The stage name "${raw}" is not in lower case. Docker compares stage names in lower case; written so, they are told from instructions at a glance.`,
          fixes: [
            {
              title: `Name the stage ${lower}`,
              safety: 'safe' as const,
              edits: () => [{ span, newText: lower, reason: 'Stage names are compared in lower case' }],
            },
          ],
          skippedAbove: from,
        },
      ];
    });
  },
});
