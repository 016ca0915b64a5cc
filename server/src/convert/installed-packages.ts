import type { Stage } from '../model/model';
import type { Span } from '../text/span';

/** An OS package that a RUN installs. */
interface Installed {
  readonly at: Span;
  readonly manager: 'apt' | 'apk' | 'dnf' | 'yum' | 'microdnf' | 'zypper' | 'pacman';
}

/** Packages of the stage by name; of one that is installed twice the last time counts. */
export function installedPackages(stage: Stage): ReadonlyMap<string, Installed> {
  const result = new Map<string, Installed>();
  for (const command of stage.steps.flatMap((step) => step.commands ?? [])) {
    for (const effect of command.effects) {
      if (effect.kind !== 'packages') continue;
      for (const { name, at } of effect.packages) result.set(name, { at, manager: effect.manager });
    }
  }
  return result;
}
