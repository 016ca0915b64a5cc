import type { RemoteConsole } from 'vscode-languageserver';
import type { FileAccess } from '../project/project';
import { rememberFiles, type FileChange } from './remembered-files';

/** What lies around the open Dockerfiles, their build contexts above all, loaded once and kept up to date. */
export interface ProjectSnapshots<T> {
  /**
   * What is known of a Dockerfile's surroundings now. Only the first call for a Dockerfile waits for the file system,
   * and never longer than the patience; `unknown` then stands in and `arrived` is called later.
   * @param copySources of the Dockerfile; when they change, the context is looked for again.
   */
  of(dockerfile: string, copySources: readonly string[]): Promise<T>;
  filesChanged(changes: readonly FileChange[]): void;
  /** Files may have changed unseen: everything is read again. */
  reload(): void;
  forget(dockerfile: string): void;
}

export interface SnapshotOptions<T> {
  /** Undefined when project files cannot or must not be read. */
  readonly access: FileAccess | undefined;
  /** Finds and reads what lies around a Dockerfile. */
  readonly load: (access: FileAccess, dockerfile: string, copySources: readonly string[]) => Promise<T>;
  /** Stands for what has not been read yet, and for what cannot be. */
  readonly unknown: T;
  /** Called when a project came, or came anew, after someone was handed an older answer. */
  readonly arrived: (dockerfile: string) => void;
  readonly log: RemoteConsole;
  /** How long the first answer may be held back, in milliseconds. */
  readonly patience: number;
}

interface Snapshot<T> {
  copySources: readonly string[];
  content: T | undefined;
  loading: Promise<void> | undefined;
  /** Files changed since it began to be read. */
  stale: boolean;
  /** Someone was answered without what is being loaded. */
  awaited: boolean;
}

/** Changes come in bursts (a checkout, a build): they are gathered for so long before reading again, in milliseconds. */
const gatherFor = 100;

export function projectSnapshots<T extends object>({
  access,
  load,
  unknown,
  arrived,
  log,
  patience,
}: SnapshotOptions<T>): ProjectSnapshots<T> {
  if (access === undefined) return noSnapshots(unknown);
  const files = rememberFiles(access);
  const snapshots = new Map<string, Snapshot<T>>();
  let gathering: ReturnType<typeof setTimeout> | undefined;

  async function read(dockerfile: string, snapshot: Snapshot<T>): Promise<void> {
    do {
      snapshot.stale = false;
      try {
        snapshot.content = await load(files, dockerfile, snapshot.copySources);
      } catch (error) {
        log.error(`the project of ${dockerfile} could not be read: ${String(error)}`);
        snapshot.content = unknown;
      }
    } while (snapshot.stale && snapshots.get(dockerfile) === snapshot);
    snapshot.loading = undefined;
    if (snapshot.awaited && snapshots.get(dockerfile) === snapshot) {
      snapshot.awaited = false;
      arrived(dockerfile);
    }
  }

  /** @param one only this one is outdated; all of them without. */
  function readSoon(one?: Snapshot<T>): void {
    for (const snapshot of one ? [one] : snapshots.values()) snapshot.stale = true;
    gathering ??= setTimeout(readStale, gatherFor);
  }

  function readStale(): void {
    gathering = undefined;
    for (const [dockerfile, snapshot] of snapshots) {
      if (!snapshot.stale) continue;
      snapshot.awaited = true;
      // One that is being read looks at `stale` when it is done.
      snapshot.loading ??= read(dockerfile, snapshot);
    }
  }

  return {
    async of(dockerfile, copySources) {
      let snapshot = snapshots.get(dockerfile);
      if (snapshot === undefined) {
        snapshot = { copySources, content: undefined, loading: undefined, stale: false, awaited: false };
        snapshots.set(dockerfile, snapshot);
        snapshot.loading = read(dockerfile, snapshot);
      } else if (!equal(snapshot.copySources, copySources)) {
        snapshot.copySources = copySources;
        readSoon(snapshot);
      }
      if (snapshot.content === undefined && snapshot.loading) await atMost(patience, snapshot.loading);
      if (snapshot.content === undefined) snapshot.awaited = true;
      return snapshot.content ?? unknown;
    },
    filesChanged(changes) {
      if (files.forget(changes)) readSoon();
    },
    reload() {
      files.forgetAll();
      readSoon();
    },
    forget(dockerfile) {
      snapshots.delete(dockerfile);
      if (snapshots.size === 0) files.forgetAll();
    },
  };
}

function noSnapshots<T>(unknown: T): ProjectSnapshots<T> {
  return { of: () => Promise.resolve(unknown), filesChanged() {}, reload() {}, forget() {} };
}

function equal(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, i) => each === b[i]);
}

async function atMost(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds)));
  await Promise.race([work, timeout]);
  clearTimeout(timer);
}
