import type { Program, ProgramRequest, RuntimeFile } from '../ecosystem';
import { originOf, within } from '../../model/paths';
import type { Project } from '../../project/project';
import { joinPath, relativeTo } from '../../text/path';
import { known, unknown, type Fact } from '../../text/fact';
import { asksForParent } from './first-process';
import type { ModulePlace } from './module';
import { embedsOf } from './packages';
import { spawnedPrograms } from './program-facts';
import type { Reachable } from './reach';
import { runtimeFiles } from './runtime-files';
import type { RuntimeUse } from './runtime-use';
import { runtimeWrites } from './runtime-writes';
import { settingsPaths } from './settings-paths';
import { systemUses } from './system-use';

type Evidence = Pick<
  Program,
  'files' | 'unsure' | 'writes' | 'spawns' | 'compiledIn' | 'asksForParent' | 'systemUses'
>;

/** A main package with the place of its module. */
export interface LocatedProgram {
  readonly reachable: Reachable;
  readonly module: ModulePlace;
}

/** What the sources say of files that the program opens, and of programs that it starts. */
export function evidenceOf(request: ProgramRequest, programs: readonly LocatedProgram[]): Evidence {
  const opened = programs.map((program) => filesOf(request, program));
  return {
    files: opened.flatMap(({ files }) => files),
    unsure: opened.flatMap(({ unsure }) => unsure),
    writes: programs.flatMap(({ reachable }, index) => {
      const writes = runtimeWrites(reachable);
      const isPlaced = writes.every(({ path }) => path !== '');
      return [
        ...writes.map(({ path, kind, why }) => ({
          path: joinPath(request.workdir, path),
          folder: kind === 'folder',
          reason: why,
        })),
        // A place that is computed may be one of those that the settings name.
        ...(isPlaced ? [] : (opened[index]?.stores ?? [])),
      ];
    }),
    spawns: spawnsOf(programs),
    asksForParent: programs.flatMap(({ reachable }) => asksForParent(reachable) ?? [])[0],
    systemUses: programs.flatMap(({ reachable }) => systemUses(reachable)),
    compiledIn: (path) => programs.some((program) => isEmbedded(path, program)),
  };
}

function filesOf(request: ProgramRequest, program: LocatedProgram) {
  const { stage, project, workdir } = request;
  const { reachable, module } = program;
  const contextWorkdir = contextFolderOf(workdir, request, module);
  const copiedTo = placeOfContext(module);
  const inContext = runtimeFiles(project, reachable, contextWorkdir ?? '', { copiedTo });
  // The build may make what the context lacks: a front end, a download.
  const made = runtimeFiles(asIfComplete(project), reachable, contextWorkdir ?? '', { copiedTo }).filter(
    ({ path, strength }) => strength === 'certain' && path !== '' && !project.has(path),
  );
  const settings = settingsPaths(project, settingsOf(request, inContext), {
    workdir: contextWorkdir ?? '',
    copiedTo,
  });
  const files: RuntimeFile[] = [];
  const unsure: RuntimeFile[] = [];
  const stores: RuntimeFile[] = [];
  for (const use of [...inContext, ...settings, ...made]) {
    const { path, kind, why, strength, byConvention = false } = use;
    if (strength === 'possible' && (path === '' || isDocument(path))) continue;
    const below = contextWorkdir === undefined ? path : relativeTo(`/${contextWorkdir}`, `/${path}`);
    const place =
      below !== undefined
        ? joinPath(workdir, below)
        : copiedTo === undefined
          ? undefined
          : joinPath(copiedTo, path);
    if (place === undefined || isEmbedded(place, program)) continue;
    const origin = originOf(stage, place, project);
    const folder = kind === 'folder' || (!project.has(path) && !/\.\w+$/.test(path));
    const file = { path: place, folder, reason: why };
    if (origin.kind === 'unknown') unsure.push(...(byConvention ? [] : [file]));
    else if (origin.kind !== 'absent' && origin.kind !== 'base') files.push(file);
    if ('isStore' in use && use.isStore) stores.push(file);
  }
  return { files, unsure, stores };
}

/** Settings that the sources open, and those that the start command names. */
function settingsOf(
  { stage, project, argv = [], workdir }: ProgramRequest,
  uses: readonly RuntimeUse[],
): string[] {
  const named = argv.slice(1).flatMap((word) => {
    const origin = originOf(stage, joinPath(workdir, word.replace(/^--?[\w-]+=/, '')), project);
    return origin.kind === 'context' ? [origin.path] : [];
  });
  const opened = uses.flatMap(({ path, kind }) => (kind === 'file' ? [path] : []));
  return [...new Set([...named, ...opened])];
}

/** The project as if every path were a file of it: what the sources open then shows, whether it exists or not. */
function asIfComplete(project: Project): Project {
  return { ...project, has: () => true };
}

function isDocument(path: string): boolean {
  return /\.(md|rst)$|(^|\/)(LICENSE|README|CHANGELOG|\.gitignore|\.env[^/]*)$/i.test(path);
}

/** The folder of the context whose content lies in a folder of the stage. */
function contextFolderOf(
  folder: string,
  { stage, project }: ProgramRequest,
  module: ModulePlace,
): string | undefined {
  const origin = originOf(stage, folder, project);
  if (origin.kind === 'context' && project.isFolder(origin.path)) return origin.path;
  const below = relativeTo(module.stageRoot, folder);
  if (below !== undefined) return joinPath(`/${module.contextRoot}`, below).slice(1);
  const root = placeOfContext(module);
  const fromRoot = root === undefined ? undefined : relativeTo(root, folder);
  return fromRoot;
}

/** Where the root of the context lies, as the module's place shows it. */
function placeOfContext({ stageRoot, contextRoot }: ModulePlace): string | undefined {
  if (contextRoot === '') return stageRoot;
  return stageRoot.endsWith(`/${contextRoot}`)
    ? stageRoot.slice(0, -contextRoot.length - 1) || '/'
    : undefined;
}

function spawnsOf(programs: readonly LocatedProgram[]): Fact<readonly string[]> {
  const names = new Set<string>();
  for (const { reachable } of programs) {
    const { usesExec, startsItself, programs: spawned } = spawnedPrograms(reachable);
    for (const { name, why } of spawned) {
      if (name === undefined) return unknown(why);
      names.add(name);
    }
    if (usesExec && !startsItself && spawned.length === 0)
      return unknown('the program imports os/exec; which programs it starts is not known');
  }
  return known([...names]);
}

/** True when `//go:embed` takes the folder, or something in it, into the binary. */
function isEmbedded(path: string, { reachable, module }: LocatedProgram): boolean {
  const below = relativeTo(module.stageRoot, path);
  if (below === undefined) return false;
  const folder = joinPath(`/${module.contextRoot}`, below);
  return reachable.packages.some((pkg) =>
    embedsOf(pkg).some(({ pattern }) => {
      const fixed = joinPath(`/${pkg.dir}`, pattern.replace(/[^/]*[*?[].*$/, ''));
      return within(fixed, folder) || within(folder, fixed);
    }),
  );
}
