import { originOf, within } from '../../model/paths';
import type { StageSoFar } from '../../model/model';
import { compileGlob } from '../../project/glob';
import type { Project } from '../../project/project';
import { dirname, joinPath, relativeTo } from '../../text/path';
import { known, unknown, type Fact } from '../../text/fact';
import { manifestOf, type Manifest } from './manifest';

/** A folder with a Cargo.toml, in the stage and in the build context. */
export interface CargoFolder {
  /** Absolute. */
  readonly stageRoot: string;
  /** Relative to the build context; `''` is the context itself. */
  readonly contextRoot: string;
}

/** Where a Cargo command works. */
export interface CargoPlace {
  /** The package that it stands in, or the virtual workspace. */
  readonly current: CargoFolder;
  /** Holds Cargo.lock and the target folder: the workspace's root, or the package itself. */
  readonly root: CargoFolder;
}

/** Finds the manifest that Cargo uses in a directory of the stage: the nearest Cargo.toml upwards. */
export function placeOf(directory: string, stage: StageSoFar, project: Project): Fact<CargoPlace> {
  for (let folder = directory; ; folder = dirname(folder)) {
    const contextRoot = contextOf(folder, stage, project);
    if (contextRoot !== undefined) {
      if (!manifestOf(project, contextRoot)) return unknown(`${joined(contextRoot)} cannot be read`);
      const current = { stageRoot: folder, contextRoot };
      return known({ current, root: rootOf(current, stage, project) });
    }
    if (folder === '/') return unknown(`the Cargo.toml for ${directory} is not in the build context`);
  }
}

function contextOf(folder: string, stage: StageSoFar, project: Project): string | undefined {
  const origin = originOf(stage, joinPath(folder, 'Cargo.toml'), project);
  if (origin.kind !== 'context' || !/(^|\/)Cargo\.toml$/.test(origin.path) || !project.has(origin.path))
    return undefined;
  return dirname(`/${origin.path}`).slice(1);
}

function rootOf(current: CargoFolder, stage: StageSoFar, project: Project): CargoFolder {
  if (manifestOf(project, current.contextRoot)?.workspace) return current;
  for (let folder = current.stageRoot; folder !== '/';) {
    folder = dirname(folder);
    const contextRoot = contextOf(folder, stage, project);
    const workspace = contextRoot === undefined ? undefined : manifestOf(project, contextRoot)?.workspace;
    if (contextRoot === undefined || !workspace) continue;
    const below = relativeTo(`/${contextRoot}`, `/${current.contextRoot}`);
    if (below === undefined || workspace.exclude.some((each) => within(`/${below}`, joinPath('/', each))))
      continue;
    return { stageRoot: folder, contextRoot };
  }
  return current;
}

/** Context folders of all packages of a workspace; the package itself without one. */
export function membersOf(root: CargoFolder, project: Project): string[] {
  const manifest = manifestOf(project, root.contextRoot);
  if (!manifest?.workspace) return [root.contextRoot];
  const { members, exclude } = manifest.workspace;
  const folders = new Set(manifest.name === undefined ? [] : [root.contextRoot]);
  for (const folder of expand(members, root, project)) folders.add(folder);
  // Path dependencies below the root are members, too.
  for (const folder of [...folders]) for (const each of pathDependencies(folder, project)) folders.add(each);
  const isExcluded = (folder: string) =>
    exclude.some((each) => within(`/${folder}`, joinPath(`/${root.contextRoot}`, each)));
  return [...folders].filter((folder) => !isExcluded(folder) && manifestOf(project, folder));
}

/** Context folders of the packages that a command in the workspace's root works on without naming any. */
export function defaultMembers(root: CargoFolder, project: Project): string[] {
  const manifest = manifestOf(project, root.contextRoot);
  const named = manifest?.workspace?.defaultMembers;
  if (named) return expand(named, root, project);
  return manifest?.name === undefined ? membersOf(root, project) : [root.contextRoot];
}

function expand(patterns: readonly string[], root: CargoFolder, project: Project): string[] {
  return patterns.flatMap((pattern) => {
    const path = joinPath(`/${root.contextRoot}`, pattern).slice(1).replace(/\/$/, '');
    if (!/[*?[]/.test(path)) return [path];
    const matches = compileGlob(path);
    return project.files
      .filter((file) => /\/Cargo\.toml$/.test(file.path))
      .map((file) => dirname(file.path))
      .filter((folder) => matches?.(folder));
  });
}

/** Context folders of the packages whose sources a package is made of: itself and its path dependencies. */
export function packageFolders(folder: string, root: CargoFolder, project: Project): string[] {
  const shared = manifestOf(project, root.contextRoot)?.workspace?.dependencies ?? [];
  const found = new Set([folder]);
  for (const each of found) {
    for (const next of pathDependencies(each, project)) found.add(next);
    for (const { name, inherits } of manifestOf(project, each)?.dependencies ?? []) {
      const path = inherits ? shared.find((other) => other.name === name)?.path : undefined;
      if (path !== undefined) found.add(joinPath(`/${root.contextRoot}`, path).slice(1));
    }
  }
  return [...found].filter((each) => manifestOf(project, each));
}

function pathDependencies(folder: string, project: Project): string[] {
  const manifest: Manifest | undefined = manifestOf(project, folder);
  return (manifest?.dependencies ?? []).flatMap(({ path }) =>
    path === undefined ? [] : [joinPath(`/${folder}`, path).slice(1).replace(/\/$/, '')],
  );
}

function joined(folder: string): string {
  return folder === '' ? 'Cargo.toml' : `${folder}/Cargo.toml`;
}
