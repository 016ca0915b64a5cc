import type { Rule } from '../rule';
import { buildkitCheck } from './facts/check';
import { writtenKeyword } from './facts/stage-heads';

/** Counted are FROM and what follows it; ARGs before the first FROM and what an ONBUILD carries are not looked at. */
export const consistentInstructionCasing: Rule = buildkitCheck({
  id: 'ConsistentInstructionCasing',
  severity: 'information',
  serves: ['maintenance'],
  summary: 'An instruction is not in the case that most instructions of the file have.',
  fixable: 'safe',
  find({ model: { stages, dockerfile } }) {
    const written = stages
      .flatMap(({ from, steps }) => [from, ...steps.map(({ instruction }) => instruction)])
      .filter(({ kind }) => kind !== 'unknown')
      .flatMap(({ keywordSpan }) => {
        const keyword = writtenKeyword({ keywordSpan }, dockerfile);
        return keyword === undefined ? [] : [{ keyword, keywordSpan }];
      });
    const inCase = (change: (text: string) => string) =>
      written.filter(({ keyword }) => keyword === change(keyword)).length;
    const isLower = inCase((text) => text.toLowerCase()) > inCase((text) => text.toUpperCase());
    return written.flatMap(({ keyword, keywordSpan }) => {
      const wanted = isLower ? keyword.toLowerCase() : keyword.toUpperCase();
      if (keyword === wanted) return [];
      return [
        {
          at: keywordSpan,
          message: `"${keyword}" is not in ${isLower ? 'lower' : 'upper'} case like most instructions of this file.`,
          fixes: [
            {
              title: `Write ${wanted}`,
              safety: 'safe' as const,
              edits: () => [{ span: keywordSpan, newText: wanted, reason: 'Like the other instructions' }],
            },
          ],
        },
      ];
    });
  },
});
