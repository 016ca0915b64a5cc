import type { CommandWithoutEffects } from '../../model/commands';
import { evaluateWord } from '../../model/commands';
import { effectiveCommand } from '../../shell/effective-command';
import { joinPath } from '../../text/path';
import { oncePer } from '../../text/remember';
import { known, unknown, type Fact } from '../../text/fact';
import type { ShellWord } from '../../shell/ast';

/** A `go` command line, taken apart as cmd/go reads it. */
export interface GoCommand {
  /** `build`, `install`, `run`, `mod download` ... */
  readonly verb: string;
  /** Directory that it works in: the shell's, changed by `-C`. */
  readonly directory: Fact<string>;
  /** Value of `-o`. */
  readonly output: Fact<string> | undefined;
  /** Flags with their values, last one wins; `''` for switches. */
  readonly flags: ReadonlyMap<string, Fact<string>>;
  /** Packages or files; for `run` only the package, not the program's own arguments. */
  readonly packages: readonly Fact<string>[];
  /** What follows the package in `go run`. */
  readonly programArguments: readonly Fact<string>[];
  readonly goWord: ShellWord;
  readonly verbWord: ShellWord;
  /** The word of each package, for messages and edits. */
  readonly packageWords: readonly ShellWord[];
}

/** Flags of `go build` and its kin that take their value as the next word. Source: `go help build`. */
const flagsWithValue = new Set([
  'C',
  'o',
  'p',
  'asmflags',
  'buildmode',
  'buildvcs',
  'compiler',
  'covermode',
  'coverpkg',
  'exec',
  'gccgoflags',
  'gcflags',
  'installsuffix',
  'ldflags',
  'mod',
  'modfile',
  'overlay',
  'pgo',
  'pkgdir',
  'tags',
  'toolexec',
]);

/** True for the Go tool: `go`, `/usr/local/go/bin/go`, `go1.22`. */
function isGoTool(name: string): boolean {
  return /(^|\/)go(\d+(\.\d+)*)?$/.test(name);
}

/** The command as a call of the Go tool, or undefined when it is something else. */
export const readGoCommand: (command: CommandWithoutEffects) => GoCommand | undefined = oncePer(readCommand);

function readCommand(command: CommandWithoutEffects): GoCommand | undefined {
  const effective = effectiveCommand(command.command);
  if (!effective.name || !isGoTool(effective.name)) return undefined;
  const words = effective.args;
  const goWord = command.command.words[command.command.words.length - words.length - 1];
  const [verbWord] = words;
  if (!goWord || verbWord?.literal === undefined) return undefined;
  const allSet = command.command.runs === 'always';
  const value = (word: ShellWord) => evaluateWord(word, command.env, allSet);
  const flags = new Map<string, Fact<string>>();
  const packageWords: ShellWord[] = [];
  let verb = verbWord.literal;
  let i = 1;
  if (verb === 'mod' || verb === 'work' || verb === 'tool') {
    const sub = words[i]?.literal;
    if (sub !== undefined) {
      verb = `${verb} ${sub}`;
      i++;
    }
  }
  for (; i < words.length; i++) {
    const word = words[i] as ShellWord;
    const flag = /^--?([A-Za-z][\w.-]*)(=?)/.exec(word.raw);
    if (!flag || packageWords.length > 0) {
      packageWords.push(word);
      continue;
    }
    const [, name = '', equals] = flag;
    if (equals) {
      const whole = value(word);
      flags.set(
        name,
        whole.known ? known(whole.value.slice(whole.value.indexOf('=') + 1), word.span) : whole,
      );
    } else if (flagsWithValue.has(name)) {
      const next = words[++i];
      flags.set(name, next ? value(next) : unknown(`-${name} has no value yet`, word.span));
    } else {
      flags.set(name, known('', word.span));
    }
  }
  const operands = packageWords.map(value);
  // `go run` takes one package or a list of .go files; the rest belongs to the program.
  const split = verb === 'run' ? runPackageCount(operands) : operands.length;
  const change = flags.get('C');
  return {
    verb,
    directory: change ? inDirectory(command.cwd, change) : command.cwd,
    output: flags.get('o'),
    flags,
    packages: operands.slice(0, split),
    programArguments: operands.slice(split),
    goWord,
    verbWord,
    packageWords: packageWords.slice(0, split),
  };
}

function runPackageCount(operands: readonly Fact<string>[]): number {
  let files = 0;
  for (const operand of operands) {
    if (!operand.known || !operand.value.endsWith('.go')) break;
    files++;
  }
  return files > 0 ? files : Math.min(1, operands.length);
}

export function inDirectory(cwd: Fact<string>, path: Fact<string>): Fact<string> {
  if (!path.known) return path;
  if (path.value.startsWith('/')) return known(joinPath('/', path.value), path.source);
  return cwd.known ? known(joinPath(cwd.value, path.value), path.source) : cwd;
}
