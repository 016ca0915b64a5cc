import type { FileAccess } from './project';
import { type BuildFile, mayDescribeBuilds } from './targets';
import { pathOfUri, uriBelow } from './uris';

/** Subfolders of a root that hold files about builds. */
const places = ['', '.github/workflows', '.devcontainer', '.circleci'];

/** A root with more such files than this is a collection of projects, not one. */
const maxFiles = 200;

/** Reads compose, bake, CI files, Makefiles and scripts of a folder outside the context: its top level only. */
export async function readBuildDescriptions(
  access: FileAccess,
  root: string,
  maxBytes: number,
): Promise<readonly BuildFile[]> {
  const found: BuildFile[] = [];
  for (const place of places) {
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
  return found;
}
