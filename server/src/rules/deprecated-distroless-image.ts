import { deprecatedDistroless } from '../images/catalogue';
import { fromToken, rootOf, spellsOutImage } from './facts/shipped';
import type { Rule } from './rule';

export const deprecatedDistrolessImage: Rule = {
  id: 'deprecated-distroless-image',
  severity: 'warning',
  serves: ['security', 'maintenance'],
  summary: 'The image that ships is built on a distroless image that gets no more updates.',
  fixable: 'review',
  check({ finalStage }) {
    const root = rootOf(finalStage);
    if (root.base.kind !== 'image') return [];
    const { reference } = root.base;
    const deprecated = deprecatedDistroless(reference);
    if (!deprecated) return [];
    const at = fromToken(root);
    const { successor, because } = deprecated;
    // A mirror of gcr.io may not have the successor; a digest pins what the author tried.
    const replaceable =
      spellsOutImage(root) && reference.registry === 'gcr.io' && reference.digest === undefined;
    const image =
      replaceable && successor !== undefined ? withoutAddedTag(successor, reference.tag) : undefined;
    return [
      {
        at,
        message: because,
        tag: 'deprecated',
        ...(image === undefined
          ? {}
          : {
              fixes: [
                {
                  title: `Change to ${image}`,
                  safety: 'review' as const,
                  edits: () => [{ span: at, newText: image, reason: 'The same image, still updated' }],
                },
              ],
            }),
      },
    ];
  },
};

/** The catalogue's successor always names a tag; a reference without one stays without. */
function withoutAddedTag(successor: string, tag: string | undefined): string {
  return tag === undefined ? successor.replace(/:latest$/, '') : successor;
}
