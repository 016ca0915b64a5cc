import { lookUp } from '../images/catalogue';
import type { ImageReference } from '../images/image';
import type { Stage } from '../model/model';
import { currentReleaseTag, withTag } from './facts/base-image';
import { fromToken, isWorkplace, rootOf, spellsOutImage } from './facts/shipped';
import type { Fix, Rule } from './rule';

/** Images that are published without versions, or that are built on this machine, are let be. */
export const unpinnedBaseImage: Rule = {
  id: 'unpinned-base-image',
  aliases: ['DL3006', 'DL3007'],
  severity: 'information',
  serves: ['reproducibility', 'maintenance'],
  summary: 'The image that ships is built on an image without a version.',
  fixable: 'review',
  check({ finalStage, project }) {
    if (isWorkplace(finalStage, project)) return [];
    const root = rootOf(finalStage);
    if (root.base.kind !== 'image' || !spellsOutImage(root)) return [];
    const { reference } = root.base;
    if (!isUnpinned(reference) || hasNoVersions(reference) || mayBeLocal(reference)) return [];
    const written = reference.tag === undefined ? 'without a tag' : 'by the tag latest';
    return [
      {
        at: fromToken(root),
        message: `${reference.raw} is named ${written}: what ships changes whenever a new version is published, and a build of next month may be another image. Name a version.`,
        fixes: pin(root, reference),
      },
    ];
  },
};

function isUnpinned({ tag, digest }: ImageReference): boolean {
  return digest === undefined && (tag === undefined || tag === 'latest');
}

/** Distroless images bear their version in the name; of Chainguard's and of many Microsoft ones only `latest` is free to have. */
function hasNoVersions({ registry, repository, raw }: ImageReference): boolean {
  return raw === 'scratch' || repository.startsWith('distroless/') || registry === 'cgr.dev';
}

/** A bare name that is no known image: often one that another Dockerfile, compose or bake builds. */
function mayBeLocal(reference: ImageReference): boolean {
  return (
    reference.registry === 'localhost' ||
    (!reference.repository.includes('/') && lookUp(reference) === undefined)
  );
}

function pin(root: Stage, reference: ImageReference): readonly Fix[] {
  const tag = currentReleaseTag(reference);
  if (tag === undefined) return [];
  const image = withTag(reference, tag);
  return [
    {
      title: `Change to ${image}`,
      safety: 'review',
      edits: () => [{ span: fromToken(root), newText: image, reason: 'The release that latest means today' }],
    },
  ];
}
