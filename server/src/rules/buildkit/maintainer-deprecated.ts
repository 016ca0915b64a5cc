import type { WordsInstruction } from '../../dockerfile/ast';
import type { Step } from '../../model/model';
import type { Fix, Rule } from '../rule';
import { buildkitCheck } from './facts/check';
import { writtenKeyword } from './facts/stage-heads';

const label = 'org.opencontainers.image.authors';

export const maintainerDeprecated: Rule = buildkitCheck({
  id: 'MaintainerDeprecated',
  aliases: ['DL4000'],
  severity: 'information',
  serves: ['maintenance'],
  summary: 'MAINTAINER is deprecated: a label names the author.',
  fixable: 'safe',
  find({ model: { stages, dockerfile } }) {
    return stages.flatMap(({ steps }) =>
      steps.flatMap(({ instruction }) => {
        if (instruction.kind !== 'maintainer') return [];
        const keyword = writtenKeyword(instruction, dockerfile);
        const fix = labelInstead(instruction, keyword, namesAuthors(steps));
        return [
          {
            at: instruction.keywordSpan,
            message: `MAINTAINER is deprecated. Tools read the author from the label ${label}.`,
            tag: 'deprecated' as const,
            ...(fix ? { fixes: [fix] } : {}),
            skippedAbove: instruction,
          },
        ];
      }),
    );
  },
});

function namesAuthors(steps: readonly Step[]): boolean {
  return steps.some(
    ({ instruction }) =>
      instruction.kind === 'label' && instruction.pairs.some(({ key }) => key.value === label),
  );
}

/** MAINTAINER takes its line as it stands, quotes and dollars too; a label's value must be quoted. */
function labelInstead(
  { words, innerComments, span }: WordsInstruction,
  keyword: string | undefined,
  labelled: boolean,
): Fix | undefined {
  const [author] = words;
  if (!author || innerComments.length > 0) return undefined;
  const text = /^(["'])([^"']*)\1$/.exec(author.raw)?.[2] ?? author.raw;
  // The escape character is either `\` or a backtick: a text with neither needs no thought about which.
  if (/[\\`\n]/.test(text)) return undefined;
  const quoted = /["$]/.test(text) ? `'${text}'` : `"${text}"`;
  if (quoted.startsWith("'") && text.includes("'")) return undefined;
  const written = keyword === keyword?.toLowerCase() ? 'label' : 'LABEL';
  return {
    title: 'Write the author as a label',
    // Beside a label of that name the later of the two would win.
    safety: labelled ? 'review' : 'safe',
    edits: () => [{ span, newText: `${written} ${label}=${quoted}`, reason: 'MAINTAINER is deprecated' }],
  };
}
