import type { BuildModel, Stage } from '../model/model';
import type { Project } from '../project/project';

/** Stages with these names need what a runtime image leaves out. */
const developers =
  /^(dev|develop|development|devcontainer|tests?|testing|unit-?tests?|debug|debugger|local|lint|linter|ci)$/i;

/** Names of the stage that is built for production, where another one stands last. */
const production = /^(prod|production|release|runtime|runner|final|deploy|app|server|web|api|prd)$/i;

export function isForDevelopers({ name }: Stage): boolean {
  return developers.test(name ?? '');
}

/** A file whose last stage is for developers, up to the end of the one stage before it that ships. */
export interface ShippingPart {
  readonly stage: Stage;
  /** Offset behind the last line of the stage. */
  readonly end: number;
}

/**
 * The stage that ships when the last one does not: built by name for production, and used by no other stage, so that
 * they stay as they are when it changes. Undefined where that is not one stage alone.
 */
export function shippingPart({ stages, finalStage }: BuildModel, project: Project): ShippingPart | undefined {
  if (!finalStage || !isForDevelopers(finalStage)) return undefined;
  const isUsed = (stage: Stage) =>
    stages.some(
      (other) =>
        (other.base.kind === 'stage' && other.base.stage === stage) ||
        other.steps.some(({ copy }) => copy?.from.kind === 'stage' && copy.from.stage === stage),
    );
  const ends = stages.filter((stage) => !isForDevelopers(stage) && !isUsed(stage));
  const [stage] = ends;
  if (!stage?.name || ends.length > 1) return undefined;
  const { name } = stage;
  const isTarget = project.targets.some(({ target }) => target.toLowerCase() === name.toLowerCase());
  const instructions = [stage.from, ...stage.steps.map(({ instruction }) => instruction)];
  // One more stage before them would move their numbers.
  const later = stages.slice(stage.index + 1);
  const isNumbered =
    later.some(({ steps }) => steps.some(({ copy }) => /^\d+$/.test(copy?.instruction.from?.value ?? ''))) ||
    project.targets.some(({ target }) => /^\d+$/.test(target));
  if (isNumbered || (!isTarget && !production.test(name))) return undefined;
  return { stage, end: instructions.at(-1)?.lines.end ?? stage.from.lines.end };
}
