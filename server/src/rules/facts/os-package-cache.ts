import type { RunCommand, Step } from '../../model/model';
import { effectiveCommand } from '../../shell/effective-command';
import { isMounted } from './run-edits';
import { basename } from '../../text/path';

export const osManagers = ['apt', 'apk', 'dnf', 'zypper'] as const;
export type OsManager = (typeof osManagers)[number];

/** What a RUN leaves in the image for a package manager of the operating system. */
export interface LeftCache {
  readonly manager: OsManager;
  /** As written: `apt-get`, `microdnf`. */
  readonly program: string;
  /** The first command that fills it. */
  readonly command: RunCommand;
  readonly verb: string;
  /** All commands of the RUN that fill it. */
  readonly filledBy: readonly RunCommand[];
}

interface Call {
  readonly manager: OsManager;
  readonly program: string;
  readonly verb: string;
  readonly args: readonly string[];
}

const managers: Readonly<Record<string, OsManager>> = {
  'apt-get': 'apt',
  apt: 'apt',
  aptitude: 'apt',
  apk: 'apk',
  dnf: 'dnf',
  dnf5: 'dnf',
  yum: 'dnf',
  microdnf: 'dnf',
  tdnf: 'dnf',
  zypper: 'zypper',
};

const folders: Readonly<Record<OsManager, string>> = {
  apt: '/var/lib/apt/lists',
  apk: '/var/cache/apk',
  dnf: '/var/cache/dnf',
  zypper: '/var/cache/zypp',
};

const cleaned: Readonly<Record<OsManager, RegExp>> = {
  apt: /var\/lib\/(\S*\bapt\b|\*)/,
  apk: /var\/(cache\/)?(\S*\bapk\b|\*)|\bapk cache clean\b|\/var\/cache(\/\*)?(\s|$)/,
  dnf: /\b(dnf|dnf5|yum|microdnf|tdnf)\s.*\bclean\b|var\/cache/,
  zypper: /\bzypper\s.*\b(clean|cc)\b|var\/cache/,
};

/** What is left at the end of a RUN. Nothing where a mount keeps it out, or where a command may have cleaned up. */
export function osCachesLeft(step: Step): readonly LeftCache[] {
  const commands = step.commands ?? [];
  const left: LeftCache[] = [];
  for (const manager of osManagers) {
    const filledBy = commands.filter((command) => fills(callOf(command), manager));
    const [first] = filledBy;
    const call = first && callOf(first);
    if (!first || !call || isMounted(step, folders[manager])) continue;
    if (manager === 'dnf' && isMounted(step, '/var/cache/yum')) continue;
    const behind = commands.slice(commands.indexOf(first) + 1);
    if (behind.some((command) => cleaned[manager].test(textOf(command)) || mayClean(command))) continue;
    left.push({ manager, program: call.program, command: first, verb: call.verb, filledBy });
  }
  return left;
}

/** True when a RUN installs by what an earlier one has fetched: without that it would fail. */
export function reliesOnIndex(step: Step, manager: OsManager): boolean {
  let fetched = false;
  for (const command of step.commands ?? []) {
    const call = callOf(command);
    if (call?.manager !== manager) continue;
    if (fills(call, manager) || (manager === 'apk' && call.args.includes('--no-cache'))) fetched = true;
    else if (
      !fetched &&
      /^(install|add|upgrade|full-upgrade|dist-upgrade|build-dep|satisfy)$/.test(call.verb)
    )
      return true;
  }
  return false;
}

/** True when a RUN starts something that may install packages in a way that is not to be seen. */
export function runsUnknown({ instruction, commands }: Step): boolean {
  if (instruction.kind !== 'run') return false;
  return (
    commands?.some(({ effects }) => {
      const known = effects.some(
        ({ kind }) => kind === 'builds' || kind === 'downloads-dependencies' || kind === 'packages',
      );
      return !known && effects.some(({ kind }) => kind === 'unknown');
    }) ?? true
  );
}

function fills(call: Call | undefined, manager: OsManager): boolean {
  if (call?.manager !== manager) return false;
  const { verb, args } = call;
  if (
    args.some((arg) =>
      /^(--(root|installroot|download-only|downloadonly|simulate|dry-run|help|version|assumeno)\b|-p$)/.test(
        arg,
      ),
    )
  )
    return false;
  switch (manager) {
    case 'apt':
      return verb === 'update';
    case 'apk':
      if (args.includes('--no-cache')) return false;
      return verb === 'update' || (/^(add|upgrade)$/.test(verb) && args.some(updatesIndex));
    case 'dnf':
      return /^(install|reinstall|localinstall|groupinstall|group|in|update|upgrade|distro-sync|makecache|module|swap)$/.test(
        verb,
      );
    case 'zypper':
      return /^(install|in|refresh|ref|update|up|dup|dist-upgrade|patch)$/.test(verb);
  }
}

/** `apk add -U`, `--update`, `--update-cache`. */
export function updatesIndex(arg: string): boolean {
  return /^(--update|--update-cache|-[a-z]*U[a-z]*)$/.test(arg);
}

function callOf({ command, argv }: RunCommand): Call | undefined {
  const { name, args } = effectiveCommand(command);
  const program = basename(name ?? '');
  const manager = Object.hasOwn(managers, program) ? managers[program] : undefined;
  if (manager === undefined) return undefined;
  const values = args.map((word, i) => {
    const value = argv[argv.length - args.length + i];
    return value?.known ? value.value : word.raw;
  });
  const verb = values.find(
    (value, i) =>
      !value.startsWith('-') &&
      !/^-[otcxp]$|^--(repo|repository|enablerepo|disablerepo|setopt|releasever|virtual)$/.test(
        values[i - 1] ?? '',
      ),
  );
  return verb === undefined ? undefined : { manager, program, verb, args: values };
}

function textOf({ command }: RunCommand): string {
  return command.words.map(({ raw }) => raw).join(' ');
}

/** A script of the author's own, or a program that is named like one that cleans up. */
function mayClean({ command, effects }: RunCommand): boolean {
  if (!effects.some(({ kind }) => kind === 'unknown')) return false;
  const { name = '', args } = effectiveCommand(command);
  const script = /^(\.|source|ba?sh|sh)$/.test(basename(name)) || /\.sh$|\//.test(name);
  return script
    ? !/\/(pip|npm|python)[\d.]*$/.test(name) && !args.some(({ raw }) => raw === '-c')
    : /clean|prune|purge/i.test(name);
}
