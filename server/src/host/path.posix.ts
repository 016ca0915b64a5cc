/** Stands in for Node's `path` where the bundle needs only these two, with slashes on every machine. */

export const sep = '/';

/** As Node's `path.posix.normalize`: resolves `.` and `..`, joins slashes, keeps a trailing one. */
export function normalize(path: string): string {
  if (path === '') return '.';
  const absolute = path.startsWith('/');
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.length > 0 && parts[parts.length - 1] !== '..') parts.pop();
    else if (!absolute) parts.push(part);
  }
  const joined = parts.join('/');
  if (joined === '') return absolute ? '/' : path.endsWith('/') ? './' : '.';
  return (absolute ? '/' : '') + joined + (path.endsWith('/') ? '/' : '');
}
