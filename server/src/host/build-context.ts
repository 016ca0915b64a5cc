import { unknownProject, type FileAccess, type Project } from '../project/project';

/** Finds the build context of a Dockerfile and reads it. */
export function loadBuildContext(
  _access: FileAccess,
  _dockerfile: string,
  _wants: (path: string) => boolean,
  _workspaceFolders: readonly string[],
): Promise<Project> {
  return Promise.resolve(unknownProject);
}
