import type { CopyInstruction } from '../../dockerfile/ast';
import type { Stage } from '../../model/model';
import { originOf } from '../../model/paths';
import type { Project } from '../../project/project';
import type { Fix } from '../rule';
import { fromToken, rootOf, shippedSteps, spellsOutImage } from './shipped';
import { copiedPrograms } from './copied-programs';

/**
 * True when it is certain that nothing puts a path into an image whose base does not have it: no COPY that may hold it,
 * no command, no package besides those named.
 */
export function isMissing(stage: Stage, path: string, project: Project, harmless: RegExp): boolean {
  const { kind } = originOf(stage, path, project);
  if (kind !== 'absent' && kind !== 'base') return false;
  return !shippedSteps(stage).some(({ commands, instruction }) => {
    if (instruction.kind === 'onbuild' || instruction.kind === 'unknown') return true;
    return commands?.some(({ effects }) =>
      effects.some(
        (effect) =>
          effect.kind === 'unknown' ||
          (effect.kind === 'packages' && effect.packages.some(({ name }) => !harmless.test(name))),
      ),
    );
  });
}

/** True when an ENV of the stage, or of its base image, sets one of the names. */
export function setsVariable({ end }: Stage, names: readonly string[]): boolean {
  return names.some((name) => end.env.has(name));
}

/** The COPY that brings a file of another stage into the image, to add lines behind. */
export function copyOf(stage: Stage, program: Stage): CopyInstruction | undefined {
  const [first] = copiedPrograms(stage).filter((each) => each.stage === program);
  const step = shippedSteps(stage).find(
    ({ copy }) => first && copy?.instruction.sources.includes(first.word),
  );
  return step?.copy?.instruction;
}

/** Adds lines behind an instruction. */
export function linesBehind(
  { span }: CopyInstruction,
  lines: readonly string[],
  { title, reason, newline }: { readonly title: string; readonly reason: string; readonly newline: string },
): Fix {
  const at = { start: span.end, end: span.end };
  return {
    title,
    safety: 'review',
    edits: () => [{ span: at, newText: lines.map((line) => newline + line).join(''), reason }],
  };
}

const staticImage = 'gcr.io/distroless/static-debian13';

/** Distroless static runs what scratch runs, and has certificates, time zones, users and /tmp besides. */
export function staticInsteadOfScratch(stage: Stage): Fix | undefined {
  const root = rootOf(stage);
  if (stage.image?.family !== 'scratch' || !spellsOutImage(root)) return undefined;
  return {
    title: `Ship on ${staticImage}, which has certificates, time zones and /tmp`,
    safety: 'review',
    edits: () => [
      {
        span: fromToken(root),
        newText: staticImage,
        reason: 'Scratch with the few files that programs expect',
      },
    ],
  };
}
