import type { Project } from '../../project/project';
import { known, unknown, type Fact } from '../../text/fact';
import { cgoModules, pkgConfigNames, sharedLibraries, type CgoModule } from './cgo-modules';
import { withoutVersion } from './evaluate';
import type { GoMod } from './gomod';
import type { GoPackage } from './packages';
import type { Reachable } from './reach';

export interface CgoUse {
  /**
   * `no`: built with CGO_ENABLED=0 it does all it does with cgo. `optional`: it has C code and a substitute for it.
   * `yes`: without cgo it does not build, or fails while it runs. `maybe`: a dependency may bring C code along that a
   * package not looked into uses.
   */
  readonly needed: 'no' | 'optional' | 'maybe' | 'yes';
  /** Why, the strongest reasons first. */
  readonly reasons: readonly CgoReason[];
  /** Runtime packages with the shared libraries. */
  readonly apt: readonly string[];
  readonly apk: readonly string[];
  /** Needs libstdc++ or libgcc. */
  readonly cxx: boolean;
  /** Shared libraries that no package is known for; where there are any, what to install cannot be said. */
  readonly unknownLibraries: readonly string[];
  /** Tags that a build against musl needs. */
  readonly muslTags: readonly string[];
}

export interface CgoReason {
  /** As a phrase for the user: `db/x.go imports "C"`, `github.com/mattn/go-sqlite3 is C code`. */
  readonly message: string;
  readonly needed: 'optional' | 'maybe' | 'yes';
}

/**
 * Whether a program needs cgo, and which shared libraries it is then linked to. Judged from its own sources and from a
 * table of known packages: the sources of third-party modules are not looked into.
 * @returns unknown when sources of the program are missing or were not read.
 */
export function cgoUse(project: Project, { packages, external, missing, mod }: Reachable): Fact<CgoUse> {
  const unread = packages.flatMap((pkg) => pkg.unread);
  if (unread[0] !== undefined) return unknown(`${unread[0]} was not read`);
  const incomplete = packages.find((pkg) => pkg.files.length === 0);
  if (incomplete) return unknown(`no Go sources are known in ${incomplete.dir || 'the build context'}`);
  if (project.truncated && missing[0] !== undefined)
    return unknown(`the sources of ${missing[0]} were not read`);

  const own = packages.filter((pkg) => pkg.cgo);
  const used = cgoModules.filter((module) => external.some((path) => belongsTo(path, module)));
  const indirect = cgoModules.filter((module) => !used.includes(module) && mod && mayComeAlong(module, mod));
  const ownLibraries = own.map(librariesOf);
  const ownNeeded = own.some((pkg) => !pkg.cgo?.hasPureFallback);
  const tableNeeded = used.some((module) => !module.pureFallback);
  const needed =
    ownNeeded || tableNeeded
      ? 'yes'
      : indirect.length > 0
        ? 'maybe'
        : own.length + used.length > 0
          ? 'optional'
          : 'no';
  const relevant = needed === 'maybe' ? [...used, ...indirect] : used;
  const reasons: CgoReason[] = [
    ...own.map((pkg) => ({
      message: `${pkg.cgo?.files[0]} imports "C"`,
      needed: strength(pkg.cgo?.hasPureFallback),
    })),
    ...used.map((module) => ({ message: describe(module), needed: strength(module.pureFallback) })),
    ...indirect.map((module) => ({
      message: `go.mod lists ${module.path}, which is C code`,
      needed: 'maybe' as const,
    })),
  ];
  const order = ['yes', 'maybe', 'optional'];
  return known({
    needed,
    reasons: reasons.sort((a, b) => order.indexOf(a.needed) - order.indexOf(b.needed)),
    apt: distinct([...relevant.flatMap((module) => module.apt), ...ownLibraries.flatMap((each) => each.apt)]),
    apk: distinct([
      ...relevant.flatMap((module) => module.apk ?? []),
      ...ownLibraries.flatMap((each) => each.apk),
    ]),
    cxx: own.some((pkg) => pkg.cgo?.cxx) || relevant.some((module) => module.cxx),
    unknownLibraries: distinct([
      ...relevant.flatMap((module) => module.unknownLibraries ?? []),
      ...ownLibraries.flatMap((each) => each.unknown),
    ]),
    muslTags: distinct(relevant.flatMap((module) => module.muslTag ?? [])),
  });
}

function strength(hasPureFallback: boolean | undefined): 'optional' | 'yes' {
  return hasPureFallback ? 'optional' : 'yes';
}

function describe({ path, note }: CgoModule): string {
  const what = path === 'plugin' ? 'the program imports plugin' : `${path} is C code`;
  return note === undefined ? what : `${what}: ${note}`;
}

/** True when an import path is the module's, with a major version anywhere after it. */
function belongsTo(importPath: string, { path, except = [] }: CgoModule): boolean {
  const plain = withoutVersion(importPath);
  if (plain !== path && !plain.startsWith(`${path}/`)) return false;
  // A package of the standard library has no others below it.
  if (!path.includes('.') && plain !== path) return false;
  const below = plain.slice(path.length + 1);
  return !except.some((part) => below === part || below.startsWith(`${part}/`));
}

/**
 * Whether go.mod says that some dependency uses a module. Since Go 1.17 it lists as indirect the modules of all packages
 * that the program's imports lead to; older files leave most out and list others. Those that `tool` lines bring along
 * cannot be told apart. A package with a plain Go substitute, or one package of a large module, says nothing.
 */
function mayComeAlong(module: CgoModule, { go, requires, tools }: GoMod): boolean {
  const [major = 0, minor = 0] = (go ?? '').split('.').map(Number);
  if (tools.length > 0 || major < 1 || (major === 1 && minor < 17)) return false;
  const common = ['github.com/DataDog/zstd', 'github.com/ebitengine/purego', 'github.com/go-gl'];
  if (module.pureFallback || common.includes(module.path)) return false;
  return requires.some(({ indirect, path }) => indirect && withoutVersion(path) === module.path);
}

interface Libraries {
  readonly apt: readonly string[];
  readonly apk: readonly string[];
  readonly unknown: readonly string[];
}

function librariesOf({ cgo }: GoPackage): Libraries {
  const flags = cgo?.ldflags ?? [];
  // Between -Bstatic and -Bdynamic, libraries become part of the program.
  let isStatic = flags.includes('-static');
  const names: string[] = [];
  const unknownNames: string[] = [];
  for (const flag of flags) {
    if (flag.endsWith('-Bstatic')) isStatic = true;
    else if (flag.endsWith('-Bdynamic')) isStatic = false;
    else if (flag.startsWith('-l:')) unknownNames.push(...(flag.endsWith('.a') ? [] : [flag.slice(3)]));
    else if (/^-l./.test(flag) && !isStatic) names.push(flag.slice(2));
    else if (/\.so(?:\.\d+)*$/.test(flag)) unknownNames.push(flag);
  }
  names.push(...(cgo?.pkgConfig ?? []).map((name) => pkgConfigNames[name] ?? name));
  const wanted = names.filter((name) => !['stdc++', 'c++', 'gcc', 'gcc_s'].includes(name));
  return {
    apt: wanted.flatMap((name) => libraryNamed(name)?.apt ?? []),
    apk: wanted.flatMap((name) => libraryNamed(name)?.apk ?? []),
    unknown: [...unknownNames, ...wanted.filter((name) => !libraryNamed(name)).map((name) => `lib${name}`)],
  };
}

function libraryNamed(name: string): (typeof sharedLibraries)[string] | undefined {
  return Object.hasOwn(sharedLibraries, name) ? sharedLibraries[name] : undefined;
}

function distinct(items: readonly string[]): string[] {
  return [...new Set(items)];
}
