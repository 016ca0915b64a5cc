import type { CommandWithoutEffects } from '../../model/commands';
import { effectiveCommand } from '../../shell/effective-command';
import type { Span } from '../../text/span';
import { basename } from '../../text/path';

export type Manager = 'npm' | 'yarn' | 'pnpm' | 'bun';

/** A call of a package manager. Folders are seen from the working directory. */
export type NodeCommand =
  | { readonly kind: 'asks' }
  | { readonly kind: 'settings'; readonly home: boolean }
  | {
      readonly kind: 'global-install';
      readonly packages: readonly string[];
      /** The slim images of Node.js have the manager too. */
      readonly inSlim: boolean;
    }
  | {
      readonly kind: 'install';
      readonly manager: Manager;
      readonly folder: string;
      /** `ci`, `install`; where it is written, so that options can be added behind it; undefined for a bare `yarn`. */
      readonly verb: { readonly text: string; readonly at: Span } | undefined;
      /** Packages that are named; none when it installs what package.json says. */
      readonly packages: readonly string[];
      readonly options: readonly string[];
    }
  | { readonly kind: 'prune'; readonly folder: string }
  | { readonly kind: 'runs'; readonly folder: string; readonly words: readonly string[] };

const asks =
  /^(ls|list|la|ll|view|info|show|outdated|audit|fund|ping|whoami|root|prefix|bin|version|why|help|doctor|explain|licenses|query|-v|--version|-h|--help|cache|store|plugins)$/;
const installs =
  /^(install|i|ci|add|clean-install|install-clean|install-ci-test|cit|update|up|upgrade|fetch|import|link|rebuild|rb|dedupe|ddp)$/;
const globalOption = /^(-g|--global|--location=global)$/;
/** Options that take the next word. */
const valued =
  /^(--prefix|-C|--cwd|--dir|--registry|--loglevel|--network-timeout|--cache|--cache-folder|--modules-folder|--filter|-F|--workspace|-w|--omit|--include|--only|--fetch-timeout|--fetch-retries|--maxsockets|--network-concurrency|--store-dir|--reporter|--backend|--jobs|--python|--cache-dir|--install-strategy|--progress|--userconfig|--target_arch|--target_platform|--unsafe-perm)$/;
/** Options that change the folder. */
const folderOption = /^(--prefix|-C|--cwd|--dir)$/;

/** Undefined for commands that are no package manager's. */
export function readNodeCommand(command: CommandWithoutEffects): NodeCommand | undefined {
  const { name, args: given } = effectiveCommand(command.command);
  const manager = managerOf(name === undefined ? '' : basename(name));
  if (manager === undefined)
    return name !== undefined && /^(npx|bunx|pnpx)$/.test(basename(name))
      ? { kind: 'runs', folder: '.', words: [] }
      : undefined;
  const words = given.map((word, i) => {
    const value = command.argv[command.argv.length - given.length + i];
    return { text: value?.known ? value.value : word.raw, at: word.span };
  });
  const options: string[] = [];
  const operands: { text: string; at: Span }[] = [];
  let folder = '.';
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as { text: string; at: Span };
    if (!word.text.startsWith('-') || operands[0]?.text === 'run') {
      operands.push(word);
      continue;
    }
    options.push(word.text);
    const [, option, value] = /^(--prefix|--cwd|--dir)=(.*)$/.exec(word.text) ?? [];
    if (option !== undefined) folder = value ?? '.';
    if (!valued.test(word.text)) continue;
    const next = words[++i]?.text ?? '.';
    options.push(next);
    if (folderOption.test(word.text)) folder = next;
  }
  const isGlobal = options.some((option) => globalOption.test(option));
  const [verb, second, ...rest] = operands;
  const texts = [second, ...rest].flatMap((word) => word?.text ?? []);
  if (verb === undefined) {
    if (options.some((option) => asks.test(option))) return { kind: 'asks' };
    return manager === 'yarn'
      ? { kind: 'install', manager, folder, verb, packages: [], options }
      : { kind: 'asks' };
  }
  if (manager === 'yarn' && verb.text === 'global')
    return { kind: 'global-install', packages: texts.slice(1), inSlim: true };
  if (verb.text === 'config' || verb.text === 'set' || verb.text === 'login' || verb.text === 'pkg') {
    // `yarn set version` and `npm pkg set` write into the project.
    return manager === 'npm' && verb.text !== 'pkg'
      ? { kind: 'settings', home: true }
      : { kind: 'runs', folder, words: [] };
  }
  if (manager === 'yarn' && verb.text === 'workspaces' && second?.text === 'focus') {
    return { kind: 'install', manager, folder, verb, packages: [], options };
  }
  if (asks.test(verb.text)) return { kind: 'asks' };
  if (installs.test(verb.text)) {
    if (isGlobal) return { kind: 'global-install', packages: texts, inSlim: manager === 'npm' };
    return { kind: 'install', manager, folder, verb, packages: texts, options };
  }
  if (/^(prune|remove|rm|uninstall|un|r)$/.test(verb.text))
    return isGlobal ? { kind: 'asks' } : { kind: 'prune', folder };
  return { kind: 'runs', folder, words: [manager, verb.text, ...texts] };
}

function managerOf(name: string): Manager | undefined {
  switch (name) {
    case 'npm':
    case 'pnpm':
    case 'bun':
      return name;
    case 'yarn':
    case 'yarnpkg':
      return 'yarn';
    default:
      return undefined;
  }
}
