import { originOf } from '../../model/paths';
import type { RunCommand, Stage, Step } from '../../model/model';
import type { Project } from '../../project/project';
import { basename, joinPath } from '../../text/path';
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
  for (const [index, step] of stage.steps.entries()) {
    for (const command of step.commands ?? []) {
      relocate(command, built);
      const soFar = { steps: stage.steps.slice(0, index), base: stage.base, image: stage.image };
      const found = goCallsOf(command, soFar, project);
      if (!found?.known) continue;
      for (const call of found.value.calls) {
        if (call.go.verb !== 'build' && call.go.verb !== 'install') continue;
        const outputs = outputsOf(call.go, call.command, soFar, project);
        if (!outputs.known) continue;
        for (const output of outputs.value) {
          if (output.path === undefined) continue;
          const again = built.findIndex((other) => other.path === output.path);
          if (again !== -1) built.splice(again, 1);
          built.push({ stage, step, call, output, path: output.path });
        }
      }
      for (const other of found.value.others) relocate(other, built);
    }
  }
  return built;
}

/** `cp app /usr/local/bin/`, `mv app /app`: the program is where it was put. */
function relocate(command: Pick<RunCommand, 'argv' | 'cwd'>, built: BuiltProgram[]): void {
  const [name, ...rest] = command.argv;
  if (!name?.known || !/^(\/bin\/|\/usr\/bin\/)?(cp|mv|install|ln)$/.test(name.value) || !command.cwd.known)
    return;
  const cwd = command.cwd.value;
  const operands: string[] = [];
  for (const word of rest) {
    if (!word.known) return;
    if (!word.value.startsWith('-')) operands.push(word.value);
  }
  const target = operands.at(-1);
  if (operands.length < 2 || target === undefined) return;
  const destination = joinPath(cwd, target);
  const moves = basename(name.value) === 'mv';
  for (const source of operands.slice(0, -1)) {
    const from = joinPath(cwd, source);
    const program = built.find((item) => item.path === from);
    if (!program) continue;
    const intoFolder = target.endsWith('/') || operands.length > 2 || /(^|\/)(s?bin|\.)$/.test(destination);
    const path = intoFolder ? joinPath(destination, basename(from)) : destination;
    if (moves) built.splice(built.indexOf(program), 1);
    built.push({ ...program, path });
  }
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
