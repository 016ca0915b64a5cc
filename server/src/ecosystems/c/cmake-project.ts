import type { Project } from '../../project/project';
import { joinPath } from '../../text/path';
import { onLinux, readCMake, type CMakeCommand } from './cmake-syntax';
import { expand } from './cmake-variables';

/** A program of a CMake project. */
export interface CMakeProgram {
  /** File name: the target's, or its OUTPUT_NAME. */
  readonly name: string;
  /** Folder of the build tree that it lands in, relative; absolute when the project says so. */
  readonly folder: string;
  /** What it is linked to, as written, variables expanded: targets, libraries, flags. */
  readonly links: readonly string[];
  /** Folder below the prefix that `install` puts it in; undefined when it is not installed. */
  readonly installedTo: string | undefined;
}

/** A file or folder that `install` puts below the prefix. */
export interface CMakeInstalled {
  readonly destination: string;
}

export interface CMakeProject {
  readonly programs: readonly CMakeProgram[];
  /** Names of libraries that the project makes itself. */
  readonly ownStatic: ReadonlySet<string>;
  readonly ownShared: ReadonlySet<string>;
  /** Libraries are fetched and compiled along: FetchContent, CPM. */
  readonly fetches: boolean;
  readonly flags: string;
  readonly installed: readonly CMakeInstalled[];
  readonly isCxx: boolean;
}

interface Target {
  readonly target: string;
  readonly folder: string;
  name: string;
  outputFolder: string | undefined;
  readonly links: string[];
  installedTo: string | undefined;
}

const keywords = /^(PUBLIC|PRIVATE|INTERFACE|LINK_PUBLIC|LINK_PRIVATE|debug|optimized|general)$/;
const maxFolders = 60;

/** Reads the CMakeLists.txt of a folder of the build context and those below it; undefined when it is not at hand. */
export function readCMakeProject(
  project: Project,
  folder: string,
  definitions: ReadonlyMap<string, string>,
): CMakeProject | undefined {
  if (project.read(listsIn(folder)) === undefined) return undefined;
  const reader = new Reader(project, folder, definitions);
  reader.readFolder('', new Map());
  return reader.result();
}

function listsIn(folder: string): string {
  return folder === '' ? 'CMakeLists.txt' : `${folder}/CMakeLists.txt`;
}

class Reader {
  private readonly targets = new Map<string, Target>();
  private readonly ownStatic = new Set<string>();
  private readonly ownShared = new Set<string>();
  private readonly transitive = new Map<string, string[]>();
  private readonly installed: CMakeInstalled[] = [];
  private readonly everywhere: string[] = [];
  private fetches = false;
  private flags = '';
  private folders = 0;
  private languages = '';

  constructor(
    private readonly project: Project,
    private readonly root: string,
    private readonly definitions: ReadonlyMap<string, string>,
  ) {}

  readFolder(below: string, outer: ReadonlyMap<string, string>): void {
    const folder = joinPath(`/${this.root}`, below || '.').slice(1);
    const text = this.project.read(listsIn(folder));
    if (text === undefined || this.folders++ > maxFolders) return;
    const scope = new Map(outer);
    scope.set('CMAKE_CURRENT_SOURCE_DIR', `@source/${below}`);
    scope.set('CMAKE_CURRENT_BINARY_DIR', `@binary/${below}`);
    for (const [name, value] of [
      ['CMAKE_SOURCE_DIR', '@source'],
      ['PROJECT_SOURCE_DIR', '@source'],
      ['CMAKE_BINARY_DIR', '@binary'],
      ['PROJECT_BINARY_DIR', '@binary'],
      ['CMAKE_INSTALL_BINDIR', 'bin'],
      ['CMAKE_INSTALL_DATADIR', 'share'],
      ['CMAKE_INSTALL_LIBDIR', 'lib'],
    ] as const)
      if (!scope.has(name)) scope.set(name, value);
    for (const command of onLinux(readCMake(text))) this.run(command, below, scope);
  }

  private run({ name, args: raw }: CMakeCommand, below: string, scope: Map<string, string>): void {
    const args = raw
      .flatMap((arg) => expand(arg, scope, this.definitions).split(/[;\n]|\s+/))
      .filter(Boolean);
    const [first = '', ...rest] = args;
    switch (name) {
      case 'project':
        scope.set('PROJECT_NAME', first);
        if (!scope.has('CMAKE_PROJECT_NAME')) scope.set('CMAKE_PROJECT_NAME', first);
        this.languages += ` ${rest.join(' ')}`;
        break;
      case 'set':
        scope.set(first, rest.filter((word, i) => !(i > 0 && /^(CACHE|PARENT_SCOPE)$/.test(word))).join(' '));
        if (/^CMAKE_(EXE_LINKER|C|CXX)_FLAGS/.test(first)) this.flags += ` ${rest.join(' ')}`;
        break;
      case 'add_subdirectory':
        if (!first.startsWith('@')) this.readFolder(below === '' ? first : `${below}/${first}`, scope);
        break;
      case 'add_executable':
        if (!rest.includes('ALIAS') && !rest.includes('IMPORTED'))
          this.targets.set(first, {
            target: first,
            name: first,
            folder: below,
            outputFolder: scope.get('CMAKE_RUNTIME_OUTPUT_DIRECTORY') ?? scope.get('EXECUTABLE_OUTPUT_PATH'),
            links: [],
            installedTo: undefined,
          });
        break;
      case 'add_library': {
        const isShared =
          rest[0] === 'SHARED' ||
          rest[0] === 'MODULE' ||
          (rest[0] !== 'STATIC' && isOn(scope, this.definitions));
        const kind = rest.includes('IMPORTED') ? undefined : isShared ? this.ownShared : this.ownStatic;
        if (rest[0] === 'INTERFACE' || rest[0] === 'OBJECT' || rest[0] === 'ALIAS') this.ownStatic.add(first);
        else kind?.add(first);
        break;
      }
      case 'link_libraries':
        this.everywhere.push(...args.filter((word) => !keywords.test(word)));
        break;
      case 'target_link_libraries':
      case 'target_link_options': {
        const items = rest.filter((word) => !keywords.test(word));
        this.targets.get(first)?.links.push(...items);
        this.transitive.set(first, [...(this.transitive.get(first) ?? []), ...items]);
        break;
      }
      case 'pkg_check_modules': {
        const modules = rest.filter(
          (word) => !/^(REQUIRED|QUIET|IMPORTED_TARGET|NO_\w+|GLOBAL|STATIC_TARGET)$/.test(word),
        );
        const names = modules.map((module) => `pkg:${module.replace(/[<>=].*$/, '')}`).join(' ');
        for (const suffix of ['LIBRARIES', 'LINK_LIBRARIES', 'LDFLAGS', 'STATIC_LIBRARIES'])
          scope.set(`${first}_${suffix}`, names);
        this.ownStatic.add(`PkgConfig::${first}`);
        this.transitive.set(`PkgConfig::${first}`, names.split(' '));
        break;
      }
      case 'find_library': {
        const named = rest[0] === 'NAMES' ? rest[1] : rest[0];
        if (named !== undefined) scope.set(first, `-l${named}`);
        break;
      }
      case 'fetchcontent_declare':
      case 'fetchcontent_makeavailable':
      case 'cpmaddpackage':
      case 'externalproject_add':
        this.fetches = true;
        break;
      case 'set_target_properties':
        this.setProperties(args);
        break;
      case 'install':
        this.install(args);
        break;
    }
  }

  private setProperties(args: readonly string[]): void {
    const at = args.indexOf('PROPERTIES');
    if (at === -1) return;
    for (const target of args.slice(0, at)) {
      const found = this.targets.get(target);
      if (!found) continue;
      for (let i = at + 1; i + 1 < args.length; i += 2) {
        if (args[i] === 'OUTPUT_NAME') found.name = args[i + 1] as string;
        if (args[i] === 'RUNTIME_OUTPUT_DIRECTORY') found.outputFolder = args[i + 1];
      }
    }
  }

  private install(args: readonly string[]): void {
    const [kind] = args;
    const destination = args[args.indexOf('DESTINATION') + 1];
    const isNamed = args.includes('DESTINATION') && destination !== undefined;
    if (kind === 'TARGETS') {
      const runtime = args.indexOf('RUNTIME');
      const at = args.indexOf('DESTINATION', runtime === -1 ? 0 : runtime);
      for (const word of args.slice(1)) {
        const target = this.targets.get(word);
        if (target) target.installedTo = at === -1 ? 'bin' : args[at + 1];
      }
    } else if ((kind === 'FILES' || kind === 'DIRECTORY' || kind === 'PROGRAMS') && isNamed) {
      if (!/^include|\/cmake|pkgconfig|^lib/.test(destination)) this.installed.push({ destination });
    }
  }

  result(): CMakeProject {
    return {
      programs: [...this.targets.values()].map((target) => ({
        name: target.name,
        folder: outputFolderOf(target),
        links: [...this.everywhere, ...this.linksOf(target.target)],
        installedTo: target.installedTo,
      })),
      ownStatic: this.ownStatic,
      ownShared: this.ownShared,
      fetches: this.fetches,
      flags: this.flags,
      installed: this.installed,
      // Without languages a project has C and C++.
      isCxx: /\bCXX\b/.test(this.languages) || !/\bC\b/.test(this.languages),
    };
  }

  /** What a target is linked to, through the project's own libraries. */
  private linksOf(target: string): string[] {
    const links = new Set(this.transitive.get(target) ?? []);
    for (const each of links) for (const next of this.transitive.get(each) ?? []) links.add(next);
    return [...links];
  }
}

function outputFolderOf({ folder, outputFolder }: Target): string {
  if (outputFolder === undefined) return folder;
  const below = outputFolder.replace(/^@binary\/?/, '');
  return outputFolder.startsWith('@binary') ? below : outputFolder;
}

function isOn(scope: ReadonlyMap<string, string>, definitions: ReadonlyMap<string, string>): boolean {
  return /^(ON|1|TRUE|YES)$/i.test(
    definitions.get('BUILD_SHARED_LIBS') ?? scope.get('BUILD_SHARED_LIBS') ?? '',
  );
}
