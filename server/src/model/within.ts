import { relativeTo } from '../text/path';

/** True when `path` is the folder or lies below it. */
export function within(path: string, folder: string): boolean {
  // Asked for every command and every path: what is normal already is not normalised again.
  if (isNormal(path) && isNormal(folder)) {
    const root = folder.endsWith('/') ? folder.slice(0, -1) : folder;
    return path.startsWith(root) && (path.length === root.length || path.charAt(root.length) === '/');
  }
  return relativeTo(folder.length > 1 ? folder.replace(/\/$/, '') : folder, path) !== undefined;
}

/** Absolute, without doubled slashes and without dots. */
export function isNormal(path: string): boolean {
  return path.startsWith('/') && !path.includes('//') && !path.includes('/.');
}
