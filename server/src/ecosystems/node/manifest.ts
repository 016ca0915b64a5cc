import { originOf } from '../../model/paths';
import type { StageSoFar } from '../../model/model';
import type { Project } from '../../project/project';
import { basename, dirname, joinPath } from '../../text/path';
import { jsonObject, textsOf } from './json';

/** What a package.json says, as far as conversions ask. */
export interface Manifest {
  /** Folder of the build context, `''` for its root. */
  readonly folder: string;
  readonly main: string | undefined;
  readonly scripts: ReadonlyMap<string, string>;
  /** Names and version ranges of what is installed for production. */
  readonly production: ReadonlyMap<string, string>;
  /** Names that are there for development alone. */
  readonly development: readonly string[];
  /** It is the root of several packages. */
  readonly workspaces: boolean;
  /** Yarn 2 and later puts packages into node_modules. */
  readonly linksModules: boolean;
  /** `yarn@4.1.0`, as Corepack reads it. */
  readonly packageManager: string | undefined;
}

/** The package.json that a stage has in a folder, when it came from the build context. */
export function manifestIn(folder: string, stage: StageSoFar, project: Project): Manifest | undefined {
  const origin = originOf(stage, joinPath(folder, 'package.json'), project);
  if (origin.kind === 'context') return readManifest(origin.path, project);
  // Stages copy from earlier ones only, so that this ends.
  if (origin.kind === 'stage') return manifestIn(dirname(origin.path), origin.stage, project);
  // A stage that is handed `dist` and `node_modules` alone: the packages are those of the stage that installed them.
  const modules = originOf(stage, joinPath(folder, 'node_modules'), project);
  if (modules.kind === 'stage' && basename(modules.path) === 'node_modules' && origin.kind !== 'command')
    return manifestIn(dirname(modules.path), modules.stage, project);
  // `COPY package*.json ./` beside `COPY . .`: a later command may have written it, the context says what it was.
  const whole = originOf(stage, folder, project);
  if (origin.kind !== 'command' || whole.kind === 'absent') return undefined;
  const copied = stage.steps.findLastIndex(({ copy }) => copy?.from.kind === 'context');
  const before = originOf(stage, joinPath(folder, 'package.json'), project, copied + 1);
  return before.kind === 'context' ? readManifest(before.path, project) : undefined;
}

/** For a program without a package.json: it has no packages. */
export function emptyManifest(folder: string): Manifest {
  return {
    folder,
    main: undefined,
    scripts: new Map(),
    production: new Map(),
    development: [],
    workspaces: false,
    linksModules: true,
    packageManager: undefined,
  };
}

/** @param path of the package.json in the build context. */
function readManifest(path: string, project: Project): Manifest | undefined {
  const json = jsonObject(project.read(path));
  if (!json) return undefined;
  const folder = dirname(path) === '.' ? '' : dirname(path);
  const production = new Map([
    ...textsOf(json['peerDependencies']),
    ...textsOf(json['optionalDependencies']),
    ...textsOf(json['dependencies']),
  ]);
  const main = json['main'];
  const manager = json['packageManager'];
  const inFolder = (name: string) => (folder === '' ? name : `${folder}/${name}`);
  return {
    folder,
    main: typeof main === 'string' ? main : undefined,
    scripts: textsOf(json['scripts']),
    production,
    development: [...textsOf(json['devDependencies']).keys()].filter((name) => !production.has(name)),
    workspaces:
      json['workspaces'] !== undefined ||
      project.has(inFolder('pnpm-workspace.yaml')) ||
      project.has(inFolder('lerna.json')),
    linksModules: /^\s*nodeLinker:\s*["']?(node-modules|pnpm)\b/m.test(
      project.read(inFolder('.yarnrc.yml')) ?? '',
    ),
    packageManager: typeof manager === 'string' ? manager : undefined,
  };
}
