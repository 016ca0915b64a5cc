import type { Program } from '../ecosystems/ecosystem';
import type { RuntimeImage } from '../images/image';
import type { BuildModel, Stage, Step } from '../model/model';
import type { Project } from '../project/project';
import type { TextEdit } from '../text/edit';
import type { Reason } from './conversion';
import { cautions } from './cautions';
import { accountLines } from './account';
import { changesOthers, inheritedSteps, keepInherited } from './chain';
import { carriedLines, stagingFolder } from './carried-lines';
import { interpreterLines, preparations, withoutCarried } from './interpreter-lines';
import { planEnvironment } from './environment';
import { planFiles, type FilePlan } from './files';
import { leftovers } from './leftovers';
import { bringsOnly, givenCopyText, movedCopyText } from './moved-copy';
import type { SystemNeeds } from './needs';
import { packageLines } from './package-lines';
import type { Placement, Plan, PlanRefusal, RuntimeLine } from './plan';
import { quotePath } from './quote-path';
import { nameStages } from './stage-names';
import { nothingForScratch, scratchFiles } from './scratch-files';
import type { StartAnalysis } from './start';
import { startLines } from './start-lines';
import { startVariables } from './start-variables';
import { judgeUnknownCommands } from './unknown-commands';
import { runtimeUser } from './user';

export interface Ingredients {
  readonly model: BuildModel;
  readonly project: Project;
  readonly stage: Stage;
  readonly start: StartAnalysis;
  readonly program: Program;
  readonly needs: SystemNeeds;
  readonly runtime: RuntimeImage;
  readonly reasons: readonly Reason[];
  readonly optimise: boolean;
}

/** Configuration that the image keeps; the build does not see it. */
const runtimeOnly = new Set(['label', 'expose', 'volume', 'stopsignal', 'maintainer']);

/** Puts every instruction into its stage and writes the runtime stage. */
export function assemble(input: Ingredients): Plan | PlanRefusal {
  const { model, project, stage, start, program, needs, runtime } = input;
  const unknown = judgeUnknownCommands(stage, program);
  if (unknown.refusal) return { kind: 'refused', reasons: [unknown.refusal] };
  const files = withoutCarried(planFiles(stage, program, start, project, model.dockerfile.escape), runtime);
  if (files.refusal) return { kind: 'refused', reasons: [files.refusal] };
  const moving = stage.steps
    .filter(({ instruction }) => runtimeOnly.has(instruction.kind) || instruction.kind === 'user')
    .map((s) => s.instruction);
  const copies = [...files.moved.keys()].map((step) => step.instruction);
  const environment = planEnvironment(stage, program, [...moving, ...copies]);
  if (environment.refusal) return { kind: 'refused', reasons: [environment.refusal] };
  const user = runtimeUser(
    stage,
    runtime,
    start,
    program,
    program.writesAnywhere === true || writesToTop(program),
  );
  const starting = startLines(stage, start, program, needs, runtime);
  const names = nameStages(model, stage, project);
  const warnings = [
    ...program.warnings,
    ...unknown.warnings,
    ...leftovers(stage, program, files, project),
    ...environment.warnings,
    ...user.warnings,
  ];

  const placements: Placement[] = [];
  const after: RuntimeLine[] = [];
  const middle: RuntimeLine[] = [];
  const equipping: RuntimeLine[] = [];
  const decided = new Map<Step, Placement>(
    [...environment.placements, ...user.placements, ...starting.placements].map((p) => [p.step, p]),
  );
  for (const step of stage.steps) {
    const { instruction } = step;
    const placement = decided.get(step) ?? placeOne(step, files, input);
    if ('message' in placement) return { kind: 'refused', reasons: [placement] };
    placements.push(placement);
    if (decided.has(step)) {
      const line = starting.lines.get(step) ?? user.lines.get(step);
      if (line) after.push(line);
    } else if (placement.place === 'runtime' && equips(step, input)) {
      equipping.push({ kind: 'source', instruction, text: undefined, reason: placement.reason });
    } else if (placement.place === 'runtime') {
      const isCopy = instruction.kind === 'copy' || instruction.kind === 'add';
      const text = isCopy
        ? (movedCopyText(step, stage, user.numeric) ??
          givenCopyText(step, user.root ? undefined : files.home, user.numeric))
        : undefined;
      (isCopy ? middle : after).push({ kind: 'source', instruction, text, reason: placement.reason });
    }
  }
  const edits = corrections(input);
  const changed = changesOthers(model, project, edits);
  if (changed) return { kind: 'refused', reasons: [changed] };
  const empty =
    runtime.rung === 'scratch'
      ? scratchFiles(program, stage, names.builder.name, `${stagingFolder(stage)}/scratch`, user.account)
      : nothingForScratch;
  if (empty.refusal) return { kind: 'refused', reasons: [empty.refusal] };
  const folders = new Map([...files.created, ...empty.created]);
  const carried = carriedLines(
    { ...files, created: folders },
    names.builder.name,
    user.numeric,
    stage,
    runtime,
  );
  const { workdir } = stage.end;
  const runtimeLines: RuntimeLine[] = [
    ...packageLines(needs, program, runtime, certificateSource(stage, names.builder.name)),
    ...accountLines(needs.accounts, user, runtime),
    ...empty.lines,
    ...environment.lines,
    ...startVariables(program, stage, environment.available),
    ...interpreterLines(runtime, names.builder.name, environment.available),
    ...equipping,
    ...variableLines(program, runtime, user.isMissing && !user.root),
    ...carried.before,
    {
      kind: 'new',
      text: `WORKDIR ${workdir.known ? quotePath(workdir.value) : '/'}`,
      reason: 'the program starts in the same directory as before',
    },
    ...carried.lines,
    ...middle,
    ...user.added,
    ...after,
  ];
  return {
    shape: 'split',
    stage,
    runtime,
    builder: names.builder,
    runtimeName: names.runtimeName,
    placements: keepInherited(placements, inheritedSteps(model)),
    runtimeLines,
    corrections: edits,
    added: [...program.addedInstructions, ...carried.added, ...empty.added, ...preparations(stage, runtime)],
    reasons: input.reasons,
    warnings: [...warnings, ...cautions(files, stage, user.root, project, runtime)],
  };
}

/** The top folder of the image belongs to root, and no COPY gives it to another user. */
function writesToTop({ writes }: Program): boolean {
  return writes.some(({ path, folder }) => path === '/' || (!folder && path.lastIndexOf('/') === 0));
}

function corrections({ program, optimise }: Ingredients): readonly TextEdit[] {
  // Flags of RUN go before anything else that is inserted at the same place.
  return optimise ? [...program.optimisations(), ...program.corrections] : program.corrections;
}

/** Only an image with a shell and the tools of the language can do it itself. */
function equips(step: Step, { program, runtime }: Ingredients): boolean {
  return (
    runtime.rung === 'slim' &&
    runtime.facts.language !== undefined &&
    program.runtimeSteps?.has(step) === true
  );
}

function placeOne(step: Step, files: FilePlan, input: Ingredients): Placement | Reason {
  const { start } = input;
  const { instruction } = step;
  if (runtimeOnly.has(instruction.kind)) {
    return { step, place: 'runtime', reason: 'describes the image that ships' };
  }
  if (equips(step, input)) return { step, place: 'runtime', reason: 'installs what the program is run with' };
  if (instruction.kind === 'workdir') {
    return { step, place: 'builder', reason: 'the build works here; the runtime stage sets its own' };
  }
  const moved = files.moved.get(step);
  if (moved && bringsOnly(step, start.inlined)) {
    return { step, place: 'dropped', reason: 'the program is started without this script' };
  }
  if (moved) return { step, place: 'runtime', reason: moved };
  if (instruction.kind === 'unknown') {
    return { message: `${instruction.keyword} is not a Dockerfile instruction`, at: instruction.keywordSpan };
  }
  return { step, place: 'builder', reason: builderReason(step) };
}

function builderReason({ instruction, commands }: Step): string {
  if (instruction.kind === 'run') {
    const builds = commands?.some(({ effects }) => effects.some(({ kind }) => kind === 'builds'));
    return builds
      ? 'builds the program; its leftovers stay out of the image'
      : 'prepares the builder; of what it leaves behind only what is copied below ships';
  }
  if (instruction.kind === 'copy' || instruction.kind === 'add') return 'brings in what the build reads';
  return 'part of the build';
}

/** Variables that the program needs beside those of the author, and a home for a user whom no image without a shell can get. */
function variableLines(
  { variables = [], writesHome }: Program,
  { rung }: RuntimeImage,
  isMissing: boolean,
): RuntimeLine[] {
  const needsHome = writesHome && isMissing && rung !== 'slim';
  const home = {
    name: 'HOME',
    value: '/tmp',
    reason: 'the user has no home in this image, and caches go there',
  };
  const all = needsHome && !variables.some(({ name }) => name === 'HOME') ? [...variables, home] : variables;
  return all.map(({ name, value, reason }) => ({ kind: 'new', text: `ENV ${name}=${value}`, reason }));
}

/** A toolchain's image has them, as every image on `buildpack-deps` does. */
function certificateSource({ image }: Stage, builder: string): string | undefined {
  return image?.role === 'toolchain' && !image.slim ? builder : undefined;
}
