import type { Artefact } from '../ecosystem';
import type { Stage } from '../../model/model';
import { within } from '../../model/paths';
import type { Project } from '../../project/project';
import { dirname, joinPath } from '../../text/path';
import type { Install } from './installs';
import { readNodeCommand } from './node-command';

/** Folders of the system, with more in them: of an application that lies there every part is copied on its own. */
const systemFolder = /^\/(root|home|opt|var|usr|usr\/local|etc|tmp)?$/;

export interface AppRequest {
  readonly stage: Stage;
  readonly project: Project;
  readonly workdir: string;
  /** Absolute folder of the package.json. */
  readonly folder: string;
  readonly installs: readonly Install[];
  /** File that is started, seen from `folder`; undefined when a tool starts the program. */
  readonly entry: string | undefined;
  /** Package whose command is started. */
  readonly tool: string | undefined;
}

export interface AppFolders {
  readonly artefacts: readonly Artefact[];
  /** The build gathers all that the program needs in one folder: nothing beside it ships. */
  readonly selfContained: boolean;
}

/** What makes up the application in the builder. */
export function appFolders(request: AppRequest): AppFolders | { readonly message: string } {
  const { workdir, folder, installs, entry } = request;
  const whole = selfContained(request);
  if (whole) return { artefacts: [whole], selfContained: true };
  const started = entry === undefined ? [] : [dirname(joinPath(folder, entry))];
  const all = [...new Set([folder, workdir, ...installs.flatMap((each) => each.folder ?? []), ...started])];
  const outermost = all.filter(
    (path) => !systemFolder.test(path) && !all.some((other) => isAbove(other, path)),
  );
  const artefacts = outermost.map((path): Artefact => ({
    path,
    runtimePath: path,
    folder: true,
    writable: true,
    reason: 'the application, with its packages and what the build made in it',
  }));
  const inSystem = systemFolder.test(folder) ? partsIn(request) : [];
  return 'message' in inSystem ? inSystem : { artefacts: [...artefacts, ...inSystem], selfContained: false };
}

function isAbove(other: string, path: string): boolean {
  return other !== path && !systemFolder.test(other) && within(path, other);
}

/** Folders that hold the traced program with all that it loads. Sources: nextjs.org, output; nitro.build, deploy. */
function selfContained({ folder, entry, project }: AppRequest): Artefact | undefined {
  const config = ['js', 'mjs', 'ts', 'cjs']
    .flatMap((end) => project.read(`next.config.${end}`) ?? [])
    .join('\n');
  const place =
    entry === '.next/standalone/server.js' && /\boutput\s*:\s*['"]standalone['"]/.test(config)
      ? '.next/standalone'
      : entry === '.output/server/index.mjs'
        ? '.output'
        : undefined;
  if (place === undefined || systemFolder.test(folder)) return undefined;
  const path = joinPath(folder, place);
  const reason = 'the built program with the packages that it loads, gathered by the build';
  return { path, runtimePath: path, folder: true, writable: true, reason };
}

/** Packages and built files of an application that lies in a folder of the system; its other files come by their COPY. */
function partsIn({
  stage,
  folder,
  entry,
  tool,
  project,
  installs,
}: AppRequest): Artefact[] | { message: string } {
  const names = installs.some((each) => each.folder === folder) ? ['node_modules'] : [];
  const builds = stage.steps
    .flatMap((step) => step.commands ?? [])
    .some(
      (command) =>
        command.effects.some(({ kind }) => kind === 'builds') && readNodeCommand(command)?.kind !== 'install',
    );
  const [first = '', ...rest] = entry?.split('/') ?? [];
  const made = tool === 'next' ? '.next' : rest.length > 0 && !project.has(first) ? first : undefined;
  if (builds && made === undefined)
    return { message: `what the build leaves in ${folder} is not known: it is a folder of the system` };
  if (builds && made !== undefined) names.push(made);
  return names.map((name) => {
    const path = joinPath(folder, name);
    const reason = name === 'node_modules' ? 'the packages that were installed' : 'what the build made';
    return { path, runtimePath: path, folder: true, reason };
  });
}
