import type { BuildModel, Stage, Step } from '../model/model';
import type { Project } from '../project/project';
import type { TextEdit } from '../text/edit';
import type { Reason } from './conversion';
import type { Placement } from './plan';

/**
 * A final stage that stands on others of the file (`FROM base AS prod`), read as one: what it inherits comes before its
 * own steps. The stages below it keep their text, since others may be built on them.
 */
export function wholeChain(stage: Stage): Stage {
  const stages = chainOf(stage);
  const [root] = stages;
  if (!root || root === stage) return stage;
  return { ...stage, base: root.base, image: root.image, steps: stages.flatMap(({ steps }) => steps) };
}

/** From the stage on an image up to the stage itself. */
function chainOf(stage: Stage): Stage[] {
  return stage.base.kind === 'stage' ? [...chainOf(stage.base.stage), stage] : [stage];
}

/** What speaks against reading the stages below as part of the final one. */
export function chainObstacle(stage: Stage): Reason | undefined {
  const below = chainOf(stage).slice(0, -1);
  const fixed = below.find(({ from }) => from.platform && !from.platform.value?.includes('BUILDPLATFORM'));
  if (!fixed) return undefined;
  const message = `stage ${fixed.name ?? fixed.index} is built for a platform of its own`;
  return { message, at: fixed.from.platform?.span };
}

/** Inherited instructions stay where they are: what the runtime needs of them is said again there. */
export function keepInherited(placements: readonly Placement[], inherited: ReadonlySet<Step>): Placement[] {
  return placements.map((placement) => {
    const { step, place } = placement;
    if (!inherited.has(step)) return placement;
    if (place === 'runtime') return { ...placement, place: 'both' };
    return place === 'dropped' ? { ...placement, place: 'builder' } : placement;
  });
}

/** Steps of the chain that do not stand in the final stage. */
export function inheritedSteps(model: BuildModel): ReadonlySet<Step> {
  const { finalStage } = model;
  if (!finalStage) return new Set();
  return new Set(
    chainOf(finalStage)
      .slice(0, -1)
      .flatMap(({ steps }) => steps),
  );
}

/** A change to a stage that other stages, or builds by name, use too: it would change them. */
export function changesOthers(
  model: BuildModel,
  project: Project,
  edits: readonly TextEdit[],
): Reason | undefined {
  const { finalStage, stages } = model;
  if (!finalStage) return undefined;
  const chain = chainOf(finalStage);
  for (const below of chain.slice(0, -1)) {
    const edit = edits.find(({ span }) =>
      below.steps.some(
        ({ instruction }) => span.start >= instruction.span.start && span.start < instruction.span.end,
      ),
    );
    if (!edit) continue;
    const isUsed = stages.some(
      (other) =>
        (!chain.includes(other) && other.base.kind === 'stage' && other.base.stage === below) ||
        other.steps.some(({ copy }) => copy?.from.kind === 'stage' && copy.from.stage === below),
    );
    const name = below.name?.toLowerCase();
    const isTarget = project.targets.some(({ target }) => target.toLowerCase() === name);
    if (isUsed || isTarget) {
      const message = `the program is compiled in stage ${below.name ?? below.index}, which others use too, and its build would have to change`;
      return { message, at: below.from.span };
    }
  }
  return undefined;
}
