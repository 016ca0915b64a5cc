import { discontinued } from './facts/discontinued-images';
import { fromToken, rootOf, spellsOutImage } from './facts/shipped';
import type { Rule } from './rule';

export const deprecatedBaseImage: Rule = {
  id: 'deprecated-base-image',
  severity: 'warning',
  serves: ['security', 'maintenance'],
  summary: 'The image that ships is built on an image that its publishers gave up.',
  fixable: 'review',
  check({ finalStage }) {
    const root = rootOf(finalStage);
    if (root.base.kind !== 'image') return [];
    const { reference } = root.base;
    const found = discontinued(reference);
    if (!found) return [];
    const at = fromToken(root);
    const { because, instead, successor } = found;
    // A digest or a mirror says that somebody chose this very image.
    const replaceable =
      spellsOutImage(root) && reference.digest === undefined && reference.registry === 'docker.io';
    return [
      {
        at,
        message: `${because} Use ${instead}.`,
        tag: 'deprecated',
        fixes:
          successor === undefined || !replaceable
            ? []
            : [
                {
                  title: `Change to ${successor}`,
                  safety: 'review',
                  edits: () => [{ span: at, newText: successor, reason: 'The same software, still updated' }],
                },
              ],
      },
    ];
  },
};
