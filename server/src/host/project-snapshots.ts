import type { RemoteConsole } from 'vscode-languageserver';
import { unknownProject, type FileAccess, type Project } from '../project/project';
import { rememberFiles, type FileChange } from './remembered-files';

/** Build contexts of the open Dockerfiles, loaded once and kept up to date. */
export interface ProjectSnapshots {
  /**
   * What is known of a Dockerfile's build context now. Only the first call for a Dockerfile waits for the file system,
   * and never longer than the patience; `unknownProject` then stands in and `arrived` is called later.
   * @param copySources of the Dockerfile; when they change, the context is looked for again.
   */
  of(dockerfile: string, copySources: readonly string[]): Promise<Project>;
  filesChanged(changes: readonly FileChange[]): void;
  /** Files may have changed unseen: everything is read again. */
  reload(): void;
  forget(dockerfile: string): void;
}

export interface SnapshotOptions {
  /** Undefined when project files cannot or must not be read. */
  readonly access: FileAccess | undefined;
  /** Finds and reads the build context of a Dockerfile. */
  readonly load: (access: FileAccess, dockerfile: string, copySources: readonly string[]) => Promise<Project>;
  /** Called when a project came, or came anew, after someone was handed an older answer. */
  readonly arrived: (dockerfile: string) => void;
  readonly log: RemoteConsole;
  /** How long the first answer may be held back, in milliseconds. */
  readonly patience: number;
}

interface Snapshot {
  copySources: readonly string[];
  project: Project | undefined;
  loading: Promise<void> | undefined;
  /** Files changed since it began to be read. */
  stale: boolean;
  /** Someone was answered without what is being loaded. */
  awaited: boolean;
}

/** Changes come in bursts (a checkout, a build): they are gathered for so long before reading again, in milliseconds. */
const gatherFor = 100;

export function projectSnapshots({
  access,
  load,
  arrived,
  log,
  patience,
}: SnapshotOptions): ProjectSnapshots {
  if (access === undefined) return noSnapshots;
  const files = rememberFiles(access);
  const snapshots = new Map<string, Snapshot>();
  let gathering: ReturnType<typeof setTimeout> | undefined;

  async function read(dockerfile: string, snapshot: Snapshot): Promise<void> {
    do {
      snapshot.stale = false;
      try {
        snapshot.project = await load(files, dockerfile, snapshot.copySources);
      } catch (error) {
        log.error(`the project of ${dockerfile} could not be read: ${String(error)}`);
        snapshot.project = unknownProject;
      }
    } while (snapshot.stale && snapshots.get(dockerfile) === snapshot);
    snapshot.loading = undefined;
    if (snapshot.awaited && snapshots.get(dockerfile) === snapshot) {
      snapshot.awaited = false;
      arrived(dockerfile);
    }
  }

  /** @param one only this one is outdated; all of them without. */
  function readSoon(one?: Snapshot): void {
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
        snapshot = { copySources, project: undefined, loading: undefined, stale: false, awaited: false };
        snapshots.set(dockerfile, snapshot);
        snapshot.loading = read(dockerfile, snapshot);
      } else if (!equal(snapshot.copySources, copySources)) {
        snapshot.copySources = copySources;
        readSoon(snapshot);
      }
      if (snapshot.project === undefined && snapshot.loading) await atMost(patience, snapshot.loading);
      if (snapshot.project === undefined) snapshot.awaited = true;
      return snapshot.project ?? unknownProject;
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

const noSnapshots: ProjectSnapshots = {
  of: () => Promise.resolve(unknownProject),
  filesChanged() {},
  reload() {},
  forget() {},
};

function equal(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, i) => each === b[i]);
}

async function atMost(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds)));
  await Promise.race([work, timeout]);
  clearTimeout(timer);
}
