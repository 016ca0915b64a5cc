import type { CommandWithoutEffects } from '../../model/commands';
import { effectiveCommand } from '../../shell/effective-command';
import { basename, joinPath, withoutTrailingSlash } from '../../text/path';
import { known, unknown, type Fact } from '../../text/fact';

/** A step of a build with CMake. Folders are absolute in the stage. */
export type CMakeStep =
  | {
      readonly kind: 'configure';
      readonly source: string;
      readonly build: string;
      readonly definitions: ReadonlyMap<string, string>;
    }
  | { readonly kind: 'build'; readonly build: string }
  | { readonly kind: 'install'; readonly build: string; readonly prefix: string | undefined };

/** What a command does in a build with CMake; undefined for others. `make` and `ninja` count where CMake configured. */
export function readCMakeCommand(
  command: CommandWithoutEffects,
  configured: ReadonlySet<string>,
): Fact<CMakeStep> | undefined {
  const { name, args } = effectiveCommand(command.command);
  const tool = basename(name ?? '');
  if (!/^(cmake3?|make|gmake|ninja)$/.test(tool)) return undefined;
  const words: string[] = [];
  const first = command.argv.length - args.length;
  for (const word of command.argv.slice(first)) {
    // `-j$(nproc)`: of no interest here.
    if (word.known) words.push(word.value);
    else if (/^cmake/.test(tool) && !/^-j/.test(args[words.length]?.raw ?? ''))
      return unknown(word.because, word.source);
    else words.push('-j');
  }
  if (!command.cwd.known) return command.cwd;
  const at = (path: string) =>
    withoutTrailingSlash(joinPath(command.cwd.known ? command.cwd.value : '/', path));
  if (/^cmake/.test(tool)) return readCMake(words, at);
  const change = words.indexOf('-C');
  const build = at(change === -1 ? '.' : (words[change + 1] ?? '.'));
  if (!configured.has(build)) return undefined;
  const goals = words.filter(
    (word, i) => !word.startsWith('-') && words[i - 1] !== '-C' && !/^\d+$/.test(word),
  );
  return known(
    goals.some((goal) => /^install(\/strip)?$/.test(goal))
      ? { kind: 'install', build, prefix: undefined }
      : { kind: 'build', build },
  );
}

function readCMake(words: readonly string[], at: (path: string) => string): Fact<CMakeStep> | undefined {
  const after = (option: string) => {
    const index = words.indexOf(option);
    return index === -1 ? undefined : words[index + 1];
  };
  const build = after('--build');
  if (build !== undefined) {
    const target = after('--target') ?? after('-t');
    return known(
      target === 'install'
        ? { kind: 'install', build: at(build), prefix: undefined }
        : { kind: 'build', build: at(build) },
    );
  }
  const install = after('--install');
  if (install !== undefined) return known({ kind: 'install', build: at(install), prefix: after('--prefix') });
  if (words.some((word) => /^(-E|-P|--version|--help|--preset.*|--workflow)$/.test(word)))
    return words.some((word) => word.startsWith('--preset'))
      ? unknown('CMake presets are not followed')
      : undefined;
  return configureStep(words, at);
}

function configureStep(words: readonly string[], at: (path: string) => string): Fact<CMakeStep> {
  const definitions = new Map<string, string>();
  let source: string | undefined;
  let build: string | undefined;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string;
    const [, option, tail = ''] = /^-([DSBGTACU])(.*)$/.exec(word) ?? [];
    if (option === undefined) {
      if (!word.startsWith('-')) source ??= word;
      continue;
    }
    const value = tail === '' ? (words[++i] ?? '') : tail;
    if (option === 'S') source = value;
    else if (option === 'B') build = value;
    else if (option === 'D') {
      const equals = value.indexOf('=');
      if (equals > 0) definitions.set(value.slice(0, equals).replace(/:.*$/, ''), value.slice(equals + 1));
    }
  }
  // `cmake -B build` takes the sources of the working directory; `cmake ..` builds where it stands.
  return known({ kind: 'configure', source: at(source ?? '.'), build: at(build ?? '.'), definitions });
}
