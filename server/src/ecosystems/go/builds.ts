import { originOf, within } from '../../model/paths';
import type { CommandWithoutEffects } from '../../model/commands';
import type { StageSoFar } from '../../model/model';
import type { Project } from '../../project/project';
import { basename, dirname, joinPath, relativeTo } from '../../text/path';
import { known, unknown, type Fact } from '../../text/fact';
import { inDirectory, type GoCommand } from './command';
import { executableName } from './gomod';
import { placeModule, type ModulePlace } from './module';
import { goPackages } from './packages';

/** A program that a Go command makes, and where its sources lie. */
export interface GoOutput {
  /** Absolute path in the stage; undefined for `go run`. */
  readonly path: string | undefined;
  readonly name: string;
  /** Folder of the main package in the build context; undefined when it comes from a module proxy. */
  readonly contextFolder: string | undefined;
  readonly module: ModulePlace | undefined;
  /** Import path of a program that comes from a module proxy, without its version. */
  readonly importPath?: string | undefined;
  /** Only these files of the folder are compiled (`go build main.go`); undefined for all. */
  readonly files: readonly string[] | undefined;
}

interface Target {
  readonly name: string;
  readonly contextFolder: string | undefined;
  readonly module: ModulePlace | undefined;
  readonly files?: readonly string[];
  readonly importPath?: string | undefined;
}

/** What a `go build`, `go install` or `go run` makes. An empty list: it compiles but writes no program. */
export function outputsOf(
  go: GoCommand,
  command: CommandWithoutEffects,
  stage: StageSoFar,
  project: Project,
): Fact<readonly GoOutput[]> {
  const targets = targetsOf(go, command, stage, project);
  if (!targets.known) {
    return go.verb === 'build' && go.output ? outputWithoutSources(go, stage, project) : targets;
  }
  const list = targets.value;
  if (go.verb === 'run') return known(list.map((target) => place(target, undefined)));
  if (go.verb === 'install') {
    const bin = installFolder(command);
    if (!bin.known) return bin;
    return known(list.map((target) => place(target, joinPath(bin.value, target.name))));
  }
  if (!go.directory.known) return go.directory;
  const { directory } = go;
  if (!go.output) {
    const single = list.length === 1 && isSinglePattern(go);
    return known(single ? list.map((t) => place(t, joinPath(directory.value, t.name))) : []);
  }
  const output = inDirectory(directory, go.output);
  if (!output.known) return output;
  if (output.value === '/dev/null') return known([]);
  const raw = go.output.known ? go.output.value : '';
  const folder = raw.endsWith('/') || list.length > 1 || isFolder(output.value, stage, project);
  return known(list.map((t) => place(t, folder ? joinPath(output.value, t.name) : output.value)));
}

function place(target: Target, path: string | undefined): GoOutput {
  const { name, contextFolder, module, files, importPath } = target;
  return { path, name, contextFolder, module, files, importPath };
}

/** `-o file` names the program even when the sources are not at hand. */
function outputWithoutSources(go: GoCommand, stage: StageSoFar, project: Project): Fact<readonly GoOutput[]> {
  const output = go.output && inDirectory(go.directory, go.output);
  if (!output?.known) return output ?? unknown('no output');
  const raw = go.output?.known ? go.output.value : '';
  if (raw.endsWith('/') || !isSinglePattern(go) || isFolder(output.value, stage, project)) {
    return unknown(
      `which programs land in ${output.value} depends on sources that are not in the build context`,
    );
  }
  if (output.value === '/dev/null') return known([]);
  const name = basename(output.value);
  return known([{ path: output.value, name, contextFolder: undefined, module: undefined, files: undefined }]);
}

function isSinglePattern(go: GoCommand): boolean {
  const files = go.packages.every((p) => p.known && p.value.endsWith('.go'));
  if (files && go.packages.length > 0) return true;
  return go.packages.length <= 1 && !go.packages.some((p) => p.known && p.value.includes('...'));
}

/** Resolves the package arguments of a command to main packages. */
function targetsOf(
  go: GoCommand,
  command: CommandWithoutEffects,
  stage: StageSoFar,
  project: Project,
): Fact<readonly Target[]> {
  if (!go.directory.known) return go.directory;
  const directory = go.directory.value;
  const patterns: string[] = [];
  for (const pattern of go.packages) {
    if (!pattern.known) return pattern;
    patterns.push(pattern.value);
  }
  if (patterns.length === 0) patterns.push('.');
  if (patterns.every((pattern) => pattern.endsWith('.go'))) {
    return fileTarget(patterns, go, directory, stage, project);
  }
  const targets: Target[] = [];
  for (const pattern of patterns) {
    const resolved = resolvePattern(pattern, directory, command, stage, project);
    if (!resolved.known) return resolved;
    targets.push(...resolved.value);
  }
  return known(targets);
}

function fileTarget(
  files: readonly string[],
  go: GoCommand,
  directory: string,
  stage: StageSoFar,
  project: Project,
): Fact<readonly Target[]> {
  // The shell expands `*.go` to sorted names; cmd/go names the program after the first.
  const first = files[0] as string;
  const glob = go.packageWords.some((word) => word.glob);
  const folder = joinPath(directory, dirname(first));
  const module = placeModule(folder, stage, project);
  if (!module.known) return module;
  const contextFolder = toContext(folder, module.value);
  const listed = glob
    ? project.files.map((file) => file.path).filter((path) => matchesIn(path, contextFolder))
    : files.map((file) => joinPath(`/${contextFolder}`, basename(file)).slice(1));
  const name = basename(glob ? (listed[0] ?? first) : first).replace(/\.go$/, '');
  return known([{ name, contextFolder, module: module.value, files: listed }]);
}

function matchesIn(path: string, folder: string): boolean {
  return path.endsWith('.go') && dirname(`/${path}`).slice(1) === folder;
}

function resolvePattern(
  pattern: string,
  directory: string,
  command: CommandWithoutEffects,
  stage: StageSoFar,
  project: Project,
): Fact<readonly Target[]> {
  const remote = /^(.+)@(.+)$/.exec(pattern);
  if (remote) {
    const importPath = remote[1] ?? '';
    const name = executableName(importPath);
    return known([{ name, contextFolder: undefined, module: undefined, importPath }]);
  }
  const relative =
    pattern === '.' || pattern.startsWith('./') || pattern.startsWith('../') || pattern.startsWith('/');
  const recursive = /(^|\/)\.\.\.$/.test(pattern);
  const clean = pattern.replace(/\/?\.\.\.$/, '') || '.';
  if (!relative && !recursive) return byImportPath(clean, directory, command, stage, project);
  const folder = joinPath(directory, relative ? clean : '.');
  const module = placeModule(folder, stage, project);
  if (!module.known) return module;
  const contextFolder = toContext(folder, module.value);
  if (!recursive) return known([folderTarget(contextFolder, folder, module.value)]);
  const mains = goPackages(project, module.value.contextRoot).filter(
    (pkg) => pkg.isMain && within(`/${pkg.dir}`, `/${contextFolder}`),
  );
  return known(
    mains.map((pkg) => {
      const below = relativeTo(`/${module.value.contextRoot}`, `/${pkg.dir}`) ?? '';
      return folderTarget(pkg.dir, joinPath(module.value.stageRoot, below), module.value);
    }),
  );
}

function folderTarget(contextFolder: string, stageFolder: string, module: ModulePlace): Target {
  const below = relativeTo(module.stageRoot, stageFolder) ?? '';
  const importPath = module.modulePath === undefined ? stageFolder : joinImport(module.modulePath, below);
  return { name: executableName(importPath), contextFolder, module };
}

function joinImport(modulePath: string, below: string): string {
  return below === '' ? modulePath : `${modulePath}/${below}`;
}

/** `example.com/me/project/cmd/x` inside its own module, or a folder below GOPATH/src. */
function byImportPath(
  importPath: string,
  directory: string,
  command: CommandWithoutEffects,
  stage: StageSoFar,
  project: Project,
): Fact<readonly Target[]> {
  const module = placeModule(directory, stage, project);
  if (module.known && module.value.modulePath !== undefined) {
    const { modulePath, stageRoot } = module.value;
    if (importPath === modulePath || importPath.startsWith(`${modulePath}/`)) {
      const below = importPath.slice(modulePath.length + 1);
      const folder = joinPath(stageRoot, below || '.');
      return known([folderTarget(toContext(folder, module.value), folder, module.value)]);
    }
  }
  const gopath = goPath(command);
  if (gopath.known) {
    const folder = joinPath(gopath.value, `src/${importPath}`);
    const place = placeModule(folder, stage, project);
    if (place.known) return known([folderTarget(toContext(folder, place.value), folder, place.value)]);
  }
  return known([{ name: executableName(importPath), contextFolder: undefined, module: undefined }]);
}

/** Folder of the build context that a folder of the stage was copied from. */
function toContext(stageFolder: string, module: ModulePlace): string {
  const below = relativeTo(module.stageRoot, stageFolder) ?? '';
  return joinPath(`/${module.contextRoot}`, below || '.').slice(1);
}

/** GOBIN, or `bin` of the first GOPATH entry. Source: `go help install`. */
function installFolder(command: CommandWithoutEffects): Fact<string> {
  const gobin = command.env.get('GOBIN');
  if (gobin && (!gobin.known || gobin.value)) return gobin;
  const gopath = goPath(command);
  return gopath.known ? known(joinPath(gopath.value, 'bin')) : gopath;
}

/** First GOPATH entry; `go` in root's home when unset, which is where images without GOPATH put it. */
export function goPath(command: CommandWithoutEffects): Fact<string> {
  const gopath = command.env.get('GOPATH');
  if (gopath && !gopath.known) return gopath;
  return known(gopath?.value.split(':')[0] || '/root/go');
}

function isFolder(path: string, stage: StageSoFar, project: Project): boolean {
  const origin = originOf(stage, path, project);
  if (origin.kind === 'context') return project.isFolder(origin.path);
  if (origin.kind !== 'command') return path === '/';
  return origin.command.effects.some(
    (effect) =>
      effect.kind === 'writes' &&
      effect.path.known &&
      effect.path.value === path &&
      effect.tree &&
      effect.from === 'command',
  );
}
