import type { BuildModel, Stage } from '../model/model';
import type { Project } from '../project/project';

interface StageNames {
  readonly builder: { readonly name: string; readonly renamed: boolean };
  readonly runtimeName: string | undefined;
}

/** Names that say "this stage compiles"; a builder keeps them. */
const builderNames =
  /^(build|builder|building|compile|compiler|golang|go|base|dev|deps|binary|bin|source|src)([-_].*)?$/i;

/**
 * Names builder and runtime. A name that something outside builds by stays with the image that ships.
 */
export function nameStages(model: BuildModel, stage: Stage, project: Project): StageNames {
  const { name } = stage;
  const targeted =
    name !== undefined && project.targets.some(({ target }) => target.toLowerCase() === name.toLowerCase());
  if (name !== undefined && !targeted && builderNames.test(name)) {
    return { builder: { name, renamed: false }, runtimeName: undefined };
  }
  const taken = new Set(model.stages.flatMap((other) => other.name?.toLowerCase() ?? []));
  const free = ['build', 'builder', 'compile', ...Array.from({ length: 99 }, (_, i) => `build-${i + 2}`)];
  const chosen = free.find((candidate) => !taken.has(candidate)) ?? 'jettison-build';
  return { builder: { name: chosen, renamed: true }, runtimeName: name };
}
