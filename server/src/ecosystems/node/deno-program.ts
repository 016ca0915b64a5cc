import { parse } from 'jsonc-parser';
import type { Artefact, Program, ProgramRefusal, ProgramRequest } from '../ecosystem';
import { originOf } from '../../model/paths';
import type { Project } from '../../project/project';
import { known, unknown, type Fact } from '../../text/fact';
import { basename, dirname, joinPath, relativeTo } from '../../text/path';
import { appFolders } from './app-folders';
import { installsOf } from './installs';
import { objectOf, textsOf } from './json';
import { lockIn } from './lock';
import { emptyManifest, manifestIn } from './manifest';
import { needsOfPackages } from './packages';
import { runtimeWrites } from './runtime-writes';
import { spawnedBy } from './spawned';
import { runningSources } from './sources';

/** Where Deno keeps what it fetched and compiled. Source: denoland/deno_docker. */
const denoDir = '/deno-dir';
/** They start programs, or load machine code. Source: docs.deno.com, api/deno. */
const startsOthers = /\bDeno\s*\.\s*(?:Command|run|dlopen)\b/;
const writes =
  /\bDeno\s*\.\s*(?:writeTextFile|writeFile|mkdir|create|open|openKv)(?:Sync)?\s*\(\s*(?:(['"`])(\/[^'"`$\n]+)\1)?/g;
/** Options that take the next word. Source: docs.deno.com, deno run. */
const valued =
  /^(-c|--config|--import-map|--lock|--env-file|--cert|--location|-L|--log-level|--port|--host|--seed|--preload)$/;

/** The Deno program that the stage starts: its folder, and what Deno fetched for it. */
export function analyseDenoProgram(request: ProgramRequest): Program | ProgramRefusal | undefined {
  const { stage, project, argv, at, workdir, environment } = request;
  const { image } = stage;
  if (image?.language !== 'deno') return undefined;
  const refuse = (message: string): ProgramRefusal => ({ kind: 'refusal', message, at });
  if (!argv) return refuse("a shell runs the start command, and Deno's images without one cannot");
  const [program = '', verb = '', ...words] = argv;
  if (basename(program) !== 'deno')
    return refuse(`what ${program} is cannot be seen, and it may need a shell`);
  const installs = installsOf(stage);
  const file = verb === 'task' ? undefined : started(words);
  if (verb === 'task') {
    const obstacle = taskObstacle(request, words);
    if (obstacle !== undefined) return refuse(obstacle);
  } else if (!/^(run|serve)$/.test(verb) || file === undefined) {
    return refuse(`what ${argv.join(' ')} runs is not followed`);
  }
  const context = folderOfContext(request, file);
  if (context === undefined)
    return refuse('the sources are not in the build context, so what they need of the image is not known');
  const manifest = manifestIn(workdir, stage, project) ?? emptyManifest(context);
  const packages = needsOfPackages(manifest, lockIn(manifest.folder, project));
  const entry = file === undefined ? undefined : relativeTo(workdir, joinPath(workdir, file));
  const sources = runningSources(entry, { ...manifest, folder: context }, project);
  const app = appFolders({ stage, project, workdir, folder: workdir, installs, entry, tool: undefined });
  if ('message' in app) return refuse(app.message);
  const directory = stage.end.env.get('DENO_DIR');
  const own = directory?.known === true && joinPath('/', directory.value).replace(/\/$/, '') === denoDir;
  const fetched: Artefact = {
    path: denoDir,
    runtimePath: denoDir,
    folder: true,
    writable: true,
    reason: 'what Deno fetched and compiled',
  };
  const npm = sources.files.some((path) => /['"]npm:/.test(project.read(path) ?? ''));
  return {
    kind: 'program',
    language: 'node',
    artefacts: own ? [...app.artefacts, fetched] : app.artefacts,
    argv,
    environment,
    libc: packages.native === undefined && !npm ? 'none' : (image.libc ?? 'glibc'),
    interpreter: { language: 'deno', version: image.languageVersion },
    shipsSources: true,
    provides: (command) => /^(deno|docker-entrypoint\.sh)$/.test(basename(command)),
    builderImage: image,
    cxxRuntime: false,
    libraries: packages.prismaEngine ? ['openssl'] : [],
    files: [],
    unsure: [],
    writes: [
      ...runtimeWrites(sources.files, manifest, workdir, project),
      ...sources.files.flatMap((path) =>
        [...(project.read(path) ?? '').matchAll(writes)].flatMap(([, , place]) =>
          place === undefined || /^\/(tmp|dev|proc)\//.test(place)
            ? []
            : [{ path: dirname(place), folder: true, reason: `${path} writes files` }],
        ),
      ),
    ],
    spawns: packages.prismaEngine
      ? unknown('Prisma looks for OpenSSL by shell commands', at)
      : startedBy(sources.files, project),
    corrections: [],
    addedInstructions: [],
    optimisations: () => [],
    isBuildVariable: () => false,
    isSource: () => false,
    compiledIn: () => false,
    sourceFolders: [],
    warnings: [],
  };
}

function started(words: readonly string[]): string | undefined {
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    if (!word.startsWith('-')) return /\.[cm]?[jt]sx?$/.test(word) ? word : undefined;
    if (valued.test(word)) i++;
  }
  return undefined;
}

/** Deno runs tasks by a shell of its own, with the programs that the image has. */
function taskObstacle(
  { stage, project, workdir }: ProgramRequest,
  words: readonly string[],
): string | undefined {
  const [name = '', ...rest] = words;
  const spoken = ['deno', 'task', ...words].join(' ');
  for (const file of ['deno.json', 'deno.jsonc']) {
    const origin = originOf(stage, joinPath(workdir, file), project);
    const text = origin.kind === 'context' ? project.read(origin.path) : undefined;
    if (text === undefined) continue;
    const task = textsOf(objectOf(objectOf(parse(text))?.['tasks'])).get(name);
    const isPlain = task !== undefined && /^deno (run|serve) [^&|;$`()<>]*$/.test(task.trim());
    return isPlain && rest.length === 0 ? undefined : `what ${spoken} runs is not followed`;
  }
  return `${spoken} runs a task of a deno.json that is not in the build context`;
}

/** The folder of the build context that the working directory holds. */
function folderOfContext(
  { stage, project, workdir }: ProgramRequest,
  file: string | undefined,
): string | undefined {
  for (const name of file === undefined ? ['deno.json', 'deno.jsonc'] : [file.replace(/^\.\//, '')]) {
    const origin = originOf(stage, joinPath(workdir, name), project);
    if (origin.kind !== 'context' || !`/${origin.path}`.endsWith(`/${name}`)) continue;
    return origin.path.slice(0, -name.length).replace(/\/$/, '');
  }
  return undefined;
}

function startedBy(files: readonly string[], project: Project): Fact<readonly string[]> {
  const own = files.find((path) => startsOthers.test(project.read(path) ?? ''));
  if (own !== undefined) return unknown(`${own} starts other programs or loads libraries`);
  const found = spawnedBy(files, project);
  return found.known ? known(found.value) : found;
}
