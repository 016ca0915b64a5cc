import type { Program, ProgramRefusal, ProgramRequest, RuntimeFile } from '../ecosystem';
import type { Project } from '../../project/project';
import { known, unknown, type Fact } from '../../text/fact';
import { basename, dirname, joinPath } from '../../text/path';
import { appFolders } from './app-folders';
import { bunEntry, followBun } from './bun-start';
import { installsOf } from './installs';
import { linkedLibraries } from './libraries';
import { lockIn } from './lock';
import { emptyManifest, manifestIn, type Manifest } from './manifest';
import { needsOfPackages } from './packages';
import { runtimeWrites } from './runtime-writes';
import { spawnsOf, whyShell } from './shell-needs';
import { handlesSignals } from './signals';
import { runningSources } from './sources';

const ofBun = /^(bun|bunx|docker-entrypoint\.sh)$/;
const forBuilds = /^(BUN_INSTALL\w*|npm_config_\w+|NPM_CONFIG_\w+|HUSKY)$/;

/** Bun starts programs by functions of its own as well. Source: bun.sh, docs/api/spawn and docs/runtime/shell. */
const spawns =
  /\bBun\s*\.\s*(?:spawn|spawnSync|\$)|import\s*\{[^}]*(?:\$|\bspawn)[^}]*\}\s*from\s*['"]bun['"]/;
const writes =
  /\bBun\s*\.\s*write\s*\(\s*(?:(['"`])([^'"`$\n]+)\1)?|\bnew\s+Database\s*\(\s*(['"`])([^'"`$\n]+)\3/g;

/** The Bun program that the stage starts: its folder as the build leaves it. */
export function analyseBunProgram(request: ProgramRequest): Program | ProgramRefusal | undefined {
  const { stage, project, argv, at, workdir, environment } = request;
  const { image } = stage;
  if (image?.language !== 'bun') return undefined;
  const refuse = (message: string): ProgramRefusal => ({ kind: 'refusal', message, at });
  const [program = ''] = argv ?? [];
  if (/^(\.|\/)/.test(program) && basename(program) !== 'bun')
    return refuse(`what ${program} is cannot be seen: Bun compiles programs too, and scripts need a shell`);
  const installs = installsOf(stage);
  const folders = [workdir, ...installs.flatMap((each) => each.folder ?? [])];
  const folder = folders.find((each) => manifestIn(each, stage, project)) ?? workdir;
  const manifest =
    manifestIn(folder, stage, project) ?? (installs.length === 0 ? emptyManifest('') : undefined);
  if (!manifest)
    return refuse(
      'the package.json of the program is not in the build context, so what it needs is not known',
    );
  const start = argv
    ? followBun(argv, folder === workdir ? manifest : undefined)
    : { because: 'a shell runs the start command' };
  const followed = 'because' in start ? undefined : start;
  const lock = lockIn(manifest.folder, project);
  const packages = needsOfPackages(manifest, lock);
  if (packages.beyond !== undefined)
    return refuse(
      `the package ${packages.beyond} needs libraries or a browser of the image, and which ones is not known`,
    );
  const entry = followed && bunEntry(followed, workdir, folder);
  const sources = runningSources(entry, manifest, project);
  const reader = sources.files.find((path) =>
    /\bnpm_(package|config|lifecycle)_/.test(project.read(path) ?? ''),
  );
  if (reader !== undefined && followed && followed.through.length > 0)
    return refuse(`${reader} reads variables that ${followed.through[0] ?? 'bun run'} sets`);
  const app = appFolders({ stage, project, workdir, folder, installs, entry, tool: undefined });
  if ('message' in app) return refuse(app.message);
  const shell = 'because' in start ? start.because : whyShell(packages, sources);
  return {
    kind: 'program',
    language: 'node',
    artefacts: app.artefacts,
    argv: followed?.argv ?? argv,
    environment: new Map([...environment, ...(followed?.environment ?? [])]),
    ...(followed &&
      followed.through.length > 0 && { startReason: `${followed.through.join(' -> ')} runs this` }),
    libc: packages.native === undefined ? 'none' : (image.libc ?? 'glibc'),
    interpreter: { language: 'bun', version: image.languageVersion },
    shipsSources: true,
    provides: (command) => ofBun.test(basename(command)),
    builderImage: image,
    cxxRuntime: false,
    libraries: [...linkedLibraries(stage, packages), ...(packages.prismaEngine ? ['openssl'] : [])],
    files: [],
    unsure: [],
    writes: [
      ...runtimeWrites(sources.files, manifest, folder, project),
      ...writesOf(sources.files, workdir, project),
    ],
    spawns: shell === undefined ? startedBy(request, sources.files, manifest) : unknown(shell, at),
    corrections: [],
    addedInstructions: [],
    ...(installs.length > 0 && {
      leavesBehind: 'what the package manager downloaded and keeps in its cache',
    }),
    optimisations: () => [],
    isBuildVariable: (name) => forBuilds.test(name),
    isSource: () => false,
    compiledIn: () => false,
    sourceFolders: [],
    warnings:
      followed && followed.through.length > 0 && !handlesSignals(sources.files, project)
        ? [
            {
              message:
                'Bun itself becomes process 1, and no source handles SIGTERM: "docker stop" then takes its ten seconds; "docker run --init" or a handler ends it at once',
              at,
            },
          ]
        : [],
  };
}

function startedBy(
  { stage, project }: ProgramRequest,
  files: readonly string[],
  manifest: Manifest,
): Fact<readonly string[]> {
  const own = files.find((path) => spawns.test(project.read(path) ?? ''));
  if (own !== undefined) return unknown(`${own} starts other programs, whose names are not followed`);
  const packages = needsOfPackages(manifest, lockIn(manifest.folder, project));
  const found = spawnsOf({ files, all: false }, packages, stage, project);
  return found.known ? known(found.value.filter((name) => name !== 'bun')) : found;
}

/** Files that Bun's own functions write, and databases of `bun:sqlite`. */
function writesOf(files: readonly string[], workdir: string, project: Project): RuntimeFile[] {
  return files.flatMap((file) =>
    [...(project.read(file) ?? '').matchAll(writes)].flatMap(([, , written, , database]) => {
      const path = dirname(joinPath(workdir, written ?? database ?? '.'));
      return /^\/(proc|sys|dev|tmp|etc|usr|bin|lib)?(\/|$)/.test(path)
        ? []
        : [{ path, folder: true, reason: `${file} writes files` }];
    }),
  );
}
