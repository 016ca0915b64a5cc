import { folderOf, joinPath } from '../../project/paths';
import type { Project } from '../../project/project';
import { readGoMod, readGoWork, replacedFolder, type GoMod } from './gomod';
import { goPackages, type GoPackage, type PackageOptions } from './packages';

/** A main package with all packages of the build context that it is compiled from. */
export interface Reachable {
  readonly main: GoPackage;
  /** The main package first. */
  readonly packages: readonly GoPackage[];
  /** Import paths outside the context: the standard library and third-party modules. Their sources are not looked into. */
  readonly external: readonly string[];
  /** Import paths of the context's own modules that no folder answers to: generated code, or not in the context. */
  readonly missing: readonly string[];
  /** Module file of the main package; undefined in GOPATH mode. */
  readonly mod: GoMod | undefined;
}

/** Folders of the modules that a build in `moduleRoot` takes from the context: itself, go.work's, local replacements. */
export function localModules(project: Project, moduleRoot: string): string[] {
  const found = new Set([moduleRoot]);
  for (let folder = moduleRoot; ; folder = folderOf(folder)) {
    const work = project.read(joinPath(folder, 'go.work'));
    if (work !== undefined) {
      const { uses, replaces } = readGoWork(work);
      for (const use of uses) found.add(joinPath(folder, use));
      for (const replace of replaces) found.add(replacedFolder(folder, replace) ?? moduleRoot);
      break;
    }
    if (folder === '') break;
  }
  for (const root of found) {
    const text = project.read(joinPath(root, 'go.mod'));
    // Replacements of a dependency do not count, but its folder may be replaced by the main module only.
    if (text === undefined || root !== moduleRoot) continue;
    for (const replace of readGoMod(text).replaces) found.add(replacedFolder(root, replace) ?? moduleRoot);
  }
  return [...found].filter((root) => project.isFolder(root));
}

/** Follows the imports of a main package through the modules of the context. */
export function reachablePackages(
  project: Project,
  main: GoPackage,
  options: PackageOptions = {},
): Reachable {
  const modText = project.read(joinPath(main.moduleRoot, 'go.mod'));
  const mod = modText === undefined ? undefined : readGoMod(modText);
  const byImport = new Map<string, GoPackage>();
  const byFolder = new Map<string, GoPackage>();
  const modulePaths: string[] = [];
  for (const root of localModules(project, main.moduleRoot)) {
    const own = root === main.moduleRoot;
    const packages = goPackages(project, root, own ? options : { ...options, modulePath: undefined });
    for (const pkg of packages) {
      byFolder.set(pkg.dir, pkg);
      if (pkg.importPath !== undefined) byImport.set(pkg.importPath, pkg);
    }
    const text = project.read(joinPath(root, 'go.mod'));
    const path =
      (text === undefined ? undefined : readGoMod(text).module) ?? (own ? options.modulePath : undefined);
    if (path !== undefined) modulePaths.push(path);
    // A replacement is imported by the path that it replaces.
    for (const replace of mod?.replaces ?? []) {
      if (replacedFolder(main.moduleRoot, replace) !== root) continue;
      for (const pkg of packages) {
        const below = pkg.dir.slice(root === '' ? 0 : root.length + 1);
        byImport.set(below === '' ? replace.path : `${replace.path}/${below}`, pkg);
      }
      modulePaths.push(replace.path);
    }
  }

  /** Below GOPATH the import path of a folder is not written anywhere: one that ends like the folder's path is taken. */
  const guess = (path: string): GoPackage | undefined => {
    if (modulePaths.length > 0) return undefined;
    for (let slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
      const found = byFolder.get(joinPath(main.moduleRoot, path.slice(slash + 1)));
      if (found) return found;
    }
    return undefined;
  };
  const reached = new Set([main]);
  const external = new Set<string>();
  const missing = new Set<string>();
  for (const pkg of reached) {
    for (const path of pkg.imports) {
      const target = path.startsWith('.')
        ? byFolder.get(joinPath(pkg.dir, path))
        : (byImport.get(path) ?? guess(path));
      if (target) reached.add(target);
      else if (modulePaths.some((module) => path === module || path.startsWith(`${module}/`)))
        missing.add(path);
      else external.add(path);
    }
  }
  return { main, packages: [...reached], external: [...external], missing: [...missing], mod };
}
