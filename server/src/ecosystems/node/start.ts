import type { ProgramRequest } from '../ecosystem';
import type { Stage } from '../../model/model';
import { basename, dirname, joinPath, relativeTo } from '../../text/path';
import { globalPackages, type Install } from './installs';
import { lockIn } from './lock';
import { manifestIn, type Manifest } from './manifest';
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
  /** File that is started, seen from `folder`; undefined when a tool starts the program or nothing is known. */
  readonly entry: string | undefined;
}

/** Finds what is started, or says why it cannot be moved. */
export function readStart(
  request: ProgramRequest,
  installs: readonly Install[],
): NodeStart | { readonly message: string } {
  const { stage, project, argv, workdir } = request;
  const folder = packageFolder(request, installs);
  const manifest = manifestIn(folder, stage, project);
  if (argv === undefined) {
    return {
      folder,
      manifest,
      followed: undefined,
      because: 'a shell runs the start command',
      entry: undefined,
    };
  }
  // npm and yarn look for package.json where they are called.
  const here = folder === workdir ? manifest : undefined;
  const result = followStart(argv, here, here && lockIn(here.folder, project));
  if ('because' in result) {
    const missing = missingProgram(argv, stage);
    if (missing !== undefined) return { message: `${missing}; ${result.because}` };
    return { folder, manifest, followed: undefined, because: result.because, entry: undefined };
  }
  return {
    folder,
    manifest,
    followed: result,
    because: undefined,
    entry: entryOf(result, workdir, folder, manifest),
  };
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
function missingProgram(argv: readonly string[], stage: Stage): string | undefined {
  const [program = ''] = argv;
  const name = basename(program);
  if (/^(npm|npx|node|nodejs)$/.test(name)) return undefined;
  if (/^yarn(pkg)?$/.test(name)) return hasYarn(stage) ? undefined : `${name} is not in the slim image`;
  if (/^(pnpm|pnpx|bun|bunx)$/.test(name)) return `${name} is not in the slim image`;
  if (globalPackages(stage).some((each) => each === name || name.startsWith(`${each}-`))) {
    return `${name} is installed for the whole image, and its files cannot be told from the rest`;
  }
  const path = stage.end.env.get('PATH');
  const inPath = path?.known === true && /(^|:)[^:]*node_modules\/\.bin(:|$)/.test(path.value);
  return inPath ||
    program.includes('node_modules/.bin/') ||
    program.startsWith('.') ||
    program.startsWith('/')
    ? undefined
    : `where ${name} comes from is not known`;
}

/** Yarn 1 comes with Node.js up to 25; what Corepack downloads lies in the home directory of root. Source: nodejs/docker-node. */
export function hasYarn(stage: Stage): boolean {
  const major = Number.parseInt(stage.image?.languageVersion ?? '', 10);
  const corepack = stage.steps.some(({ commands }) =>
    commands?.some(({ argv: [first] }) => first?.known === true && basename(first.value) === 'corepack'),
  );
  return major < 26 && !corepack;
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
