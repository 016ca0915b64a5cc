import type { Stage } from '../../model/model';
import type { Project } from '../../project/project';
import { dependencyInstall } from './dependency-install';
import { installsPlainPackages } from './plain-packages';
import { chainOf } from './shipped';

/** Nothing is compiled, run or installed that might want a compiler. */
export function needsNoCompiler(stage: Stage, project: Project): boolean {
  return chainOf(stage).every((each) =>
    each.steps.every(
      (step) =>
        step.instruction.kind !== 'run' ||
        step.commands?.every((command) => {
          const install = dependencyInstall(command);
          if (install) return installsPlainPackages(install, step, each, project);
          return command.effects.every(
            ({ kind }) => kind === 'writes' || kind === 'removes' || kind === 'adds-user',
          );
        }),
    ),
  );
}
