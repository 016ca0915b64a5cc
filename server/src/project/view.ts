import { folderOf } from './paths';
import type { ContextFile, Project } from './project';

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

/** What of a project all Dockerfiles of its context share. */
export type ContextView = Pick<Project, 'files' | 'ignored' | 'truncated' | 'has' | 'isFolder' | 'read'>;

/**
 * Makes a listing askable. `has` answers for files and folders. Below a folder that was not looked into it says yes to
 * everything: a file of `node_modules` may well be there, and claiming that it is missing would be a guess.
 */
export function contextView(listing: Listing, texts: ReadonlyMap<string, string>): ContextView {
  const paths = new Set(listing.files.map((file) => file.path));
  const unlisted = new Set(listing.unlisted);
  const folders = new Set(['', ...listing.folders, ...unlisted]);
  for (const path of [...paths, ...listing.folders, ...unlisted]) {
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
    files: [...listing.files].sort((a, b) => compareText(a.path, b.path)),
    ignored: [...listing.ignored].sort(compareText),
    truncated: listing.truncated,
    has: (path) => paths.has(path) || folders.has(path) || isBelowUnlisted(path),
    isFolder: (path) => folders.has(path),
    read: (path) => texts.get(path),
  };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
