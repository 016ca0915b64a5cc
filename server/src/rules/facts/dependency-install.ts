import type { RunCommand } from '../../model/model';
import { effectiveCommand } from '../../shell/effective-command';
import { basename } from '../../text/path';
import type { ShellWord } from '../../shell/ast';

export type Installer =
  'npm' | 'yarn' | 'pnpm' | 'bun' | 'pip' | 'poetry' | 'pipenv' | 'uv' | 'composer' | 'bundle';

/** A call of a package manager of a language that installs. */
export interface DependencyInstall {
  readonly tool: Installer;
  readonly command: RunCommand;
  /** `install`, `ci`, `sync`; undefined for a bare `yarn`. */
  readonly verb: ShellWord | undefined;
  /** All words behind the tool's name, as far as their values are known; the source text of the others. */
  readonly args: readonly string[];
  /** Words after the verb that are no options, nor values of the options that are looked at here. */
  readonly operands: readonly string[];
}

const verbs: Readonly<Record<Installer, RegExp>> = {
  npm: /^(install|i|ci|clean-install|install-clean|add)$/,
  yarn: /^(install|add)$/,
  pnpm: /^(install|i|add)$/,
  bun: /^(install|i|add|ci)$/,
  pip: /^install$/,
  poetry: /^(install|sync)$/,
  pipenv: /^(install|sync)$/,
  uv: /^sync$/,
  composer: /^(install|i)$/,
  bundle: /^install$/,
};

/** Options that take the next word. */
const valued =
  /^(-r|-c|-e|-t|-C|-f|-i|--(requirement|constraint|editable|target|prefix|dir|filter|cwd|index-url|extra-index-url|find-links|trusted-host|root|src|omit|include|only|registry|loglevel|network-timeout|modules-folder|cache-dir|cache-folder|cache|default-timeout|timeout|retries|jobs|path|without|with|group|extra|working-dir|platform|python-version|no-binary|only-binary|workspace|store-dir|retry|gemfile|install-option|global-option|config-settings|progress-bar))$/;

/** Undefined for every other command. */
export function dependencyInstall(command: RunCommand): DependencyInstall | undefined {
  const { name, args: words } = effectiveCommand(command.command);
  if (name === undefined) return undefined;
  let values = words.map((word, i) => {
    const value = command.argv[command.argv.length - words.length + i];
    return value?.known ? value.value : word.raw;
  });
  let rest = words;
  let program = basename(name);
  if (/^python[\d.]*$/.test(program) && values[0] === '-m') {
    program = values[1] ?? '';
    [values, rest] = [values.slice(2), rest.slice(2)];
  }
  const tool = toolOf(program);
  if (tool === undefined) return undefined;
  const at = values.findIndex((value, i) => !value.startsWith('-') && !valued.test(values[i - 1] ?? ''));
  if (at === -1) {
    const bare = tool === 'yarn' || tool === 'bundle';
    const asks = values.some((value) => /^(-v|--version|-h|--help)$/.test(value));
    return bare && !asks ? { tool, command, verb: undefined, args: values, operands: [] } : undefined;
  }
  if (!verbs[tool].test(values[at] ?? '')) return undefined;
  const operands = values
    .slice(at + 1)
    .filter((value, i, all) => !value.startsWith('-') && !valued.test(all[i - 1] ?? ''));
  return { tool, command, verb: rest[at], args: values, operands };
}

function toolOf(program: string): Installer | undefined {
  if (/^pip[\d.]*$/.test(program)) return 'pip';
  if (program === 'bundler') return 'bundle';
  return Object.hasOwn(verbs, program) ? (program as Installer) : undefined;
}

/** Values of an option in all of its spellings: `-r FILE`, `-rFILE`, `--requirement=FILE`. */
export function optionValues(args: readonly string[], ...names: readonly string[]): readonly string[] {
  return args.flatMap((arg, i) => {
    for (const name of names) {
      if (arg === name) return args[i + 1] ?? [];
      if (name.startsWith('--') ? arg.startsWith(`${name}=`) : arg.startsWith(name) && !arg.startsWith('--'))
        return arg.slice(name.length).replace(/^=/, '');
    }
    return [];
  });
}
