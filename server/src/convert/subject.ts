import { languagesBuilt } from '../ecosystems/built';
import type { Ecosystem } from '../ecosystems/ecosystem';
import { servesAsRuntime } from '../images/languages/all';
import type { BuildModel, Stage } from '../model/model';
import type { Project } from '../project/project';
import { chainObstacle, wholeChain } from './chain';
import type { Reason } from './conversion';
import { isForDevelopers } from './for-developers';
import type { PlanRefusal } from './plan';

/** The stage to convert, and how. */
export interface Subject {
  readonly stage: Stage;
  readonly shape: 'split' | 'replace';
}

/** Finds what a conversion would change: the stage that ships, when it compiles or carries what compiled. */
export function findSubject(
  model: BuildModel,
  project: Project,
  ecosystems: readonly Ecosystem[],
): Subject | PlanRefusal {
  const final = model.finalStage;
  if (!final) return nothing('the file has no stage', undefined);
  const stage = wholeChain(final);
  const at = stage.from.image?.span ?? stage.from.span;
  if (stage.steps.some(({ instruction }) => instruction.kind === 'onbuild')) {
    return refused('ONBUILD runs in images built on this one; they would miss what the builder has', at);
  }
  if (model.stages.length > 1 && isForDevelopers(stage)) {
    return refused(
      `the last stage, ${stage.name ?? ''}, is not made to be shipped; put the stage that ships last to have it converted`,
      at,
    );
  }
  const concerned = ecosystems.filter((ecosystem) => ecosystem.concerns(stage, project));
  const isOwn = (language: string) => ecosystems.some((ecosystem) => ecosystem.language === language);
  const built = languagesBuilt(stage);
  const isSingle = model.stages.length === 1;
  const obstacle = chainObstacle(final);
  if (built.some(isOwn) || (concerned.length > 0 && (isSingle || makes(stage)))) {
    const isCopied = isSingle && !stage.steps.some(({ instruction }) => instruction.kind === 'run');
    return (
      (obstacle && refused(obstacle.message, obstacle.at)) ??
      unclearBase(stage, at) ?? { stage, shape: isCopied ? 'replace' : 'split' }
    );
  }
  if (built.length > 0) return refused(`${built[0] ?? 'this language'} builds are not converted yet`, at);
  // `FROM base AS release`: what it copies together on a full image is handed over like what it builds.
  if (final.base.kind === 'stage' && concerned.length > 0 && isFat(stage) && !obstacle)
    return unclearBase(stage, at) ?? { stage, shape: 'split' };
  if (final.base.kind === 'stage')
    return nothing('the final stage is built on another stage and compiles nothing', at);
  if (isSingle) return nothingOfOurs(stage, ecosystems, at);
  if (stage.image && !isFat(stage)) {
    return nothing('the final stage compiles nothing and its base image is small already', at);
  }
  const earlier = model.stages.slice(0, -1);
  if (!earlier.some((other) => ecosystems.some((ecosystem) => ecosystem.concerns(other, project)))) {
    // What the earlier stages installed for an interpreter runs on the image that the last one stands on.
    if (concerned.some(({ language }) => language === stage.image?.language))
      return (
        (obstacle && refused(obstacle.message, obstacle.at)) ??
        unclearBase(stage, at) ?? { stage, shape: 'split' }
      );
    return nothing('no earlier stage builds a program that is converted', at);
  }
  return unclearBase(stage, at) ?? { stage, shape: 'replace' };
}

function nothing(message: string, at: Reason['at']): PlanRefusal {
  return { kind: 'nothing-to-do', reasons: [{ message, at }] };
}

function refused(message: string, at: Reason['at']): PlanRefusal {
  return { kind: 'refused', reasons: [{ message, at }] };
}

function nothingOfOurs(stage: Stage, ecosystems: readonly Ecosystem[], at: Reason['at']): PlanRefusal {
  const { image } = stage;
  if (image?.language && !ecosystems.some(({ language }) => language === image.language)) {
    return refused(`${image.language} projects are not converted yet`, at);
  }
  return nothing('the file compiles no program', at);
}

function unclearBase(stage: Stage, at: Reason['at']): PlanRefusal | undefined {
  const { base } = stage;
  if (base.kind === 'unknown') return refused(`the base image is not known: ${base.because}`, at);
  if (base.kind === 'stage') return refused('the final stage is built on another stage', at);
  if (!stage.image) {
    return refused(
      `what ${base.reference.raw} contains is not known: its entry point, user and libraries may matter`,
      at,
    );
  }
  if (stage.steps.some((step) => step.instruction.kind === 'run' && !step.commands)) {
    return refused('commands for another shell than a POSIX one are not analysed', at);
  }
  return undefined;
}

/** A stage that installs or builds what it runs: no mere copy of another stage or of the build context. */
function makes(stage: Stage): boolean {
  return stage.steps.some(({ commands }) =>
    commands?.some(({ effects }) =>
      effects.some(({ kind }) => kind === 'builds' || kind === 'downloads-dependencies'),
    ),
  );
}

/** A base that carries more than a runtime needs: compilers, or a full operating system. */
function isFat(stage: Stage): boolean {
  const { image } = stage;
  return (
    image !== undefined &&
    !servesAsRuntime(image) &&
    (image.role === 'toolchain' || (image.role === 'os' && !image.slim && image.family !== 'alpine'))
  );
}
