import type { Dockerfile, KeyValueInstruction, Word } from '../../dockerfile/ast';
import { splitWordRanges } from '../../dockerfile/words';
import type { Fix, Rule } from '../rule';
import { buildkitCheck } from './facts/check';

export const legacyKeyValueFormat: Rule = buildkitCheck({
  id: 'LegacyKeyValueFormat',
  severity: 'information',
  serves: ['maintenance'],
  summary: 'ENV or LABEL with a blank between name and value, an old form that is going away.',
  fixable: 'safe',
  find({ model: { stages, dockerfile } }) {
    return stages.flatMap(({ steps }) =>
      steps.flatMap(({ instruction }) => {
        if (instruction.kind !== 'env' && instruction.kind !== 'label') return [];
        const [pair] = instruction.pairs;
        if (!pair?.value || instruction.body.text.startsWith('=', pair.key.raw.length)) return [];
        const fix = withEquals(instruction, pair.key, pair.value, dockerfile);
        return [
          {
            at: pair.key.span,
            message: `"${instruction.keyword} ${pair.key.raw} value" is an old form that takes the rest of the line as the value. Write ${pair.key.raw}=value.`,
            tag: 'deprecated' as const,
            ...(fix ? { fixes: [fix] } : {}),
            skippedAbove: instruction,
          },
        ];
      }),
    );
  },
});

/** The pair with an equals sign and the same value; undefined where quotes or escapes would have to be rewritten. */
function withEquals(
  { keyword }: KeyValueInstruction,
  key: Word,
  value: Word,
  { text, escape }: Dockerfile,
): Fix | undefined {
  const between = { start: key.span.end, end: value.span.start };
  if (!/^[\w.\-/]+$/.test(key.raw) || text.slice(between.start, between.end).includes('#')) return undefined;
  const quote = quoteFor(value.raw, escape);
  if (quote === undefined) return undefined;
  return {
    title: `Write ${keyword} ${key.raw}=...`,
    safety: 'safe',
    edits: () => [
      { span: between, newText: `=${quote}`, reason: 'The form without = is deprecated' },
      ...(quote === '' ? [] : [{ span: { start: value.span.end, end: value.span.end }, newText: quote }]),
    ],
  };
}

/** One word means the same in both forms. More words need quotes around them, which must not meet others inside. */
function quoteFor(raw: string, escape: Dockerfile['escape']): string | undefined {
  if (raw.endsWith(escape)) return undefined;
  const words = splitWordRanges(raw, escape);
  if (words.length === 1 && words[0]?.start === 0 && words[0].end === raw.length) return '';
  return raw.includes('"') || raw.includes("'") || raw.includes(escape) ? undefined : '"';
}
