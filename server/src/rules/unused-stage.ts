import type { BuildModel, Stage } from '../model/model';
import type { Project } from '../project/project';
import { isWorkplace } from './facts/shipped';
import { nearest } from './facts/spelling';
import { referencesOf, stageMeant, withNeeded } from './facts/stage-references';
import type { Rule } from './rule';

/**
 * A stage without a name can only be built as `--target 0`, which hardly anybody does. One with a name may be built by
 * target from anywhere: it counts as unused only where the project is known, builds this file by other targets or by
 * none, the name is not that of a stage for work (`test`, `dev`), and it says nothing of what is started.
 */
export const unusedStage: Rule = {
  id: 'unused-stage',
  severity: 'hint',
  serves: ['maintenance'],
  summary: 'A stage that neither the image that ships nor another build needs.',
  fixable: 'no',
  check({ model, finalStage, project }) {
    // A file of nothing but FROM is a list of images that a tool keeps up to date.
    if (finalStage.steps.length === 0 || model.stages.some((stage) => namesUnknown(stage, model))) return [];
    const built = model.stages.filter((stage) => isTarget(stage, project));
    const used = withNeeded([finalStage, ...built, ...misspelt(model)], model);
    const left = model.stages.filter((stage) => !used.has(stage));
    const spared = withNeeded(
      left.filter((stage) => mayBeBuilt(stage, project)),
      model,
    );
    return left
      .filter((stage) => !spared.has(stage))
      .map((stage) => ({
        at: stage.from.alias?.span ?? stage.from.image?.span ?? stage.from.keywordSpan,
        message:
          stage.name === undefined
            ? 'No later stage uses this one: what it does reaches no image. Copy from it with COPY --from, or remove it.'
            : `No later stage uses "${stage.name}", and no build file of the project has it as its target: what it does reaches no image.`,
        tag: 'unnecessary' as const,
      }));
  },
};

/** Stages that are needed under a name that has a slip in it, or from a place that is too early. */
function misspelt(model: BuildModel): readonly Stage[] {
  const names = model.stages.flatMap(({ name }) => name ?? []);
  return model.stages.flatMap((stage) =>
    referencesOf(stage, model.dockerfile.text).flatMap((reference) => {
      if (stageMeant(reference, stage, model)) return [];
      const meant = nearest(reference.name, names);
      return model.stages.filter((each) => each !== stage && each.name === meant && meant !== undefined);
    }),
  );
}

/** A name that is not known may be that of any stage. */
function namesUnknown(stage: Stage, { dockerfile }: BuildModel): boolean {
  return (
    stage.base.kind === 'unknown' ||
    referencesOf(stage, dockerfile.text).some(({ name }) => name.includes('$')) ||
    stage.steps.some(({ instruction }) => instruction.kind === 'onbuild' || instruction.kind === 'unknown')
  );
}

function isTarget({ name, index }: Stage, { targets }: Project): boolean {
  return targets.some(
    ({ target }) =>
      target === String(index) || (name !== undefined && target.toLowerCase() === name.toLowerCase()),
  );
}

function mayBeBuilt(stage: Stage, project: Project): boolean {
  if (stage.name === undefined) return false;
  const builder = /^(pre|re)?(build|compile)(er|r)?s?$/i.test(stage.name);
  return (
    project.truncated ||
    (isWorkplace(stage, project) && !builder) ||
    startsItself(stage) ||
    purposeful.test(stage.name)
  );
}

/** A stage with a name and a command of its own is an image of its own, built by target from who knows where. */
function startsItself({ steps }: Stage): boolean {
  return steps.some(({ instruction }) => instruction.kind === 'cmd' || instruction.kind === 'entrypoint');
}

/** Names of stages that are images of their own, or whose files are taken out of the build. */
const purposeful =
  /(^|[^a-z])(prod|production|release|runtime|run|final|image|export|artifacts?|bin|binary|output|out|dist|package|docs?|migrat\w*|worker|server|client|api|cli|web|app|cron|job|check|update|coverage|bench\w*|default)([^a-z]|$)/i;
