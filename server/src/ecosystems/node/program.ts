import type { Program, ProgramRefusal, ProgramRequest } from '../ecosystem';
import type { Effect } from '../../model/model';
import type { Project } from '../../project/project';
import { unknown } from '../../text/fact';
import { basename } from '../../text/path';
import { appFolders } from './app-folders';
import { withoutBuildCaches } from './build-caches';
import { pruneDevelopment } from './development';
import { usesDevelopment } from './development-use';
import { installsOf } from './installs';
import { callsNode, nodeOfStage, type StageNode } from './interpreter';
import { linkedLibraries } from './libraries';
import { lockIn } from './lock';
import { needsOfPackages } from './packages';
import { runtimeWrites } from './runtime-writes';
import { handlesSignals } from './signals';
import { runningSources } from './sources';
import type { Started } from './scripts';
import { hasYarn } from './managers-in-use';
import { readStart } from './start';
import { spawnsOf, startsNode, whyPackageManager, whyShell } from './shell-needs';

/** Programs of the official images. */
const ofNode = /^(node|nodejs|npm|npx|corepack|docker-entrypoint\.sh)$/;
const forBuilds =
  /^(npm_config_\w+|NPM_CONFIG_\w+|YARN_CACHE_FOLDER|COREPACK_\w+|PNPM_HOME|CYPRESS_INSTALL_BINARY|HUSKY)$/;

/** The Node.js program that the stage starts: its folder as the build leaves it, without development packages. */
export function analyseNodeProgram(request: ProgramRequest): Program | ProgramRefusal | undefined {
  const { stage, project, argv, at, workdir, environment } = request;
  const { image } = stage;
  const node = nodeOfStage(stage);
  // On a distribution the program may be of any other language.
  const isOfNode = image?.language === 'node';
  if (!image || (!isOfNode && (image.role !== 'os' || !callsNode(argv?.slice(0, 1) ?? [])))) return undefined;
  if (!node && isOfNode) return undefined;
  if (!node) {
    const message =
      'where Node.js comes from is not known: neither the image nor a package of it brings it alone';
    return { kind: 'refusal', message, at };
  }
  const installs = installsOf(stage);
  const start = readStart(request, installs);
  if ('message' in start) return { kind: 'refusal', message: start.message, at };
  const { manifest, folder, tools } = start;
  if (!isOfNode && !start.followed) {
    const message = `the package manager has to start the program: ${start.because ?? 'its start is not followed'}`;
    return { kind: 'refusal', message, at };
  }
  if (!manifest && !image.slim) {
    const isBrought =
      installs.length > 0 ||
      stage.steps.some(
        ({ copy, commands }) => copy ?? commands?.some(({ effects }) => effects.some(bringsFiles)),
      );
    const message = isBrought
      ? 'the package.json of the program is not in the build context, so what it needs of the image is not known'
      : 'nothing is copied into the image: the program comes from elsewhere when the container starts';
    return { kind: 'refusal', message, at };
  }
  const lock = manifest && lockIn(manifest.folder, project);
  const packages = manifest && needsOfPackages(manifest, lock);
  if (packages?.beyond !== undefined) {
    const message = `the package ${packages.beyond} needs libraries or a browser of the image, and which ones is not known`;
    return { kind: 'refusal', message, at };
  }
  const sources = manifest && runningSources(start.entry, manifest, project);
  const app = appFolders({
    stage,
    project,
    workdir,
    folder,
    installs,
    entry: start.entry,
    tool: start.followed?.package,
  });
  if ('message' in app) return { kind: 'refusal', message: app.message, at };
  const mayPrune = start.followed && manifest && sources && !app.selfContained;
  const pruning =
    mayPrune && !usesDevelopment(start.followed, manifest, sources, project)
      ? pruneDevelopment({ stage, manifest, lock, installs, folder, workdir })
      : undefined;
  const npm = sources && whyPackageManager(start, sources, project);
  if (npm !== undefined && !/(^|\/)(npm|yarn)$/.test(argv?.[0] ?? '')) {
    return { kind: 'refusal', message: npm, at };
  }
  const followed = npm === undefined ? start.followed : undefined;
  const shell = start.because ?? npm ?? whyShell(packages, sources);
  const native = packages ? packages.native : 'what is installed';
  return {
    kind: 'program',
    language: 'node',
    artefacts: app.artefacts,
    argv: followed?.argv ?? start.instead ?? argv,
    environment: new Map([...environment, ...(followed?.environment ?? [])]),
    ...(followed &&
      followed.through.length > 0 && { startReason: `${followed.through.join(' -> ')} runs this` }),
    ...(start.instead && {
      startReason: `the slim image has npm, and not ${argv?.[0] ?? ''}: both run the same script`,
    }),
    libc: native === undefined ? 'none' : (image.libc ?? 'glibc'),
    interpreter: {
      language: 'node',
      version: node.version,
      ...(node.file !== undefined && { file: node.file }),
      byName: startsNode(sources?.files ?? [], project),
    },
    shipsSources: !app.selfContained,
    provides: (command) =>
      ofNode.test(basename(command)) ||
      (/^yarn(pkg)?$/.test(basename(command)) && hasYarn(stage)) ||
      tools.brings(basename(command)),
    runtimeSteps: tools.steps,
    builderImage: image,
    cxxRuntime: false,
    ...(!isOfNode && { buildOnly: (name: string) => ofPackageSource(name, node) }),
    libraries: [
      ...node.system,
      ...linkedLibraries(stage, packages),
      ...(packages?.prismaEngine === true ? ['openssl'] : []),
    ],
    files: [],
    unsure: [],
    writes:
      sources && manifest && !app.selfContained
        ? runtimeWrites(sources.files, manifest, folder, project)
        : [],
    spawns: shell === undefined ? spawnsOf(sources, packages, stage, project) : unknown(shell, at),
    asksForParent: asksForParent(sources?.files ?? [], project),
    ...(!endsItself(followed, sources?.files ?? [], project) && {
      needsInit: 'no source handles SIGTERM',
    }),
    corrections: pruning?.corrections ?? [],
    addedInstructions: [
      ...(pruning?.added ?? []),
      ...(manifest && !app.selfContained ? withoutBuildCaches(stage, manifest, folder, workdir) : []),
    ],
    ...(installs.length > 0 && {
      leavesBehind: 'what the package manager downloaded and keeps in its cache',
    }),
    optimisations: () => [],
    isBuildVariable: (name) => forBuilds.test(name),
    isSource: () => app.selfContained,
    compiledIn: () => false,
    sourceFolders: app.selfContained ? [folder] : [],
    warnings: warnings(request, followed, sources?.files ?? []),
  };
}

/** On a distribution: npm installs only, and Node.js of another source comes as a file. */
function ofPackageSource(name: string, { file }: StageNode): string | undefined {
  if (/^(npm|yarn|yarnpkg|node-gyp|libnode-dev)$/.test(name)) return 'used only to build';
  return name === 'nodejs' && file !== undefined ? 'the runtime image has Node.js of its own' : undefined;
}

function asksForParent(files: readonly string[], project: Project): string | undefined {
  const file = files.find((path) => /\bprocess\s*\.\s*ppid\b/.test(project.read(path) ?? ''));
  return file === undefined ? undefined : `${file} asks for the parent process`;
}

/** Commands with effects that are not known may fetch the sources. */
function bringsFiles({ kind }: Effect): boolean {
  return kind === 'unknown' || kind === 'builds';
}

/** `next start` handles them itself. */
function endsItself(followed: Started | undefined, files: readonly string[], project: Project): boolean {
  return followed?.package === 'next' || handlesSignals(files, project);
}

function warnings(
  { project, at }: ProgramRequest,
  followed: Started | undefined,
  files: readonly string[],
): Program['warnings'] {
  const found: { message: string; at: typeof at | undefined }[] = [];
  if (followed && followed.through.length > 0 && !endsItself(followed, files, project)) {
    const message =
      'Node.js becomes process 1, and no source handles SIGTERM: "docker stop" then takes its ten seconds; "docker run --init" or a handler ends it at once';
    found.push({ message, at });
  }
  return found;
}
