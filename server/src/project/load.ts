import { readBuildDescriptions } from './build-files';
import { type ContextFiles, type LoadLimits, readContextFiles } from './context-files';
import { baseName } from './paths';
import type { FileAccess, Project } from './project';
import { type BuildFile, describeBuilds } from './targets';
import { parentUri, pathOfUri, relativeUri, uriBelow } from './uris';
import { type CancelSignal, throwIfCancelled } from './walk';

const defaultLimits: LoadLimits = {
  files: 20_000,
  folders: 5_000,
  bytesPerFile: 1_000_000,
  totalBytes: 48_000_000,
};

/**
 * What was read so far, for further Dockerfiles of the same folders. It holds as long as no file changes and all calls
 * have the same `wants` and limits.
 */
export interface ReadSoFar {
  /** Contexts, by URI and `.dockerignore`. */
  readonly contexts: Map<string, Promise<ContextFiles>>;
  /** Files about builds at the top of folders, by the folder's URI. */
  readonly descriptions: Map<string, Promise<readonly BuildFile[]>>;
}

export function nothingRead(): ReadSoFar {
  return { contexts: new Map(), descriptions: new Map() };
}

export interface LoadOptions {
  /** URI of the build context. */
  readonly root: string;
  /** URI of the Dockerfile, which may lie outside the context. */
  readonly dockerfile?: string;
  /** Folders besides the context (URIs) whose compose, bake, CI files and Makefiles may build this Dockerfile. */
  readonly extraRoots?: readonly string[];
  /** Which files of the context to load as text. */
  wants(path: string): boolean;
  readonly limits?: Partial<LoadLimits>;
  /** An `AbortSignal`. */
  readonly signal?: CancelSignal;
  /** Taken from and added to; everything is read anew without it. */
  readonly readSoFar?: ReadSoFar;
}

/**
 * Reads a build context. Nothing that is missing or unreadable is an error.
 * @throws LoadCancelled when `signal` is raised.
 */
export async function loadProject(access: FileAccess, options: LoadOptions): Promise<Project> {
  const { root, dockerfile, wants, signal, readSoFar = nothingRead() } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const dockerignore = await readDockerIgnore(access, root, dockerfile, limits.bytesPerFile);
  const { view, builds } = await once(readSoFar.contexts, `${root}\n${dockerignore ?? ''}`, () =>
    readContextFiles(access, { root, dockerignore, wants, limits, signal }),
  );
  const all: BuildFile[] = [];
  for (const folder of new Set(options.extraRoots)) {
    if (pathOfUri(folder) === pathOfUri(root)) continue;
    throwIfCancelled(signal);
    const read = () => readBuildDescriptions(access, folder, limits.bytesPerFile);
    all.push(...(await once(readSoFar.descriptions, folder, read)));
  }
  all.push(...builds);
  const path = dockerfile === undefined ? undefined : pathOfUri(dockerfile);
  const relative = dockerfile === undefined ? undefined : relativeUri(root, dockerfile);
  return {
    ...view,
    ...describeBuilds(all, pathOfUri(root), path),
    dockerignore,
    dockerfilePath: relative?.startsWith('../') ? undefined : relative,
  };
}

/** What the map holds, or what is read now. A failure is not kept. */
function once<T>(known: Map<string, Promise<T>>, key: string, read: () => Promise<T>): Promise<T> {
  let result = known.get(key);
  if (result === undefined) {
    result = read().catch((error: unknown) => {
      known.delete(key);
      throw error;
    });
    known.set(key, result);
  }
  return result;
}

async function readDockerIgnore(
  access: FileAccess,
  root: string,
  dockerfile: string | undefined,
  maxBytes: number,
): Promise<string | undefined> {
  if (dockerfile !== undefined && (await mayHoldDockerIgnore(access, parentUri(dockerfile)))) {
    const beside = uriBelow(dockerfile, `../${baseName(pathOfUri(dockerfile))}.dockerignore`);
    const own = await access.read(beside, maxBytes);
    if (own !== undefined) return own;
  }
  return (await mayHoldDockerIgnore(access, root))
    ? access.read(uriBelow(root, '.dockerignore'), maxBytes)
    : undefined;
}

/** The folder is listed anyway, and to look there costs less than to try a file in vain. */
async function mayHoldDockerIgnore(access: FileAccess, folder: string): Promise<boolean> {
  const entries = await access.list(folder);
  return entries === undefined || entries.some(({ name }) => /\.dockerignore$/i.test(name));
}
