import type { CommandWithoutEffects } from '../../model/commands';
import { evaluateWord } from '../../model/commands';
import { effectiveCommand } from '../../shell/effective-command';
import type { ShellWord } from '../../shell/ast';
import { joinPath } from '../../text/path';
import { known, unknown, type Fact } from '../../text/fact';

/** A `cargo` command line, taken apart as Cargo reads it. */
export interface CargoCommand {
  /** `build`, `install`, `run`, `chef cook` ...; short names written out. */
  readonly verb: string;
  /** Directory that it works in: the shell's, changed by `-C`. */
  readonly directory: Fact<string>;
  /** Options by long name without dashes, every value in order; `''` for switches. */
  readonly options: ReadonlyMap<string, readonly Fact<string>[]>;
  /** Words that are no options: crates to install. */
  readonly operands: readonly Fact<string>[];
  /** What follows `--`, or the first operand of `cargo run`. */
  readonly programArguments: readonly Fact<string>[];
  /** The words between verb and the program's arguments, as written. */
  readonly ownWords: readonly ShellWord[];
}

/** Options that take their value as the next word. Source: doc.rust-lang.org/cargo/commands, cargo-build and cargo-install. */
const valued = new Set([
  'bin',
  'example',
  'test',
  'bench',
  'package',
  'exclude',
  'features',
  'profile',
  'target',
  'target-dir',
  'artifact-dir',
  'out-dir',
  'manifest-path',
  'lockfile-path',
  'path',
  'root',
  'git',
  'branch',
  'tag',
  'rev',
  'version',
  'vers',
  'registry',
  'index',
  'jobs',
  'color',
  'message-format',
  'config',
  'recipe-path',
]);
const shortNames: Readonly<Record<string, string>> = {
  p: 'package',
  F: 'features',
  j: 'jobs',
  r: 'release',
  q: 'quiet',
  v: 'verbose',
  f: 'force',
  Z: 'unstable',
  C: 'directory',
};
const shortVerbs: Readonly<Record<string, string>> = {
  b: 'build',
  r: 'run',
  c: 'check',
  t: 'test',
  d: 'doc',
};

/** The command as a call of Cargo; undefined when it is something else. */
export function readCargoCommand(command: CommandWithoutEffects): CargoCommand | undefined {
  const effective = effectiveCommand(command.command);
  if (!effective.name || !/(^|\/)cargo$/.test(effective.name)) return undefined;
  const allSet = command.command.runs === 'always';
  const value = (word: ShellWord) => evaluateWord(word, command.env, allSet);
  const words = effective.args;
  let i = /^\+/.test(words[0]?.raw ?? '') ? 1 : 0;
  const options = new Map<string, Fact<string>[]>();
  const operands: Fact<string>[] = [];
  const ownWords: ShellWord[] = [];
  let verb = '';
  let rest: readonly ShellWord[] = [];
  const add = (name: string, fact: Fact<string>) => options.set(name, [...(options.get(name) ?? []), fact]);
  for (; i < words.length; i++) {
    const word = words[i] as ShellWord;
    if (word.raw === '--') {
      rest = words.slice(i + 1);
      break;
    }
    const option = readOption(word);
    if (!option) {
      if (verb === '') {
        verb = word.literal === undefined ? '?' : (shortVerbs[word.literal] ?? word.literal);
        if (verb === 'chef' || verb === 'auditable') {
          const next = words[++i]?.literal ?? '';
          verb = verb === 'auditable' ? next : `chef ${next}`;
        }
        continue;
      }
      // `cargo run` hands on everything from the first operand.
      if (verb === 'run') {
        rest = words.slice(i);
        break;
      }
      operands.push(value(word));
      ownWords.push(word);
      continue;
    }
    ownWords.push(word);
    if (option.attached !== undefined) {
      const whole = value(word);
      add(option.name, whole.known ? known(whole.value.slice(option.attached), word.span) : whole);
    } else if (valued.has(option.name) || option.name === 'unstable' || option.name === 'directory') {
      const next = words[++i];
      if (next) ownWords.push(next);
      add(option.name, next ? value(next) : unknown(`--${option.name} has no value yet`, word.span));
    } else add(option.name, known('', word.span));
  }
  const [change] = options.get('directory') ?? [];
  return {
    verb,
    directory: change ? inDirectory(command.cwd, change) : command.cwd,
    options,
    operands,
    programArguments: rest.map(value),
    ownWords,
  };
}

/** `attached`: where in the word its value begins. */
function readOption(word: ShellWord): { name: string; attached?: number } | undefined {
  const long = /^--([a-z][\w-]*)(=?)/.exec(word.raw);
  if (long) {
    const [whole, name = '', equals] = long;
    return equals ? { name, attached: whole.length } : { name };
  }
  const short = /^-([a-zA-Z])(=?)(.*)$/s.exec(word.raw);
  if (!short) return undefined;
  const [, letter = '', equals, tail] = short;
  const name = shortNames[letter] ?? letter;
  const takesValue = valued.has(name) || name === 'unstable' || name === 'directory';
  if (takesValue && tail !== '') return { name, attached: equals ? 3 : 2 };
  return { name };
}

export function inDirectory(cwd: Fact<string>, path: Fact<string>): Fact<string> {
  if (!path.known) return path;
  if (path.value.startsWith('/')) return known(joinPath('/', path.value), path.source);
  return cwd.known ? known(joinPath(cwd.value, path.value), path.source) : cwd;
}
