import { baseName } from './paths';
import type { Project } from './project';

/**
 * The project with stages that its configuration says are built by `--target`.
 * @param file path or URI of the configuration.
 */
export function withTargets(project: Project, targets: readonly string[], file: string | undefined): Project {
  if (targets.length === 0 || file === undefined) return project;
  const named = targets.map((target) => ({ target, file: baseName(file) }));
  return { ...project, targets: [...project.targets, ...named] };
}
