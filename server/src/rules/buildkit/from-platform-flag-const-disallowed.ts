import type { Rule } from '../rule';
import { buildkitCheck } from './facts/check';
import { removeFlag } from './facts/flag-removal';
import { parsePlatform } from './facts/platform';
import { variablesIn } from './facts/variables';

export const fromPlatformFlagConstDisallowed: Rule = buildkitCheck({
  id: 'FromPlatformFlagConstDisallowed',
  aliases: ['DL3029'],
  severity: 'information',
  serves: ['portability'],
  summary: 'FROM is tied to one platform.',
  fixable: 'review',
  find({ model: { stages, dockerfile } }) {
    return stages.flatMap(({ from, name = '' }) => {
      const { platform } = from;
      const value = platform?.value;
      if (!platform || value === undefined || variablesIn(value, dockerfile.escape).length > 0) return [];
      const parsed = parsePlatform(value);
      if (!parsed) return [];
      // A stage that bears the platform in its name is meant for it. What the machine decides may be there as well.
      const stage = name.toLowerCase();
      const words = [
        ...(parsed.os ?? 'linux windows').split(' '),
        ...(parsed.architecture ?? 'amd64 arm64').split(' '),
      ];
      if (words.some((word) => stage.includes(word))) return [];
      return [
        {
          at: platform.valueSpan ?? platform.span,
          message: `This FROM is always of ${value}: images for other platforms cannot be built from this file. Leave the platform to the build, or use $BUILDPLATFORM.`,
          fixes: [{ ...removeFlag(platform, dockerfile), safety: 'review' as const }],
          skippedAbove: from,
        },
      ];
    });
  },
});
