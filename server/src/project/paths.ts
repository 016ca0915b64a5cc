import { dirname, joinPath as join, normalisePath, withoutTrailingSlash } from '../text/path';

/** Paths as `Project` writes them: `''` is the root, no trailing slash. `..` of a relative path that climbs stays in front. */

/** Resolves `.`, `..` and doubled slashes, as Go's `path.Clean` does, but for `''` in place of `.`. */
export function cleanPath(path: string): string {
  const clean = withoutTrailingSlash(normalisePath(path));
  return clean === '.' ? '' : clean;
}

/** Joins and cleans; an absolute second path wins. */
export function joinPath(base: string, path: string): string {
  return cleanPath(base === '' ? path : join(base, path));
}

/** The folder that holds the path; `''` at the top of a relative path, `/` at the top of an absolute one. */
export function folderOf(path: string): string {
  const folder = dirname(path);
  return folder === '.' ? '' : folder;
}

/** The last element of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The path from `folder` to `path`, both absolute and clean; climbs with `..` where it must. */
export function relativePath(folder: string, path: string): string {
  const from = folder.split('/').filter(Boolean);
  const to = path.split('/').filter(Boolean);
  let shared = 0;
  while (shared < from.length && shared < to.length && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}
