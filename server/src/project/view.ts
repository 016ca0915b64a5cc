import { folderOf } from './paths';
import type { ContextFile, Project, StageTarget, StartOverride } from './project';

/** What was found of a build context, before it can be asked. */
export interface Listing {
  readonly files: readonly ContextFile[];
  readonly ignored: readonly string[];
  readonly truncated: boolean;
  /** Folders of the context that are there but were not looked into, such as `node_modules`. */
  readonly unlisted: readonly string[];
  /** Folders that were looked into; those that hold files need not be named. */
  readonly folders: readonly string[];
}

export interface ProjectParts extends Listing {
  readonly texts: ReadonlyMap<string, string>;
  readonly dockerignore: string | undefined;
  readonly dockerfilePath: string | undefined;
  readonly targets: readonly StageTarget[];
  readonly overrides: readonly StartOverride[];
}

/**
 * Makes a listing askable. `has` answers for files and folders. Below a folder that was not looked into it says yes to
 * everything: a file of `node_modules` may well be there, and claiming that it is missing would be a guess.
 */
export function projectView(parts: ProjectParts): Project {
  const paths = new Set(parts.files.map((file) => file.path));
  const unlisted = new Set(parts.unlisted);
  const folders = new Set(['', ...parts.folders, ...unlisted]);
  for (const path of [...paths, ...parts.folders, ...unlisted]) {
    for (let folder = folderOf(path); !folders.has(folder); folder = folderOf(folder)) folders.add(folder);
  }
  const isBelowUnlisted = (path: string): boolean => {
    if (unlisted.size === 0) return false;
    for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) {
      if (unlisted.has(folder)) return true;
    }
    return false;
  };
  return {
    files: [...parts.files].sort((a, b) => compareText(a.path, b.path)),
    ignored: [...parts.ignored].sort(compareText),
    truncated: parts.truncated,
    dockerignore: parts.dockerignore,
    dockerfilePath: parts.dockerfilePath,
    targets: parts.targets,
    overrides: parts.overrides,
    has: (path) => paths.has(path) || folders.has(path) || isBelowUnlisted(path),
    isFolder: (path) => folders.has(path),
    read: (path) => parts.texts.get(path),
  };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
