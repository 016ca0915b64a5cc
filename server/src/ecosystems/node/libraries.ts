import { librariesBehind } from '../../model/effects/library-packages';
import type { Stage } from '../../model/model';
import type { PackageNeeds } from './packages';

/** OS packages with the shared libraries of the installed packages, and of those that were compiled here. */
export function linkedLibraries(stage: Stage, packages: PackageNeeds | undefined): string[] {
  const found = new Set(stage.image?.libc === 'musl' ? packages?.apk : packages?.apt);
  if (packages && !packages.mayLink) return [...found];
  for (const effect of stage.steps.flatMap((step) => step.commands ?? []).flatMap(({ effects }) => effects)) {
    if (effect.kind !== 'packages') continue;
    for (const { name } of effect.packages) {
      if (!/-(dev|devel)(-|$)/.test(name)) continue;
      for (const library of librariesBehind(effect.manager, name) ?? [name]) found.add(library);
    }
  }
  return [...found];
}
