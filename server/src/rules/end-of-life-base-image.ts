import type { ImageReference } from '../images/image';
import { currentReleaseTag, endedPart, withTag } from './facts/base-image';
import { fromToken, rootOf, spellsOutImage } from './facts/shipped';
import type { Fix, Rule } from './rule';

/** Distroless images and images that were given up as a whole have rules of their own. */
export const endOfLifeBaseImage: Rule = {
  id: 'end-of-life-base-image',
  severity: 'warning',
  serves: ['security', 'maintenance'],
  summary: 'The image that ships is built on a release that gets no more security updates.',
  fixable: 'review',
  check({ finalStage }) {
    const root = rootOf(finalStage);
    const { image } = root;
    if (root.base.kind !== 'image' || image?.status !== 'end-of-life' || image.family === 'distroless')
      return [];
    const { what, since } = endedPart(image);
    const place = what === image.reference.raw ? '' : ` in ${image.reference.raw}`;
    const period = since === undefined ? ' for years' : ` since ${since}`;
    return [
      {
        at: fromToken(root),
        message: `${what}${place} has had no security updates${period}: known holes in what ships stay open. Move to a release that is still supported.`,
        tag: 'deprecated',
        fixes: spellsOutImage(root) ? newer(root.base.reference, fromToken(root)) : [],
      },
    ];
  },
};

/** For images of a distribution alone: `debian:buster-slim` becomes `debian:trixie-slim`. */
function newer(reference: ImageReference, at: ReturnType<typeof fromToken>): readonly Fix[] {
  const release = currentReleaseTag(reference);
  if (release === undefined || reference.digest !== undefined || reference.tag === undefined) return [];
  const image = withTag(reference, reference.tag.endsWith('-slim') ? `${release}-slim` : release);
  return [
    {
      title: `Change to ${image}`,
      safety: 'review',
      edits: () => [{ span: at, newText: image, reason: 'The current release of the same distribution' }],
    },
  ];
}
