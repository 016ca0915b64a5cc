import { stepsFor } from '../../model/mounts';
import { relocate } from '../../model/relocate';
import { originOf } from '../../model/paths';
import type { Stage, Step } from '../../model/model';
import type { Project } from '../../project/project';
import { outputsOf, type GoOutput } from './builds';
import { goCallsOf, type GoCall } from './calls';

/** A program in a stage and the call of the Go tool that made it. */
export interface BuiltProgram {
  readonly stage: Stage;
  readonly step: Step;
  readonly call: GoCall;
  readonly output: GoOutput;
  /** Where it ends up: the output itself, or where a later command moved it. */
  readonly path: string;
  /** Other calls that make the same file, where a condition decides which of them runs. */
  readonly otherwise: readonly BuiltProgram[];
}

/** The stage of a model never changes: what it builds is found once. */
const remembered = new WeakMap<
  Stage,
  { readonly project: Project; readonly built: readonly BuiltProgram[] }
>();

/** All programs that the Go calls of a stage make, in order; those that later commands move are followed. */
export function programsBuilt(stage: Stage, project: Project): readonly BuiltProgram[] {
  const before = remembered.get(stage);
  if (before?.project === project) return before.built;
  const built = findProgramsBuilt(stage, project);
  remembered.set(stage, { project, built });
  return built;
}

function findProgramsBuilt(stage: Stage, project: Project): BuiltProgram[] {
  const built: BuiltProgram[] = [];
  const folders = new Set<string>();
  for (const [index, step] of stage.steps.entries()) {
    if (step.before.workdir.known) folders.add(step.before.workdir.value);
    for (const command of step.commands ?? []) {
      relocate(command, built, folders);
      const soFar = { steps: stepsFor(stage.steps, index), base: stage.base, image: stage.image };
      const found = goCallsOf(command, soFar, project);
      if (!found?.known) continue;
      for (const call of found.value.calls) {
        if (call.go.verb !== 'build' && call.go.verb !== 'install') continue;
        const outputs = outputsOf(call.go, call.command, soFar, project);
        if (!outputs.known) continue;
        for (const output of outputs.value) {
          if (output.path === undefined) continue;
          const again = built.findIndex((other) => other.path === output.path);
          const [replaced] = again === -1 ? [] : built.splice(again, 1);
          // In the other branch of a condition the earlier one counts.
          const maybe = call.carrier.command.runs !== 'always' || call.command.command.runs !== 'always';
          const otherwise = maybe && replaced ? [...replaced.otherwise, replaced] : [];
          built.push({ stage, step, call, output, path: output.path, otherwise });
        }
      }
      for (const other of found.value.others) relocate(other, built, folders);
    }
  }
  return built;
}

/** The Go program at a path of a stage; looks through `COPY --from=stage` and base stages. */
export function programAt(stage: Stage, path: string, project: Project): BuiltProgram | undefined {
  const here = programsBuilt(stage, project).findLast((item) => item.path === path);
  if (here) return here;
  const origin = originOf(stage, path, project);
  if (origin.kind === 'stage') return programAt(origin.stage, origin.path, project);
  if (stage.base.kind === 'stage') return programAt(stage.base.stage, path, project);
  return undefined;
}
