import { parseDockerIgnore } from './dockerignore';
import type { ContextFile, FileAccess } from './project';
import { type BuildFile, mayDescribeBuilds } from './targets';
import { pathOfUri, urisBelow } from './uris';
import { type ContextView, contextView } from './view';
import { type CancelSignal, throwIfCancelled, walkContext, type WalkLimits } from './walk';

/** Bounds on what is read of a context; past them the project says that it is `truncated`, or a text is not loaded. */
export interface LoadLimits extends WalkLimits {
  /** UTF-8 bytes of one text. */
  readonly bytesPerFile: number;
  /** UTF-16 units of all texts together. */
  readonly totalBytes: number;
}

/** A build context as it was read: the same for all Dockerfiles that are built with it. */
export interface ContextFiles {
  readonly view: ContextView;
  /**
   * Its compose, bake, CI files, Makefiles and scripts. Those that `.dockerignore` hides from the image, compose files
   * above all, still say how it is built.
   */
  readonly builds: readonly BuildFile[];
}

export interface ContextRequest {
  /** URI of the build context. */
  readonly root: string;
  /** Text of the `.dockerignore` in force. */
  readonly dockerignore: string | undefined;
  /** Which files to load as text. */
  wants(path: string): boolean;
  readonly limits: LoadLimits;
  readonly signal: CancelSignal | undefined;
}

/** How many texts are asked for at once. */
const width = 64;

/** @throws LoadCancelled */
export async function readContextFiles(access: FileAccess, request: ContextRequest): Promise<ContextFiles> {
  const { root, dockerignore, limits, signal } = request;
  const patterns = dockerignore === undefined ? undefined : parseDockerIgnore(dockerignore);
  const listing = await walkContext(access, root, patterns, limits, signal);
  const texts = await readTexts(
    access,
    listing.files.filter((file) => request.wants(file.path)),
    request,
  );
  const hidden = listing.ignored.filter(mayDescribeBuilds).map((path) => ({ path, size: undefined }));
  const shown = listing.files.filter((file) => mayDescribeBuilds(file.path) && !texts.has(file.path));
  const more = await readTexts(access, [...shown, ...hidden], request);
  const rootPath = pathOfUri(root);
  const builds = [...texts, ...more]
    .filter(([path]) => mayDescribeBuilds(path))
    .map(([path, text]) => ({ path: `${rootPath}/${path}`, text }));
  return { view: contextView(listing, texts), builds };
}

async function readTexts(
  access: FileAccess,
  files: readonly ContextFile[],
  { root, limits, signal }: ContextRequest,
): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  const uriOf = urisBelow(root);
  const small = files.filter((file) => (file.size ?? 0) <= limits.bytesPerFile);
  let total = 0;
  for (let i = 0; i < small.length && total < limits.totalBytes; i += width) {
    throwIfCancelled(signal);
    const batch = small.slice(i, i + width);
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
