import type { ProgramRequest } from '../ecosystem';
import type { Stage } from '../../model/model';
import { originOf } from '../../model/paths';
import { basename, dirname, joinPath, relativeTo } from '../../text/path';
import { globalTools, type GlobalTools } from './global-tools';
import type { Install } from './installs';
import { lockIn } from './lock';
import { emptyManifest, manifestIn, type Manifest } from './manifest';
import { byNpm, hasYarn, managerInUse } from './managers-in-use';
import { startOfBuiltNest } from './nest';
import { readNodeCall } from './node-arguments';
import { followStart, type Started } from './scripts';

/** The start command and the package that it belongs to. */
export interface NodeStart {
  /** Absolute folder of the package.json, or the working directory where there is none to be read. */
  readonly folder: string;
  readonly manifest: Manifest | undefined;
  /** Undefined when the start command stays as it is. */
  readonly followed: Started | undefined;
  /** Why it stays as it is. */
  readonly because: string | undefined;
  /** The same script by npm, where the slim image does not have the manager that is written. */
  readonly instead: readonly string[] | undefined;
  /** File that is started, seen from `folder`; undefined when a tool starts the program or nothing is known. */
  readonly entry: string | undefined;
  readonly tools: GlobalTools;
}

/** Finds what is started, or says why it cannot be moved. */
export function readStart(
  request: ProgramRequest,
  installs: readonly Install[],
): NodeStart | { readonly message: string } {
  const { stage, project, argv, workdir } = request;
  const folder = packageFolder(request, installs);
  const manifest = manifestIn(folder, stage, project) ?? withoutPackages(request, installs);
  const tools = globalTools(stage);
  const asKept = (because: string): NodeStart => {
    return { folder, manifest, followed: undefined, because, instead: undefined, entry: undefined, tools };
  };
  const asIs = (because: string) => {
    if (tools.stuck !== undefined) return { message: stuckMessage(tools.stuck) };
    const manager = managerInUse(stage, manifest);
    if (manager !== undefined) return { message: `${manager} is not in the slim image; ${because}` };
    return asKept(because);
  };
  if (argv === undefined) return asIs('a shell runs the start command');
  // npm and yarn look for package.json where they are called.
  const here = folder === workdir ? manifest : undefined;
  const nest = here && startOfBuiltNest(argv, here, stage);
  const lock = here && lockIn(here.folder, project);
  const result = nest ?? followStart(argv, here, lock);
  if ('because' in result) {
    const other = here && byNpm(argv, here, stage, lock);
    if (other && tools.stuck === undefined) return { ...asKept(result.because), instead: other };
    const missing = missingProgram(argv, stage, tools);
    if (missing !== undefined) return { message: `${missing}; ${result.because}` };
    return asIs(result.because);
  }
  return {
    folder,
    manifest,
    followed: result,
    because: undefined,
    instead: undefined,
    entry: entryOf(result, workdir, folder, manifest),
    tools,
  };
}

function stuckMessage(name: string): string {
  return `${name} is installed for the whole image in a RUN that does more, so that the runtime image would not have it`;
}

/** A file of the build context that is run as it is, where nothing is installed. */
function withoutPackages(
  { stage, project, argv, workdir }: ProgramRequest,
  installs: readonly Install[],
): Manifest | undefined {
  if (installs.length > 0 || !argv || !/(^|\/)node(js)?$/.test(argv[0] ?? '')) return undefined;
  const { file } = readNodeCall(argv.slice(1));
  if (file === undefined) return undefined;
  const path = joinPath(workdir, file);
  const origin = originOf(stage, path, project);
  if (origin.kind !== 'context' || origin.path === '') return undefined;
  const depth = (relativeTo(workdir, path) ?? basename(path)).split('/').length;
  const parts = origin.path.split('/');
  return parts.length < depth ? undefined : emptyManifest(parts.slice(0, parts.length - depth).join('/'));
}

/** The folder with the package.json that the program belongs to. */
function packageFolder(
  { stage, project, argv, workdir }: ProgramRequest,
  installs: readonly Install[],
): string {
  const file = argv && /(^|\/)node(js)?$/.test(argv[0] ?? '') ? readNodeCall(argv.slice(1)).file : undefined;
  const besideFile = file?.startsWith('/') ? [dirname(file)] : [];
  const candidates = [workdir, ...besideFile, ...installs.flatMap((each) => each.folder ?? [])];
  return candidates.find((folder) => manifestIn(folder, stage, project)) ?? workdir;
}

/** Undefined for commands that the slim image of the language has. */
function missingProgram(argv: readonly string[], stage: Stage, tools: GlobalTools): string | undefined {
  const [program = ''] = argv;
  const name = basename(program);
  if (/^(npm|npx|node|nodejs)$/.test(name)) return undefined;
  if (/^yarn(pkg)?$/.test(name)) return hasYarn(stage) ? undefined : `${name} is not in the slim image`;
  if (/^(pnpm|pnpx|bun|bunx)$/.test(name)) return `${name} is not in the slim image`;
  if (tools.brings(name)) return undefined;
  const path = stage.end.env.get('PATH');
  const inPath = path?.known === true && /(^|:)[^:]*node_modules\/\.bin(:|$)/.test(path.value);
  return inPath ||
    program.includes('node_modules/.bin/') ||
    program.startsWith('.') ||
    program.startsWith('/')
    ? undefined
    : `where ${name} comes from is not known`;
}

function entryOf(
  { argv, package: tool }: Started,
  workdir: string,
  folder: string,
  manifest: Manifest | undefined,
): string | undefined {
  const compiles = tool === 'ts-node' || tool === 'tsx';
  if (tool !== undefined && !compiles) return undefined;
  const { file } = readNodeCall(argv.slice(compiles ? 2 : 1));
  if (file === undefined) return undefined;
  const inside = relativeTo(folder, joinPath(workdir, file));
  return inside === '' ? (manifest?.main ?? 'index.js') : inside;
}
