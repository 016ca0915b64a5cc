import { stepsFor } from '../../model/mounts';
import { originOf, within } from '../../model/paths';
import { relocate } from '../../model/relocate';
import type { Stage, Step } from '../../model/model';
import type { Project } from '../../project/project';
import { cargoCallsOf, type CargoCall } from './calls';
import { outputsOf, type RustOutput } from './outputs';
import { placeOf } from './workspace';
import { settingsOf, targetFolderOf } from './settings';

/** A program in a stage and the call of Cargo that made it. */
export interface BuiltProgram {
  readonly stage: Stage;
  readonly step: Step;
  readonly call: CargoCall;
  readonly output: RustOutput;
  /** Where it ends up: the output itself, or where a later command put it. */
  readonly path: string;
}

const remembered = new WeakMap<
  Stage,
  { readonly project: Project; readonly built: readonly BuiltProgram[] }
>();

/** All programs that the Cargo calls of a stage leave, in order; copies made by later commands included. */
export function programsBuilt(stage: Stage, project: Project): readonly BuiltProgram[] {
  const before = remembered.get(stage);
  if (before?.project === project) return before.built;
  const built = findProgramsBuilt(stage, project);
  remembered.set(stage, { project, built });
  return built;
}

function findProgramsBuilt(stage: Stage, project: Project): BuiltProgram[] {
  let built: BuiltProgram[] = [];
  const folders = new Set<string>();
  for (const [index, step] of stage.steps.entries()) {
    if (step.before.workdir.known) folders.add(step.before.workdir.value);
    const soFar = { steps: stepsFor(stage.steps, index), base: stage.base, image: stage.image };
    for (const command of step.commands ?? []) {
      relocate(command, built, folders);
      for (const effect of command.effects) {
        const { kind } = effect;
        if (kind !== 'removes' || !effect.path.known || command.command.runs !== 'always') continue;
        const gone = effect.path.value;
        built = built.filter(({ path }) => !within(path, gone));
      }
      const found = cargoCallsOf(command, soFar, project);
      if (!found?.known) continue;
      for (const call of found.value.calls) {
        if (call.cargo.verb === 'clean') {
          const cleaned = targetFolder(call, soFar, project);
          built = built.filter(({ path }) => cleaned === undefined || !within(path, cleaned));
        }
        if (call.cargo.verb !== 'build' && call.cargo.verb !== 'install') continue;
        const outputs = outputsOf(call.cargo, call.command, soFar, project);
        if (!outputs.known) continue;
        for (const output of outputs.value) {
          built = built.filter(({ path }) => path !== output.path);
          built.push({ stage, step, call, output, path: output.path });
        }
      }
      for (const other of found.value.others) relocate(other, built, folders);
    }
  }
  return built;
}

/** The folder that a call of Cargo builds into; undefined when it is not known. */
export function targetFolder(
  { cargo, command }: CargoCall,
  stage: Parameters<typeof placeOf>[1],
  project: Project,
): string | undefined {
  if (!cargo.directory.known) return undefined;
  const place = placeOf(cargo.directory.value, stage, project);
  if (!place.known) return undefined;
  const folder = targetFolderOf(cargo, command, place.value, settingsOf(place.value, project));
  return folder.known ? folder.value : undefined;
}

/** The Rust program at a path of a stage; looks through `COPY --from=stage` and base stages. */
export function programAt(stage: Stage, path: string, project: Project): BuiltProgram | undefined {
  const here = programsBuilt(stage, project).findLast((item) => item.path === path);
  if (here) return here;
  const origin = originOf(stage, path, project);
  if (origin.kind === 'stage') return programAt(origin.stage, origin.path, project);
  if (stage.base.kind === 'stage') return programAt(stage.base.stage, path, project);
  return undefined;
}
