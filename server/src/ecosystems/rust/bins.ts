import type { Project } from '../../project/project';
import { basename, dirname, joinPath } from '../../text/path';
import { manifestOf } from './manifest';

/** A program that a package makes. */
export interface Bin {
  readonly name: string;
  /** Its main file in the build context. */
  readonly main: string;
  readonly requiredFeatures: readonly string[];
}

/** Programs of a package: those of its manifest and those that Cargo finds by their place. */
export function binsOf(project: Project, folder: string): Bin[] {
  const manifest = manifestOf(project, folder);
  if (!manifest) return [];
  const at = (path: string) => joinPath(`/${folder}`, path).slice(1);
  const found = new Map<string, Bin>();
  const named = new Map<string, Bin>();
  if (manifest.autobins) {
    const main = at('src/main.rs');
    if (project.has(main) && manifest.name !== undefined)
      found.set(manifest.name, { name: manifest.name, main, requiredFeatures: [] });
    for (const { path } of project.files) {
      const name = binName(path, at('src/bin'));
      if (name !== undefined) found.set(name, { name, main: path, requiredFeatures: [] });
    }
  }
  for (const { name, path, requiredFeatures } of manifest.bins) {
    const main = at(path ?? (found.get(name) ? relativeMain(found, name, folder) : 'src/main.rs'));
    named.set(name, { name, main, requiredFeatures });
  }
  // A file that has a name of its own in the manifest is not found under its other name, too.
  for (const { main } of named.values())
    for (const [other, bin] of found) if (bin.main === main) found.delete(other);
  for (const [name, bin] of named) found.set(name, bin);
  // Without sources at hand, the manifest's name is all there is to go by.
  if (found.size === 0 && manifest.name !== undefined && manifest.autobins && !hasSources(project, folder))
    found.set(manifest.name, { name: manifest.name, main: at('src/main.rs'), requiredFeatures: [] });
  return [...found.values()];
}

function binName(path: string, folder: string): string | undefined {
  if (!path.startsWith(`${folder}/`) || !path.endsWith('.rs')) return undefined;
  if (dirname(path) === folder) return basename(path).replace(/\.rs$/, '');
  return basename(path) === 'main.rs' && dirname(dirname(path)) === folder
    ? basename(dirname(path))
    : undefined;
}

function relativeMain(found: ReadonlyMap<string, Bin>, name: string, folder: string): string {
  const main = found.get(name)?.main ?? 'src/main.rs';
  return folder === '' ? main : main.slice(folder.length + 1);
}

function hasSources(project: Project, folder: string): boolean {
  const prefix = folder === '' ? 'src/' : `${folder}/src/`;
  return project.files.some(({ path }) => path.startsWith(prefix) && path.endsWith('.rs'));
}
