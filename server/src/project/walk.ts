import { type DockerIgnore, type IgnoreState, rootState } from './dockerignore';
import type { ContextFile, FileAccess } from './project';
import { urisBelow } from './uris';
import type { Listing } from './view';

/** Bounds on what is read of a context. */
export interface WalkLimits {
  /** Files of the context that are listed. */
  readonly files: number;
  /** Folders that are looked into. */
  readonly folders: number;
}

/** Loading was given up because the caller no longer wants the result. */
export class LoadCancelled extends Error {
  constructor() {
    super('loading the project was cancelled');
    this.name = 'LoadCancelled';
  }
}

/** An `AbortSignal`, of which only this much is needed. */
export interface CancelSignal {
  readonly aborted: boolean;
}

/** @throws LoadCancelled */
export function throwIfCancelled(signal: CancelSignal | undefined): void {
  if (signal?.aborted) throw new LoadCancelled();
}

/** Folders of installed things: there, but too large to be worth a look. Of `vendor` the top level is listed. */
const heavy: ReadonlySet<string> = new Set(['.git', 'node_modules', '.hg', '.svn']);

/** How many folders are asked for at once. */
const width = 32;

interface Folder {
  readonly path: string;
  readonly ignored: boolean;
  readonly state: IgnoreState;
}

/**
 * Lists a build context breadth-first, so that a limit cuts the depths and not the top.
 * @throws LoadCancelled when the signal is raised.
 */
export async function walkContext(
  access: FileAccess,
  root: string,
  dockerignore: DockerIgnore | undefined,
  limits: WalkLimits,
  signal?: CancelSignal,
): Promise<Listing> {
  const files: ContextFile[] = [];
  const ignored: string[] = [];
  const unlisted: string[] = [];
  const folders: string[] = [];
  const uriOf = urisBelow(root);
  let truncated = false;
  let seen = 0;
  let level: Folder[] = [{ path: '', ignored: false, state: rootState }];

  const place = (
    folder: Folder,
    name: string,
    kind: 'file' | 'folder',
    size: number | undefined,
  ): Folder | undefined => {
    const path = folder.path === '' ? name : `${folder.path}/${name}`;
    const verdict = dockerignore
      ? dockerignore.judge(path, folder.state)
      : { ignored: false, state: rootState };
    if (kind === 'folder') {
      const skipped = heavy.has(name) || baseIsVendor(folder.path);
      if (!skipped) return { path, ...verdict };
      (verdict.ignored ? ignored : unlisted).push(path);
    } else if (verdict.ignored) {
      // A huge ignored folder must not use up what the context may hold; its files matter only as "hidden".
      if (ignored.length < limits.files) ignored.push(path);
    } else if (files.length < limits.files) files.push({ path, size });
    else truncated = true;
    return undefined;
  };

  while (level.length > 0) {
    const next: Folder[] = [];
    for (let i = 0; i < level.length; i += width) {
      throwIfCancelled(signal);
      const batch = level.slice(i, i + width);
      const listings = await Promise.all(batch.map((folder) => access.list(uriOf(folder.path))));
      for (const [j, folder] of batch.entries()) {
        if (!folder.ignored) folders.push(folder.path);
        if (!listings[j]) {
          // An unreadable folder of the context may hold anything; an unreadable root leaves nothing known.
          if (folder.path === '') truncated = true;
          else if (!folder.ignored) unlisted.push(folder.path);
        }
        for (const { name, kind, size } of listings[j] ?? []) {
          const below = place(folder, name, kind, size);
          if (below) next.push(below);
        }
      }
    }
    seen += level.length;
    level = next.slice(0, Math.max(0, limits.folders - seen));
    if (level.length < next.length || files.length >= limits.files)
      truncated ||= next.some((folder) => !folder.ignored);
    if (files.length >= limits.files) break;
  }
  return { files, ignored, truncated, unlisted, folders };
}

function baseIsVendor(path: string): boolean {
  return path === 'vendor' || path.endsWith('/vendor');
}
