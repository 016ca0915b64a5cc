import type { CommandWithoutEffects } from '../../model/commands';
import { innerCommands } from '../../model/inner-commands';
import type { StageSoFar } from '../../model/model';
import type { Project } from '../../project/project';
import { known, type Fact } from '../../text/fact';
import { readCargoCommand, type CargoCommand } from './command';

/** A call of Cargo, written in the RUN itself or made by a Makefile or script that the RUN uses. */
export interface CargoCall {
  readonly cargo: CargoCommand;
  /** The command with directory and environment that Cargo sees. */
  readonly command: CommandWithoutEffects;
  /** The command of the RUN that leads to it. */
  readonly carrier: CommandWithoutEffects;
}

/** Undefined for a command that has nothing to do with Cargo, make or a script of the context. */
export function cargoCallsOf(
  command: CommandWithoutEffects,
  stage: StageSoFar,
  project: Project,
): Fact<{ calls: readonly CargoCall[]; others: readonly CommandWithoutEffects[] }> | undefined {
  const cargo = readCargoCommand(command);
  if (cargo) return known({ calls: [{ cargo, command, carrier: command }], others: [] });
  const inner = innerCommands(command, stage, project);
  if (!inner?.known) return inner;
  const calls: CargoCall[] = [];
  const others: CommandWithoutEffects[] = [];
  for (const each of inner.value) {
    const innerCargo = readCargoCommand(each);
    if (innerCargo) calls.push({ cargo: innerCargo, command: each, carrier: command });
    else others.push(each);
  }
  return known({ calls, others });
}
