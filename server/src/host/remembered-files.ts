import type { FileAccess } from '../project/project';

/** A change on disk, as editors report it. */
export interface FileChange {
  readonly uri: string;
  /** `changed`: the content; the file was there before and still is. */
  readonly kind: 'created' | 'changed' | 'deleted';
}

export interface RememberedFiles extends FileAccess {
  /** Forgets what the changes make stale; false when nothing remembered depends on them. */
  forget(changes: readonly FileChange[]): boolean;
  forgetAll(): void;
}

/**
 * Remembers answers of a slow file system until told of changes, so that a project of thousands of files is not read
 * again because one of them was saved.
 */
export function rememberFiles(access: FileAccess): RememberedFiles {
  const lists = new Map<string, ReturnType<FileAccess['list']>>();
  const texts = new Map<
    string,
    { readonly maxBytes: number; readonly text: ReturnType<FileAccess['read']> }
  >();
  return {
    list(uri) {
      const key = keyOf(uri);
      let list = lists.get(key);
      if (list === undefined) lists.set(key, (list = access.list(uri)));
      return list;
    },
    read(uri, maxBytes) {
      const key = keyOf(uri);
      const remembered = texts.get(key);
      if (remembered?.maxBytes === maxBytes) return remembered.text;
      const text = access.read(uri, maxBytes);
      texts.set(key, { maxBytes, text });
      return text;
    },
    forget(changes) {
      let stale = false;
      for (const { uri, kind } of changes) {
        const key = keyOf(uri);
        if (texts.delete(key)) stale = true;
        if (kind === 'changed') continue;
        if (lists.delete(parentOf(key))) stale = true;
        if (kind === 'deleted' && forgetBelow(key)) stale = true;
      }
      return stale;
    },
    forgetAll() {
      lists.clear();
      texts.clear();
    },
  };

  /** A deleted folder is reported once, without its content. */
  function forgetBelow(folder: string): boolean {
    if (!lists.has(folder)) return false;
    for (const map of [lists, texts]) {
      for (const key of map.keys()) if (key === folder || key.startsWith(`${folder}/`)) map.delete(key);
    }
    return true;
  }
}

/** Clients differ in what they percent-encode (`:` of Windows drives, brackets) and in the trailing slash. */
function keyOf(uri: string): string {
  let decoded = uri;
  try {
    decoded = decodeURIComponent(uri);
  } catch {
    // A lone `%`: compare it as it stands.
  }
  return decoded.endsWith('/') ? decoded.slice(0, -1) : decoded;
}

function parentOf(key: string): string {
  return key.slice(0, Math.max(0, key.lastIndexOf('/')));
}
