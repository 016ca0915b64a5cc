import type { Ecosystem, Program } from '../ecosystems/ecosystem';
import { chooseRuntime } from '../images/runtime';
import type { RuntimeImage, RuntimeNeeds } from '../images/image';
import type { BuildModel, Stage } from '../model/model';
import type { Project } from '../project/project';
import type { Fact } from '../text/fact';
import type { ConvertOptions, Reason } from './conversion';
import { assemble, type Ingredients } from './assemble';
import { replaceBase } from './replace';
import { findSubject } from './subject';
import { foreignPackage } from './package-sources';
import { probeNeeds } from './probes';
import { systemNeeds, type SystemNeeds } from './needs';
import type { Plan, PlanRefusal } from './plan';
import { isShellBuiltin } from '../shell/quote';
import { analyseStart, type StartAnalysis } from './start';
import { withTools } from './tools';

/** Makes the plan of a conversion, or says why there is none. Pure: the same input gives the same plan. */
export function planConversion(
  model: BuildModel,
  project: Project,
  ecosystems: readonly Ecosystem[],
  options: ConvertOptions,
): Plan | PlanRefusal {
  const subject = findSubject(model, project, ecosystems);
  if ('kind' in subject) return subject;
  const { stage, shape } = subject;
  const expand = (pattern: string) => expandPattern(ecosystems, stage, project, pattern);
  let start = analyseStart(stage, project, expand);
  if (!start)
    return refusal(
      'the file sets no CMD or ENTRYPOINT, so what the image runs is not known',
      stage.from.span,
    );
  let program = analyseProgram(ecosystems, stage, project, start);
  const why = program?.kind === 'program' ? whyNotFirst(program, stage, start) : undefined;
  if (why !== undefined) {
    start = analyseStart(stage, project, expand, why) ?? start;
    program = analyseProgram(ecosystems, stage, project, start);
  }
  const idle = start.argv && keepsRunning(start.argv);
  if (idle !== undefined && program?.kind !== 'program') return refusal(idle, start.at);
  if (!program) return refusal(noProgram(start), start.at);
  if (program.kind === 'refusal') return refusal(program.message, program.at);
  if (start.environment.size > 0 && !program.environment && program.addedInstructions.length === 0) {
    return refusal('the start command sets variables for the program, which needs a shell', start.at);
  }
  program = withTools(program, stage, project, start, ecosystems);
  const probes = probeNeeds(project.probes, program, stage);
  if (probes.interpreter && program.interpreter)
    program = { ...program, interpreter: { ...program.interpreter, byName: true } };
  const needs = systemNeeds(stage, program, start, probes);
  if (needs.refusal) return { kind: 'refused', reasons: [needs.refusal] };
  const runtime = pickRuntime(stage, program, needs, start, options);
  if (!runtime.known) {
    const reasons = [
      ...whyNotSmaller(needs, start, undefined),
      { message: runtime.because, at: runtime.source },
    ];
    return { kind: 'refused', reasons };
  }
  const chosen = withoutNeedlessCopies(runtime.value, stage, model.stages.length > 1);
  const installed = [...needs.packages.keys(), ...(chosen.carries ? [] : needs.linked.keys())];
  const foreign = chosen.rung === 'slim' ? foreignPackage(stage, installed) : undefined;
  if (foreign) return { kind: 'refused', reasons: [foreign] };
  const same = sameImage(stage, program, needs, chosen, model.stages.length > 1);
  if (same) return same;
  // Only a builder can hand over an interpreter; packages are installed in a stage of their own.
  const needsBuilder =
    (chosen.carries?.prepares.length ?? 0) > 0 ||
    program.addedInstructions.length > 0 ||
    (model.stages.length === 1 &&
      (chosen.rung === 'carried' || (chosen.rung === 'slim' && needs.packages.size + needs.linked.size > 0)));
  const build = shape === 'split' || needsBuilder ? assemble : replaceBase;
  const ingredients = {
    model,
    project,
    stage,
    start,
    program,
    needs,
    runtime: chosen,
    reasons: whyNotSmaller(needs, start, chosen),
    optimise: options.optimise,
  };
  const exchanged = build(ingredients);
  const plan =
    build === replaceBase && 'kind' in exchanged && exchanged.kind === 'refused' && preparesFiles(stage)
      ? withPreparation(ingredients, exchanged)
      : exchanged;
  if (model.stages.length > 1 || 'kind' in plan || takesFromBuilder(plan)) return plan;
  // A builder that hands nothing over is none.
  const simpler = replaceBase(ingredients);
  return 'kind' in simpler ? plan : simpler;
}

/** A last stage that keeps its image has the libraries of what it copied from another stage, however they came there. */
function withoutNeedlessCopies(runtime: RuntimeImage, { base }: Stage, hasBuilder: boolean): RuntimeImage {
  if (!hasBuilder || runtime.rung !== 'slim' || base.kind !== 'image') return runtime;
  if (runtime.image !== base.reference.raw) return runtime;
  const { carries: _, ...rest } = runtime;
  return rest;
}

/** A final stage of a file with several, which makes folders and files by commands whose effects are known. */
function preparesFiles(stage: Stage): boolean {
  const commands = stage.steps.flatMap((step) => step.commands ?? []);
  return (
    commands.length > 0 && commands.every(({ effects }) => effects.every(({ kind }) => kind !== 'unknown'))
  );
}

/** What its commands make is handed over by the stage itself, which becomes one more builder. */
function withPreparation(ingredients: Ingredients, refusal: PlanRefusal): Plan | PlanRefusal {
  const plan = assemble(ingredients);
  return 'kind' in plan ? refusal : plan;
}

function takesFromBuilder({ added, runtimeLines }: Plan): boolean {
  return (
    added.length > 0 || runtimeLines.some((line) => line.kind === 'new' && line.text.includes('--from='))
  );
}

/** `tail -f /dev/null`, `sleep infinity`: a container to work in. */
function keepsRunning([name = '', ...rest]: readonly string[]): string | undefined {
  const waits =
    /^(\S*\/)?(tail|sleep)$/.test(name) && /(^|\s)(\/dev\/null|infinity|inf|\d+d?)$/.test(rest.join(' '));
  return waits ? `${name} only keeps the container running: which program ships is not known` : undefined;
}

function noProgram({ use }: StartAnalysis): string {
  const none = 'no program that this file compiles';
  const named = use.commands.filter((name) => !isShellBuiltin(name));
  return named.length === 0
    ? `the start command runs ${none}`
    : `the start command runs ${named.slice(0, 3).join(', ')}, and ${none}`;
}

/** What a pattern of the start command stands for, by the ecosystem that makes such files. */
function expandPattern(
  ecosystems: readonly Ecosystem[],
  stage: Stage,
  project: Project,
  pattern: string,
): string | undefined {
  const { workdir } = stage.end;
  if (!workdir.known) return undefined;
  for (const { expandPattern: expand } of ecosystems) {
    const path = expand?.(pattern, { stage, project, workdir: workdir.value });
    if (path !== undefined) return path;
  }
  return undefined;
}

/**
 * Taking the shell or the init away makes the program process 1. Alpine's shell becomes the program that it starts
 * last; Debian's stays process 1. Both tried: busybox 1.35, dash 0.5.12.
 */
function becomesFirst(stage: Stage, start: StartAnalysis): boolean {
  return start.isChild && (start.init !== undefined || stage.image?.distribution?.name !== 'alpine');
}

function whyNotFirst(program: Program, stage: Stage, start: StartAnalysis): string | undefined {
  const { asksForParent, needsInit } = program;
  if (asksForParent !== undefined && becomesFirst(stage, start)) {
    return `the program is a child of what starts it, and would become process 1: ${asksForParent}`;
  }
  return needsInit !== undefined && start.init ? `the init process stays: ${needsInit}` : undefined;
}

function refusal(message: string, at: Reason['at']): PlanRefusal {
  return { kind: 'refused', reasons: [{ message, at }] };
}

function analyseProgram(
  ecosystems: readonly Ecosystem[],
  stage: Stage,
  project: Project,
  start: StartAnalysis,
): ReturnType<Ecosystem['analyseProgram']> {
  const { workdir } = stage.end;
  if (!workdir.known) return { kind: 'refusal', message: workdir.because, at: workdir.source };
  for (const ecosystem of ecosystems) {
    const found = ecosystem.analyseProgram({
      stage,
      project,
      argv: start.argv,
      runs: start.use.commands,
      at: start.at,
      workdir: workdir.value,
      environment: start.environment,
    });
    if (found) return found;
  }
  return undefined;
}

function pickRuntime(
  stage: Stage,
  program: Program,
  needs: SystemNeeds,
  start: StartAnalysis,
  options: ConvertOptions,
): Fact<RuntimeImage> {
  const runtimeNeeds: RuntimeNeeds = {
    interpreter: program.interpreter,
    webServer: program.webServer,
    libc: program.libc,
    builderGlibc: program.builderImage?.glibc,
    cxxRuntime: program.cxxRuntime,
    openssl: program.openssl ?? false,
    shell: needs.shell !== undefined || start.argv === undefined,
    packages: [...needs.packages.keys()],
    gathers: program.gathers,
    builder: program.builderImage ?? stage.image,
  };
  return chooseRuntime(runtimeNeeds, options.runtime);
}

/** What keeps the program off a smaller image. */
function whyNotSmaller(
  needs: SystemNeeds,
  start: StartAnalysis,
  runtime: RuntimeImage | undefined,
): Reason[] {
  if (runtime && runtime.rung !== 'slim') return [];
  const reasons: Reason[] = [];
  const shell = needs.shell ?? start.needsShell;
  if (shell) reasons.push(shell);
  reasons.push(...needs.packages.values());
  return reasons;
}

/** A second stage on the same image, with the same content, is no gain. */
function sameImage(
  stage: Stage,
  program: Program,
  { left }: SystemNeeds,
  runtime: RuntimeImage,
  hasBuilder: boolean,
): PlanRefusal | undefined {
  if (stage.base.kind !== 'image' || runtime.image !== stage.base.reference.raw || left.size > 0)
    return undefined;
  if (program.corrections.length > 0 || program.addedInstructions.length > 0) return undefined;
  if (program.leavesBehind !== undefined && !hasBuilder) return undefined;
  const message = `${runtime.image} is the smallest image that runs this, and the build adds little to it`;
  return { kind: 'nothing-to-do', reasons: [{ message, at: stage.from.span }] };
}
