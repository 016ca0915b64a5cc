import { librariesBehind } from '../../model/effects/library-packages';
import type { Stage } from '../../model/model';
import { isForBuild } from './interpreter';

/** Libraries behind development packages: something was to be linked with them. */
export function behindDevelopment(stage: Stage): string[] {
  const found = new Set<string>();
  for (const effect of stage.steps.flatMap((step) => step.commands ?? []).flatMap(({ effects }) => effects)) {
    if (effect.kind !== 'packages') continue;
    for (const { name } of effect.packages) {
      if (!/-(dev|devel)(-|$)/.test(name) || isForBuild(name)) continue;
      for (const library of librariesBehind(effect.manager, name) ?? [name]) found.add(library);
    }
  }
  return [...found];
}

/**
 * Alpine's compilers bring the libraries that what they compile is linked to; its images have neither.
 * Source: pkgs.alpinelinux.org.
 */
export function behindCompilers(stage: Stage): string[] {
  const names = stage.steps
    .flatMap((step) => step.commands ?? [])
    .flatMap(({ effects }) => effects)
    .flatMap((effect) =>
      effect.kind === 'packages' && effect.manager === 'apk' ? effect.packages.map(({ name }) => name) : [],
    );
  if (names.some((name) => /^(g\+\+|build-base|alpine-sdk)$/.test(name))) return ['libstdc++'];
  return names.some((name) => /^(gcc|cargo|rust)$/.test(name)) ? ['libgcc'] : [];
}
