import type { Fix, Rule } from './rule';
import type { Stage } from '../model/model';
import { fromToken, isWorkplace, rootOf, shippedSteps, spellsOutImage } from './facts/shipped';

export const distrolessDebugShips: Rule = {
  id: 'distroless-debug-ships',
  severity: 'warning',
  serves: ['security', 'size'],
  summary: 'The image that ships is built on a distroless debug tag, which carries a shell.',
  fixable: 'review',
  check({ finalStage, project }) {
    const { image } = finalStage;
    if (image?.family !== 'distroless' || !image.debug || isWorkplace(finalStage, project)) return [];
    const fix = usesBusybox(finalStage) ? undefined : dropDebug(rootOf(finalStage));
    return [
      {
        at: fromToken(rootOf(finalStage)),
        message: `The image that ships is built on a debug tag (${image.reference.tag}): it carries a busybox shell and its tools, which is what distroless images are chosen to be without. Keep debug tags for a stage of their own, built by its name when it is wanted.`,
        ...(fix ? { fixes: [fix] } : {}),
      },
    ];
  },
};

/** `debug-nonroot-amd64` -> `nonroot-amd64`, `debug` -> `latest`. A digest pins the debug image: nothing to offer. */
function dropDebug(stage: Stage): Fix | undefined {
  if (stage.base.kind !== 'image' || !spellsOutImage(stage)) return undefined;
  const { raw, tag, digest } = stage.base.reference;
  if (tag === undefined || digest !== undefined) return undefined;
  const parts = tag.split('-').filter((part) => part !== 'debug');
  const plain = parts[0] === 'nonroot' ? parts.join('-') : ['latest', ...parts].join('-');
  const image = `${raw.slice(0, raw.length - tag.length)}${plain}`;
  return {
    title: `Ship ${image}, which has no shell`,
    safety: 'review',
    edits: () => [{ span: fromToken(stage), newText: image, reason: 'No shell in the image that ships' }],
  };
}

/** The author works with the shell: taking it away would break the build or the start. */
function usesBusybox(stage: Stage): boolean {
  return shippedSteps(stage).some(
    ({ instruction, before }) =>
      instruction.kind === 'shell' ||
      (instruction.kind === 'run' && instruction.arguments.form === 'shell') ||
      before.shell[0]?.includes('busybox') ||
      instruction.body.text.includes('busybox'),
  );
}
