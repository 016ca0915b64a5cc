import { expandWord } from '../../dockerfile/variables';
import { DOCKER_HUB } from '../../images/reference';
import type { ImageReference } from '../../images/image';
import type { Rule } from '../rule';
import { buildkitCheck } from './facts/check';
import { defaultArgs } from './facts/global-args';
import { parsePlatform } from './facts/platform';

/**
 * Docker Hub's names for the builds of official images for one architecture.
 * Source: github.com/docker-library/official-images, "Architectures other than amd64".
 */
const byPrefix = new Map([
  ['amd64', 'amd64'],
  ['arm32v5', 'arm'],
  ['arm32v6', 'arm'],
  ['arm32v7', 'arm'],
  ['arm64v8', 'arm64'],
  ['i386', '386'],
  ['mips64le', 'mips64le'],
  ['ppc64le', 'ppc64le'],
  ['riscv64', 'riscv64'],
  ['s390x', 's390x'],
]);

/**
 * BuildKit compares the platform that it asked for with that of the image it got, which takes the registry. Without one
 * this is known where both are written down: `--platform`, and an image whose name says its architecture.
 */
export const invalidBaseImagePlatform: Rule = buildkitCheck({
  id: 'InvalidBaseImagePlatform',
  severity: 'warning',
  serves: ['portability'],
  summary: 'FROM asks for one platform and names an image that is built for another.',
  fixable: 'no',
  find({ model: { stages, dockerfile } }) {
    const lookup = defaultArgs(dockerfile, stages.at(-1)?.name?.toLowerCase());
    return stages.flatMap(({ from: { platform, image }, base }) => {
      if (base.kind !== 'image' || !image || platform?.value === undefined || !lookup) return [];
      const word = { raw: platform.value, value: platform.value, span: platform.span };
      // Machines differ in what these hold.
      if (/(BUILD|TARGET)/.test(platform.value)) return [];
      const expanded = expandWord(word, dockerfile.escape, lookup);
      const wanted = expanded.known ? parsePlatform(expanded.value) : undefined;
      const built = architectureOf(base.reference);
      if (built === undefined || wanted?.architecture === undefined || wanted.architecture === built)
        return [];
      return [
        {
          at: image.span,
          message: `This image is built for linux/${built}, not for ${expanded.known ? expanded.value : ''}, which --platform asks for.`,
          related: [{ at: platform.span, message: 'The platform that is asked for.' }],
        },
      ];
    });
  },
});

function architectureOf({ registry, repository, tag = '' }: ImageReference): string | undefined {
  if (registry === DOCKER_HUB) return byPrefix.get(/^([^/]+)\/[^/]+$/.exec(repository)?.[1] ?? '');
  // Distroless publishes each architecture under a tag of its own.
  if (registry === 'gcr.io' && repository.startsWith('distroless/')) {
    return /-(amd64|arm64|arm|s390x|ppc64le|riscv64)$/.exec(tag)?.[1];
  }
  return undefined;
}
