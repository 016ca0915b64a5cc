import type { Ecosystem } from '../ecosystems/ecosystem';
import type { BuildModel, Stage } from '../model/model';
import type { Reason } from './conversion';
import type { PlanRefusal } from './plan';

/** The stage to convert, and how. */
export interface Subject {
  readonly stage: Stage;
  readonly shape: 'split' | 'replace';
}

/** Finds what a conversion would change: the stage that ships, when it compiles or carries what compiled. */
export function findSubject(model: BuildModel, ecosystems: readonly Ecosystem[]): Subject | PlanRefusal {
  const stage = model.finalStage;
  if (!stage) return nothing('the file has no stage', undefined);
  const at = stage.from.image?.span ?? stage.from.span;
  if (stage.steps.some(({ instruction }) => instruction.kind === 'onbuild')) {
    return refused('ONBUILD runs in images built on this one; they would miss what the builder has', at);
  }
  const languages = ecosystems.map((ecosystem) => ecosystem.language);
  const built = languagesBuilt(stage);
  const supported = built.filter((language) => languages.includes(language));
  const runs = startsBuildTool(stage, languages);
  if (supported.length > 0 || runs) {
    const unclear = unclearBase(stage, at);
    return unclear ?? { stage, shape: 'split' };
  }
  if (built.length > 0) return refused(`${built[0] ?? 'this language'} builds are not converted yet`, at);
  if (stage.base.kind === 'stage')
    return nothing('the final stage is built on another stage and compiles nothing', at);
  if (model.stages.length === 1) return nothingOfOurs(stage, at);
  if (stage.image && !isFat(stage)) {
    return nothing('the final stage compiles nothing and its base image is small already', at);
  }
  if (!model.stages.slice(0, -1).some((other) => languagesBuilt(other).some((l) => languages.includes(l)))) {
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

function nothingOfOurs(stage: Stage, at: Reason['at']): PlanRefusal {
  const { image } = stage;
  if (image?.language && image.language !== 'go') {
    return refused(`${image.language} projects are not converted yet`, at);
  }
  return nothing('the file compiles no program', at);
}

function unclearBase(stage: Stage, at: Reason['at']): PlanRefusal | undefined {
  const { base } = stage;
  if (base.kind === 'unknown') return refused(`the base image is not known: ${base.because}`, at);
  if (base.kind === 'stage') {
    return refused('the final stage is built on another stage; moving what it inherits is not done yet', at);
  }
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

function languagesBuilt(stage: Stage): string[] {
  const found = stage.steps
    .flatMap((step) => step.commands ?? [])
    .flatMap((command) => command.effects)
    .flatMap((effect) => (effect.kind === 'builds' ? [effect.language] : []));
  return [...new Set(found)];
}

/** `CMD ["go", "run", "."]`: compiled when the container starts. */
function startsBuildTool(stage: Stage, languages: readonly string[]): boolean {
  if (!languages.includes('go')) return false;
  return [stage.end.entrypoint, stage.end.cmd].some((start) => {
    const words =
      start?.script?.commands.flatMap((command) => command.words.map((word) => word.literal)) ?? start?.argv;
    const index = words?.findIndex((word) => word !== undefined && /(^|\/)go$/.test(word)) ?? -1;
    return index !== -1 && words?.[index + 1] === 'run';
  });
}

/** A base that carries more than a runtime needs: compilers, or a full operating system. */
function isFat(stage: Stage): boolean {
  const { image } = stage;
  return (
    image !== undefined &&
    (image.role === 'toolchain' || (image.role === 'os' && !image.slim && image.family !== 'alpine'))
  );
}
