import type { CommandWithoutEffects } from '../../model/commands';
import { innerCommands } from '../../model/inner-commands';
import type { StageSoFar } from '../../model/model';
import type { Project } from '../../project/project';
import { known, type Fact } from '../../text/fact';
import { readGoCommand, type GoCommand } from './command';

/** A call of the Go tool, written in the RUN itself or made by a Makefile that the RUN uses. */
export interface GoCall {
  readonly go: GoCommand;
  /** The command with directory and environment that the Go tool sees. */
  readonly command: CommandWithoutEffects;
  /** The command of the RUN that leads to it: `make build`, or the call itself. */
  readonly carrier: CommandWithoutEffects;
}

/** What a command of a RUN makes of Go: calls of the Go tool, and other commands that come with them. */
export interface CallsOfCommand {
  readonly calls: readonly GoCall[];
  readonly others: readonly CommandWithoutEffects[];
}

/** Undefined for a command that has nothing to do with Go or with make. */
export function goCallsOf(
  command: CommandWithoutEffects,
  stage: StageSoFar,
  project: Project,
): Fact<CallsOfCommand> | undefined {
  const go = readGoCommand(command);
  if (go) return known({ calls: [{ go, command, carrier: command }], others: [] });
  const recipe = innerCommands(command, stage, project);
  if (!recipe?.known) return recipe;
  const calls: GoCall[] = [];
  const others: CommandWithoutEffects[] = [];
  for (const inner of recipe.value) {
    const innerGo = readGoCommand(inner);
    if (innerGo) calls.push({ go: innerGo, command: inner, carrier: command });
    else others.push(inner);
  }
  return known({ calls, others });
}
