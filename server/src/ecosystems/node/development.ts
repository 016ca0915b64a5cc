import type { Stage } from '../../model/model';
import type { TextEdit } from '../../text/edit';
import { joinPath } from '../../text/path';
import { leavesOutDevelopment, type Install } from './installs';
import type { Lock } from './lock';
import type { Manifest } from './manifest';
import { readNodeCommand } from './node-command';

/** How the builder gets rid of development packages before its folder is handed over. */
export interface Pruning {
  readonly corrections: readonly TextEdit[];
  readonly added: readonly { readonly text: string; readonly reason: string }[];
}

const nothing: Pruning = { corrections: [], added: [] };
const reason = 'development packages are needed to build, not to run';

/** They run during an installation, and may need or change what is installed. */
const lifecycle = [
  'preinstall',
  'install',
  'postinstall',
  'prepare',
  'preprepare',
  'postprepare',
  'prepublish',
];

export interface PruneRequest {
  readonly stage: Stage;
  readonly manifest: Manifest;
  readonly lock: Lock | undefined;
  readonly installs: readonly Install[];
  /** Absolute folder of the package.json. */
  readonly folder: string;
  /** The container's working directory. */
  readonly workdir: string;
}

/** Nothing when it is not sure that this leaves what the program needs. */
export function pruneDevelopment(request: PruneRequest): Pruning {
  const { stage, manifest, lock, folder, workdir } = request;
  const own = request.installs.filter((install) => install.folder === folder);
  const install = own.find(({ call }) => call.packages.length === 0);
  if (!install || manifest.development.length === 0 || manifest.workspaces) return nothing;
  // Packages named on a command line are in no manifest of the build context.
  if (own.some(({ call }) => call.packages.length > 0)) return nothing;
  if (own.every(leavesOutDevelopment) || own.some((each) => leavesOutDevelopment(each))) return nothing;
  if (prunesItself(stage, folder)) return nothing;
  const { manager, verb } = install.call;
  const hooks = lifecycle.filter((name) => manifest.scripts.has(name));
  const major = Number.parseInt(stage.image?.languageVersion ?? '', 10);
  const omit = Number.isNaN(major) || major >= 15 ? '--omit=dev' : '--production';
  const builds = buildsAfter(stage, install);
  if (
    manager === 'npm' &&
    own.length === 1 &&
    !builds &&
    hooks.length === 0 &&
    verb &&
    install.call.options.length === 0
  ) {
    return {
      corrections: [
        {
          span: { start: verb.at.end, end: verb.at.end },
          newText: ` ${omit}`,
          reason: 'development packages are not needed to run',
        },
      ],
      added: [],
    };
  }
  const text = pruneCommand(manager, lock, hooks, omit, manifest);
  if (text === undefined || !mayWrite(stage, install)) return nothing;
  const line = folder === workdir ? text : `cd ${folder} && ${text}`;
  return /^[\w./@-]+$/.test(folder) ? { corrections: [], added: [{ text: `RUN ${line}`, reason }] } : nothing;
}

/** The author's own `npm prune --production`. */
function prunesItself(stage: Stage, folder: string): boolean {
  return stage.steps
    .flatMap((step) => step.commands ?? [])
    .some((command) => {
      const call = readNodeCommand(command);
      if (call?.kind !== 'prune' || !command.cwd.known) return false;
      const words = command.argv.map((word) => (word.known ? word.value : '')).join(' ');
      const mode = command.env.get('NODE_ENV');
      return (
        joinPath(command.cwd.value, call.folder) === folder &&
        / prune\b/.test(words) &&
        (/ (--production|--prod|-P|--(omit|only)[ =](dev|prod)\w*)\b/.test(words) ||
          (mode?.known === true && mode.value === 'production'))
      );
    });
}

function pruneCommand(
  manager: Install['call']['manager'],
  lock: Lock | undefined,
  hooks: readonly string[],
  omit: string,
  { production, packageManager }: Manifest,
): string | undefined {
  // What Prisma generates lies within node_modules, and in no lock file.
  const generates = production.has('@prisma/client');
  switch (manager) {
    case 'npm':
      return `npm prune ${omit} --ignore-scripts`;
    case 'yarn':
      if (lock?.kind !== 'yarn' || hooks.length > 0 || generates || /^yarn@[2-9]/.test(packageManager ?? ''))
        return undefined;
      return 'yarn install --production --ignore-scripts --prefer-offline';
    case 'pnpm':
      return lock?.kind !== 'pnpm' || hooks.length > 0 || generates ? undefined : 'CI=true pnpm prune --prod';
    case 'bun':
      return undefined;
  }
}

/** True when a command after the installation may use what was installed. */
function buildsAfter(stage: Stage, install: Install): boolean {
  const commands = stage.steps.flatMap((step) => step.commands ?? []);
  return commands.slice(commands.indexOf(install.command) + 1).some((command) => {
    const call = readNodeCommand(command);
    if (call) return call.kind === 'runs' || call.kind === 'install';
    return command.effects.some(({ kind }) => kind === 'builds' || kind === 'unknown');
  });
}

/** What is added at the end runs as the user of the last RUN, who has to own what the installation made. */
function mayWrite(stage: Stage, { step }: Install): boolean {
  const last = stage.steps.findLast(({ instruction }) => instruction.kind === 'run');
  const [then, now] = [step.before.user, (last ?? step).before.user];
  if (!then.known || !now.known) return false;
  return now.value.uid === 0 || now.value.written === then.value.written;
}
