import { compileGlob } from '../../project/glob';
import { baseName, folderOf, joinPath } from '../../project/paths';
import type { Project } from '../../project/project';
import { defaultBuild, headIsBuilt, nameIsBuilt, type BuildTags } from './constraints';
import type { GoEmbed } from './expressions';
import { readGoMod } from './gomod';
import { readPreambles, type CgoPreamble } from './preamble';
import { goFile, type GoFile } from './source-file';

/** A Go package of the build context as a Linux build for amd64 sees it. Test files are left out. */
export interface GoPackage {
  /** Folder, relative to the context. */
  readonly dir: string;
  /** Undefined without go.mod and without a given module path. */
  readonly importPath: string | undefined;
  /** Name of the package clause; undefined when no file has one. */
  readonly name: string | undefined;
  readonly isMain: boolean;
  /** Import paths, each once. */
  readonly imports: readonly string[];
  readonly files: readonly GoFile[];
  /** Files that would be built but whose text was not loaded: what they do is unknown. */
  readonly unread: readonly string[];
  /** Undefined when no file imports "C". */
  readonly cgo: GoPackageCgo | undefined;
  /** Folder of the go.mod that it belongs to, relative to the context. */
  readonly moduleRoot: string;
}

export interface GoPackageCgo extends CgoPreamble {
  /** Paths of the files that import "C". `cxx` holds for C++ sources beside them, too. */
  readonly files: readonly string[];
  /** Other files take their place when cgo is off. */
  readonly hasPureFallback: boolean;
}

export interface PackageOptions extends Partial<BuildTags> {
  /** Import path of the root where there is no go.mod, as with sources below GOPATH/src. */
  readonly modulePath?: string | undefined;
}

const cache = new WeakMap<Project, Map<string, readonly GoPackage[]>>();

/**
 * Packages of the module in a folder of the context. Left out, as by `./...`: `vendor`, `testdata`, folders that begin
 * with `_` or `.`, and nested modules.
 */
export function goPackages(
  project: Project,
  moduleRoot: string,
  options: PackageOptions = {},
): readonly GoPackage[] {
  const build = { ...defaultBuild, ...options };
  const key = JSON.stringify([moduleRoot, build.cgo, build.tags, options.modulePath]);
  let packages = cache.get(project);
  if (!packages) cache.set(project, (packages = new Map<string, readonly GoPackage[]>()));
  const before = packages.get(key);
  if (before) return before;
  const text = project.read(joinPath(moduleRoot, 'go.mod'));
  const modulePath = (text === undefined ? undefined : readGoMod(text).module) ?? options.modulePath;
  const found = [...goFolders(project, moduleRoot)].map(([dir, paths]) => {
    const below = dir.slice(moduleRoot === '' ? 0 : moduleRoot.length + 1);
    const importPath = modulePath === undefined || below === '' ? modulePath : `${modulePath}/${below}`;
    return makePackage(project, { dir, paths, importPath, moduleRoot }, build);
  });
  packages.set(key, found);
  return found;
}

/** Files that a package embeds, with the file that says so. */
export function embedsOf(pkg: GoPackage): (GoEmbed & { readonly file: GoFile })[] {
  return pkg.files
    .filter((file) => file.head.imports.some(({ path }) => path === 'embed'))
    .flatMap((file) => file.body().embeds.map((embed) => ({ ...embed, file })));
}

/** Tells which paths of the context some of the packages embed. */
export function embeddedPaths({
  packages,
}: {
  readonly packages: readonly GoPackage[];
}): (path: string) => boolean {
  const patterns = packages.flatMap((pkg) =>
    embedsOf(pkg).flatMap(({ pattern }) => compileGlob(joinPath(pkg.dir, pattern)) ?? []),
  );
  return (path) => {
    for (let part = path; part !== ''; part = folderOf(part)) {
      if (patterns.some((matches) => matches(part))) return true;
    }
    return false;
  };
}

/** Every folder with Go files that belongs to the module, with those files. */
function goFolders(project: Project, moduleRoot: string): Map<string, string[]> {
  const prefix = moduleRoot === '' ? '' : `${moduleRoot}/`;
  const folders = new Map<string, string[]>();
  const skipped = new Map<string, boolean>([[moduleRoot, false]]);
  const isSkipped = (dir: string): boolean => {
    const before = skipped.get(dir);
    if (before !== undefined) return before;
    const name = baseName(dir);
    const skip =
      /^[_.]|^(?:vendor|testdata)$/.test(name) || project.has(`${dir}/go.mod`) || isSkipped(folderOf(dir));
    skipped.set(dir, skip);
    return skip;
  };
  for (const { path } of project.files) {
    if (!path.endsWith('.go') || !path.startsWith(prefix)) continue;
    const dir = folderOf(path);
    if (isSkipped(dir)) continue;
    const files = folders.get(dir);
    if (files) files.push(path);
    else folders.set(dir, [path]);
  }
  return folders;
}

interface Folder {
  readonly dir: string;
  readonly paths: readonly string[];
  readonly importPath: string | undefined;
  readonly moduleRoot: string;
}

function makePackage(
  project: Project,
  { dir, paths, importPath, moduleRoot }: Folder,
  build: BuildTags,
): GoPackage {
  const candidates = paths.filter((path) => nameIsBuilt(baseName(path)));
  const read = candidates.map((path) => goFile(project, path)).filter((file) => file !== undefined);
  const files = read.filter(({ head }) => isBuilt(head, build));
  const cgoFiles = files.filter(({ head }) => head.preamble !== undefined);
  const preamble = readPreambles(cgoFiles.map(({ head }) => head.preamble ?? ''));
  const withoutCgo = { ...build, cgo: false };
  const names = files.map(({ head }) => head.packageName).filter((name) => name !== undefined);
  const name = names.find((each) => each !== 'documentation');
  return {
    dir,
    importPath,
    name,
    isMain: name === 'main',
    imports: [...new Set(files.flatMap(({ head }) => head.imports.map(({ path }) => path)))],
    files,
    unread: candidates.filter((path) => project.read(path) === undefined),
    cgo:
      cgoFiles.length === 0
        ? undefined
        : {
            files: cgoFiles.map(({ path }) => path),
            ...preamble,
            cxx: preamble.cxx || holdsCxx(project, dir),
            hasPureFallback: read.some((file) => !files.includes(file) && isBuilt(file.head, withoutCgo)),
          },
    moduleRoot,
  };
}

function holdsCxx(project: Project, dir: string): boolean {
  return project.files.some(({ path }) => /\.(?:cc|cpp|cxx)$/.test(path) && folderOf(path) === dir);
}

function isBuilt({ leading, imports }: GoFile['head'], build: BuildTags): boolean {
  if (!build.cgo && imports.some(({ path }) => path === 'C')) return false;
  return headIsBuilt(leading, build);
}
