import type { Project } from '../../project/project';
import { basename } from '../../text/path';
import type { MissingIgnores } from '../rule';

/**
 * Lines for the .dockerignore in force, as the field of a finding; that of the Dockerfile itself wins over the context's. Nothing where the
 * Dockerfile lies outside of the context: then it is not known from where the file would be named.
 * @param paths from the context's root.
 */
export function missingIgnores(
  paths: readonly string[],
  project: Project,
): { readonly ignores?: MissingIgnores } {
  const { dockerfilePath, dockerignore, ignored } = project;
  if (dockerfilePath === undefined || paths.length === 0) return {};
  const own = `${dockerfilePath}.dockerignore`;
  const upwards = '../'.repeat(dockerfilePath.split('/').length - 1);
  const path = project.has(own) || ignored.includes(own) ? basename(own) : `${upwards}.dockerignore`;
  return { ignores: { path, text: dockerignore, lines: paths } };
}
