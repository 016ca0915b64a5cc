/** POSIX paths as plain text: no file system is asked, no working directory assumed. */

/**
 * Resolves `.`, `..` and doubled slashes. A trailing slash is kept, since COPY and cp read a meaning in it; an
 * absolute path does not climb above `/`; nothing left of a relative one is `.`.
 */
export function normalisePath(path: string): string {
  if (isNormal(path)) return path;
  const absolute = path.startsWith('/');
  const kept: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') kept.push(part);
    else if (kept.length > 0 && kept.at(-1) !== '..') kept.pop();
    else if (!absolute) kept.push('..');
  }
  if (kept.length === 0) return absolute ? '/' : path.endsWith('/') && path !== '' ? './' : '.';
  return (absolute ? '/' : '') + kept.join('/') + (path.endsWith('/') ? '/' : '');
}

/** True for most paths: nothing in them is to be resolved. Looking costs a fraction of taking them apart. */
function isNormal(path: string): boolean {
  return path !== '' && !path.startsWith('.') && !path.includes('//') && !path.includes('/.');
}

/** `path` seen from the folder `base`, normalised; an absolute `path` wins. An empty one is the base itself. */
export function joinPath(base: string, path: string): string {
  if (path === '') return normalisePath(base);
  return normalisePath(path.startsWith('/') ? path : base.endsWith('/') ? base + path : `${base}/${path}`);
}

/** All before the last name: `/` for `/a`, `.` for `a`. A trailing slash does not count. */
export function dirname(path: string): string {
  const trimmed = withoutTrailingSlash(path);
  const slash = trimmed.lastIndexOf('/');
  if (slash === -1) return trimmed === '/' ? '/' : '.';
  return slash === 0 ? '/' : trimmed.slice(0, slash);
}

/** The last name: `b` for `/a/b` and `/a/b/`; empty for `/`. */
export function basename(path: string): string {
  const trimmed = withoutTrailingSlash(path);
  return trimmed.slice(trimmed.lastIndexOf('/') + 1);
}

/** What leads from `folder` down to `path`: `''` when they are the same, undefined when the path is not below it. */
export function relativeTo(folder: string, path: string): string | undefined {
  const from = withoutTrailingSlash(normalisePath(folder));
  const to = withoutTrailingSlash(normalisePath(path));
  if (to === from) return '';
  const prefix = from === '/' ? '/' : `${from}/`;
  if (from === '.') return to.startsWith('/') || /^\.\.(\/|$)/.test(to) ? undefined : to;
  return to.startsWith(prefix) ? to.slice(prefix.length) : undefined;
}

/** The path without a slash at its end; `/` stays. */
export function withoutTrailingSlash(path: string): string {
  let end = path.length;
  while (end > 1 && path[end - 1] === '/') end--;
  return path.slice(0, end);
}
