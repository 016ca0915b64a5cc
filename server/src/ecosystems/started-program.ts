import type { ProgramRequest } from './ecosystem';
import type { Stage } from '../model/model';
import { basename, dirname, joinPath } from '../text/path';

/** Folders on the PATH of every distroless image. Source: GoogleContainerTools/distroless, static/static.bzl. */
const runtimePath = ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin'];

/**
 * The compiled program that a word of the start command names, by its path or through PATH.
 * @param built the programs of the stage
 * @param at the program at an absolute path of the stage, those of earlier stages included
 * @param toolFolders folders that the language's own images have on PATH
 */
export function startedProgram<Built extends { readonly path: string }>(
  word: string,
  { stage, workdir }: Pick<ProgramRequest, 'stage' | 'workdir'>,
  built: readonly Built[],
  at: (path: string) => Built | undefined,
  toolFolders: readonly string[] = [],
): Built | undefined {
  if (word.includes('/')) return at(joinPath(workdir, word));
  const here = built.findLast(
    ({ path }) => basename(path) === word && isOnPath(dirname(path), stage, toolFolders),
  );
  if (here) return here;
  return runtimePath.map((folder) => at(joinPath(folder, word))).find((item) => item !== undefined);
}

/** True for a folder of the builder that a program is found in by its name alone. */
export function isOnPath(folder: string, stage: Stage, toolFolders: readonly string[] = []): boolean {
  return [...pathFolders(stage), ...toolFolders].includes(folder);
}

/** The folders in which a stage looks for a program, those of every image included. */
export function pathFolders({ end }: Stage): string[] {
  const path = end.env.get('PATH');
  return [...new Set([...(path?.known ? path.value.split(':') : []), ...runtimePath])];
}

/** What was found in a folder of tools, through the builder's PATH, has to be found through the runtime's. */
export function onRuntimePath(path: string, toolFolder: RegExp): string {
  return toolFolder.test(dirname(path)) ? joinPath('/usr/local/bin', basename(path)) : path;
}
