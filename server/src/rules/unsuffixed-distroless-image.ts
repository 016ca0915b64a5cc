import { lookUp } from '../images/catalogue';
import type { BaseImage } from '../images/image';
import { chainOf, fromToken, spellsOutImage } from './facts/shipped';
import type { Rule } from './rule';

export const unsuffixedDistrolessImage: Rule = {
  id: 'unsuffixed-distroless-image',
  severity: 'information',
  serves: ['reproducibility', 'portability'],
  summary: 'A distroless image is named without the Debian release that it is built on.',
  fixable: 'safe',
  check({ finalStage }) {
    return chainOf(finalStage).flatMap((stage) => {
      if (stage.base.kind !== 'image') return [];
      const { reference } = stage.base;
      const name = /^distroless\/([a-z]+\d*(?:-nossl|-base)?)$/.exec(reference.repository)?.[1];
      // A digest settles the release; other registries may hold another state of the names.
      if (name === undefined || reference.registry !== 'gcr.io' || reference.digest !== undefined) return [];
      const { image } = stage;
      const release = image?.status === 'current' ? image.distribution?.version : undefined;
      if (release === undefined) return [];
      const repository = `${reference.repository}-debian${release}`;
      const tag = reference.tag === undefined ? '' : `:${reference.tag}`;
      const newText = `gcr.io/${repository}${tag}`;
      if (lookUp({ ...reference, raw: newText, repository })?.status !== 'current') return [];
      const fixes = spellsOutImage(stage)
        ? [
            {
              title: `Name the release: ${newText}`,
              safety: 'safe' as const,
              edits: () => [{ span: fromToken(stage), newText, reason: 'What the name stands for now' }],
            },
          ]
        : [];
      return [
        {
          at: fromToken(stage),
          message: `${reference.repository} moves on to another Debian by itself (now ${release}): ${whatChanges(image)} then comes with a rebuild. Name the release.`,
          fixes,
        },
      ];
    });
  },
};

function whatChanges(image: BaseImage | undefined): string {
  if (image?.language === 'python') return 'another version of Python';
  return image?.libc === 'none' ? 'what the image has of that release' : 'a new C library';
}
