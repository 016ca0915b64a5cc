import type { BaseImage } from '../images/image';
import { slimCounterpart } from '../images/slim-counterpart';
import { needsNoCompiler } from './facts/needs-no-compiler';
import { fromToken, isWorkplace, rootOf, spellsOutImage } from './facts/shipped';
import { purposeOf } from './facts/start';
import type { Rule } from './rule';

/**
 * The full images of these languages hold compilers and headers for native extensions. Flagged only where the stage
 * runs nothing that could want them: its packages are plain, or come from another stage.
 */
export const fullImageWhereSlimServes: Rule = {
  id: 'full-image-where-slim-serves',
  severity: 'hint',
  serves: ['size', 'security'],
  summary: 'The image that ships is built on the full variant of an image, and nothing uses what slim lacks.',
  fixable: 'review',
  check({ finalStage, project }) {
    const root = rootOf(finalStage);
    const { image, base } = root;
    if (base.kind !== 'image' || !spellsOutImage(root) || !image || isWorkplace(finalStage, project))
      return [];
    const slim = slimOf(image);
    if (
      slim === undefined ||
      purposeOf(finalStage, project) !== 'program' ||
      !needsNoCompiler(finalStage, project)
    )
      return [];
    const at = fromToken(root);
    const size = image.diskBytes === undefined ? '' : ` (about ${Math.round(image.diskBytes / 1e6)} MB)`;
    return [
      {
        at,
        message: `${base.reference.raw}${size} carries compilers, headers and version control that nothing in this stage uses. ${slim} is the same without them.`,
        fixes: [
          {
            title: `Change to ${slim}`,
            safety: 'review',
            edits: () => [{ span: at, newText: slim, reason: 'The same release without compilers' }],
          },
        ],
      },
    ];
  },
};

/** Only a tag that names a version says which image is meant. */
function slimOf(image: BaseImage): string | undefined {
  const { tag, digest } = image.reference;
  if (image.slim || digest !== undefined || tag === undefined || !/^\d/.test(tag)) return undefined;
  const slim = slimCounterpart(image);
  return slim.known ? slim.value : undefined;
}
