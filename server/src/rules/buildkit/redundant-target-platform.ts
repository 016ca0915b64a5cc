import type { Dockerfile, Flag } from '../../dockerfile/ast';
import { expandWord } from '../../dockerfile/variables';
import { known } from '../../text/fact';
import type { Fix, Rule } from '../rule';
import { buildkitCheck } from './facts/check';
import { removeFlag } from './facts/flag-removal';
import { globalArgs } from './facts/global-args';
import { variablesIn } from './facts/variables';

const target = 'TARGETPLATFORM';

export const redundantTargetPlatform: Rule = buildkitCheck({
  id: 'RedundantTargetPlatform',
  severity: 'information',
  serves: ['maintenance'],
  summary: 'FROM asks for the platform that it is built for anyway.',
  fixable: 'safe',
  find({ model: { stages, dockerfile } }) {
    return stages.flatMap(({ from }) => {
      const { platform } = from;
      if (!platform || !isTarget(platform, dockerfile)) return [];
      return [
        {
          at: platform.span,
          message: `--platform=${platform.value ?? ''} asks for the target platform, which every FROM has unless told otherwise.`,
          tag: 'unnecessary' as const,
          fixes: [remove(platform, dockerfile)],
          skippedAbove: from,
        },
      ];
    });
  },
});

/** The value of TARGETPLATFORM, and nothing of any other variable. */
function isTarget({ value = '', span }: Flag, { escape }: Dockerfile): boolean {
  const uses = variablesIn(value, escape);
  if (uses.length !== 1 || uses[0]?.name !== target) return false;
  const sample = 'linux/amd64';
  const expanded = expandWord({ raw: value, value, span }, escape, () => known(sample));
  return expanded.known && expanded.value === sample;
}

function remove(platform: Flag, dockerfile: Dockerfile): Fix {
  // `ARG TARGETPLATFORM=linux/amd64` before FROM makes it another platform.
  const hasDefault = globalArgs(dockerfile).some(({ pairs }) =>
    pairs.some(({ key, value }) => key.value === target && value !== undefined),
  );
  // Builders without BuildKit set no TARGETPLATFORM: a default in the flag may be meant for them.
  const isBare = /^\$(TARGETPLATFORM|\{TARGETPLATFORM\})$/.test(platform.value ?? '');
  return { ...removeFlag(platform, dockerfile), safety: hasDefault || !isBare ? 'review' : 'safe' };
}
