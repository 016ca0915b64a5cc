import { cleanPath, folderOf, relativePath } from './paths';

interface UriParts {
  /** Scheme and authority: `file://`, `vscode-vfs://github`. */
  readonly head: string;
  /** Decoded, absolute, clean. */
  readonly path: string;
  /** Query and fragment, which virtual file systems use. */
  readonly tail: string;
}

function splitUri(uri: string): UriParts {
  const [, head = '', path = '', tail = ''] =
    /^([a-z][\w+.-]*:(?:\/\/[^/?#]*)?)?([^?#]*)(.*)$/is.exec(uri) ?? [];
  return { head, path: cleanPath(`/${decodeSegments(path)}`), tail };
}

function decodeSegments(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function joinUri({ head, path, tail }: UriParts): string {
  return head + path.split('/').map(encodeURIComponent).join('/') + tail;
}

/** The URI of a path relative to a folder's URI; `..` climbs. Query and fragment of the folder are kept. */
export function uriBelow(folder: string, path: string): string {
  const parts = splitUri(folder);
  return joinUri({ ...parts, path: cleanPath(`${parts.path}/${path}`) });
}

/** As `uriBelow` for many clean paths that do not climb; `''` is the folder itself. */
export function urisBelow(folder: string): (path: string) => string {
  const parts = splitUri(folder);
  const base = joinUri({ ...parts, tail: '' }).replace(/\/$/, '');
  return (path) => {
    if (path === '') return folder;
    // Most paths need no encoding, and looking is quicker than encoding.
    const encoded = /^[\w/.-]+$/.test(path) ? path : path.split('/').map(encodeURIComponent).join('/');
    return `${base}/${encoded}${parts.tail}`;
  };
}

/** The folder that holds what the URI names; the root is its own folder. */
export function parentUri(uri: string): string {
  const parts = splitUri(uri);
  return joinUri({ ...parts, path: folderOf(parts.path) });
}

/** Decoded absolute path of a URI. */
export function pathOfUri(uri: string): string {
  return splitUri(uri).path;
}

/** Path from a folder to a file, with `..` where the file lies outside; undefined when they are on different file systems. */
export function relativeUri(folder: string, uri: string): string | undefined {
  const from = splitUri(folder);
  const to = splitUri(uri);
  if (from.head !== to.head) return undefined;
  return relativePath(from.path, to.path);
}
