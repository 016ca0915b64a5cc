import type { Rule } from '../rule';
import { buildkitCheck } from './facts/check';

/** Words that make a name one of a secret, and words that say that it is none after all; BuildKit's own lists. */
const secret = new Set(
  'apikey auth credential credentials key password pword passwd secret token'.split(' '),
);
const harmless = new Set(['public', 'file', 'version']);

/**
 * BuildKit judges by the name alone, so that fingerprints of public keys are among its finds: information, no warning.
 * ARGs before the first FROM are not looked at: their values do not reach a stage.
 */
export const secretsUsedInArgOrEnv: Rule = buildkitCheck({
  id: 'SecretsUsedInArgOrEnv',
  severity: 'information',
  serves: ['security'],
  summary: 'The name of an ARG or ENV is that of a secret.',
  fixable: 'no',
  find({ model: { stages } }) {
    return stages.flatMap(({ steps }) =>
      steps.flatMap(({ instruction }) => {
        if (instruction.kind !== 'env' && instruction.kind !== 'arg') return [];
        return instruction.pairs.flatMap(({ key }) => {
          const words = key.value.toLowerCase().split('_');
          if (!words.some((word) => secret.has(word)) || words.some((word) => harmless.has(word))) return [];
          const where =
            instruction.kind === 'env'
              ? 'the value is part of the image and of every container'
              : 'the value can be read from the image history';
          return [
            {
              at: key.span,
              message: `${key.value} sounds like a secret, and ${where}. Hand secrets to the build with RUN --mount=type=secret, to the container when it starts.`,
              skippedAbove: instruction,
            },
          ];
        });
      }),
    );
  },
});
