import type { FileAccess } from './project';
import { type BuildFile, mayDescribeBuilds } from './targets';
import { pathOfUri, uriBelow } from './uris';
import { type CancelSignal, throwIfCancelled } from './walk';

/** Subfolders of a root that hold files about builds. */
const places = ['', '.github/workflows', '.devcontainer', '.circleci'];

/** A root with more such files than this is a collection of projects, not one. */
const maxFiles = 200;

/**
 * Reads compose, bake, CI files, Makefiles and scripts of folders outside the context: their top level only.
 * @throws LoadCancelled
 */
export async function readBuildDescriptions(
  access: FileAccess,
  roots: readonly string[],
  context: string,
  maxBytes: number,
  signal: CancelSignal | undefined,
): Promise<BuildFile[]> {
  const found: BuildFile[] = [];
  for (const root of new Set(roots)) {
    if (pathOfUri(root) === pathOfUri(context)) continue;
    for (const place of places) {
      throwIfCancelled(signal);
      const folder = uriBelow(root, place);
      const names = ((await access.list(folder)) ?? [])
        .filter((entry) => entry.kind === 'file')
        .map((entry) => (place === '' ? entry.name : `${place}/${entry.name}`))
        .filter(mayDescribeBuilds)
        .slice(0, maxFiles);
      const texts = await Promise.all(names.map((name) => access.read(uriBelow(root, name), maxBytes)));
      for (const [i, name] of names.entries()) {
        const text = texts[i];
        if (text !== undefined) found.push({ path: `${pathOfUri(root)}/${name}`, text });
      }
    }
  }
  return found;
}
