import { readBuildDescriptions } from './build-files';
import { parseDockerIgnore } from './dockerignore';
import { baseName } from './paths';
import type { ContextFile, FileAccess, Project } from './project';
import { describeBuilds, mayDescribeBuilds } from './targets';
import { pathOfUri, relativeUri, uriBelow, urisBelow } from './uris';
import { projectView } from './view';
import { type CancelSignal, throwIfCancelled, walkContext } from './walk';

/** Bounds on what is read of a context; past them the project says that it is `truncated`, or a text is not loaded. */
export interface LoadLimits {
  readonly files: number;
  readonly folders: number;
  /** UTF-8 bytes of one text. */
  readonly bytesPerFile: number;
  /** UTF-16 units of all texts together. */
  readonly totalBytes: number;
}

const defaultLimits: LoadLimits = {
  files: 20_000,
  folders: 5_000,
  bytesPerFile: 1_000_000,
  totalBytes: 48_000_000,
};

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
}

/** How many texts are asked for at once. */
const width = 64;

/**
 * Reads a build context. Nothing that is missing or unreadable is an error.
 * @throws LoadCancelled when `signal` is raised.
 */
export async function loadProject(access: FileAccess, options: LoadOptions): Promise<Project> {
  const { root, dockerfile, signal } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const ignoreText = await readDockerIgnore(access, root, dockerfile, limits.bytesPerFile);
  const dockerignore = ignoreText === undefined ? undefined : parseDockerIgnore(ignoreText);
  const listing = await walkContext(access, root, dockerignore, limits, signal);
  const builds = await readBuildDescriptions(
    access,
    options.extraRoots ?? [],
    root,
    limits.bytesPerFile,
    signal,
  );
  const texts = await readTexts(access, root, listing.files, options.wants, limits, signal);

  const rootPath = pathOfUri(root);
  const dockerfilePath = dockerfile === undefined ? undefined : relativeUri(root, dockerfile);
  if (dockerfile !== undefined) {
    // What `.dockerignore` hides from the image, compose files above all, still says how the image is built.
    const hidden = listing.ignored.filter(mayDescribeBuilds).map((path) => ({ path, size: undefined }));
    const shown = listing.files.filter((file) => mayDescribeBuilds(file.path) && !texts.has(file.path));
    const more = await readTexts(access, root, [...shown, ...hidden], () => true, limits, signal);
    for (const [path, text] of [...texts, ...more]) {
      if (mayDescribeBuilds(path)) builds.push({ path: `${rootPath}/${path}`, text });
    }
  }
  const described = describeBuilds(
    builds,
    rootPath,
    dockerfile === undefined ? undefined : pathOfUri(dockerfile),
  );
  return projectView({
    ...listing,
    ...described,
    texts,
    dockerignore: ignoreText,
    dockerfilePath: dockerfilePath?.startsWith('../') ? undefined : dockerfilePath,
  });
}

async function readDockerIgnore(
  access: FileAccess,
  root: string,
  dockerfile: string | undefined,
  maxBytes: number,
): Promise<string | undefined> {
  if (dockerfile !== undefined) {
    const beside = uriBelow(dockerfile, `../${baseName(pathOfUri(dockerfile))}.dockerignore`);
    const own = await access.read(beside, maxBytes);
    if (own !== undefined) return own;
  }
  return access.read(uriBelow(root, '.dockerignore'), maxBytes);
}

async function readTexts(
  access: FileAccess,
  root: string,
  files: readonly ContextFile[],
  wants: (path: string) => boolean,
  limits: LoadLimits,
  signal: CancelSignal | undefined,
): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  const uriOf = urisBelow(root);
  const wanted = files.filter((file) => wants(file.path) && (file.size ?? 0) <= limits.bytesPerFile);
  let total = 0;
  for (let i = 0; i < wanted.length && total < limits.totalBytes; i += width) {
    throwIfCancelled(signal);
    const batch = wanted.slice(i, i + width);
    const read = await Promise.all(batch.map((file) => access.read(uriOf(file.path), limits.bytesPerFile)));
    for (const [j, { path }] of batch.entries()) {
      const text = read[j];
      if (text === undefined) continue;
      total += text.length;
      if (total <= limits.totalBytes) texts.set(path, text);
    }
  }
  return texts;
}
