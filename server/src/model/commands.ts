import type { RunInstruction } from '../dockerfile/ast';
import type { SimpleCommand, ShellScript, ShellWord } from '../shell/ast';
import { execFormScript } from '../shell/exec-form';
import { parseShell } from '../shell/parse';
import { joinPath } from '../text/path';
import { known, unknown, type Fact } from '../text/fact';
import type { Effect, RunCommand, State } from './model';

export type CommandWithoutEffects = Omit<RunCommand, 'effects'>;
export type ClassifyCommand = (command: CommandWithoutEffects) => readonly Effect[];

const posixShells = /(^|\/)(sh|bash|ash|dash|zsh|ksh)$/;

/** The commands of a RUN, or undefined when its shell is not a POSIX one (PowerShell, cmd). */
export function commandsOf(
  run: RunInstruction,
  before: State,
  baseEnvKnown: boolean,
  classify: ClassifyCommand,
): RunCommand[] | undefined {
  const script = scriptOf(run, before);
  return script && interpret(script, before, baseEnvKnown, classify);
}

function scriptOf(run: RunInstruction, before: State): ShellScript | undefined {
  if (run.arguments.form === 'exec') return execFormScript(run.arguments.items);
  if (!posixShells.test(before.shell[0] ?? '')) return undefined;
  const [first] = run.heredocs;
  // `RUN <<EOF`: the content is the script. With a command before it, the content is that command's input.
  if (first && run.heredocs.length === 1 && /^<<-?\s*['"]?\w+['"]?\s*$/.test(run.body.text.trim())) {
    return parseShell(first.mapped);
  }
  return parseShell(run.arguments.text);
}

interface Shell {
  /** False after a script was sourced: any variable may have been set. */
  envKnown: boolean;
  cwd: Fact<string>;
  /** Shared with commands and other shells, so that it is replaced and never changed. */
  variables: Variables;
}

type Variables = ReadonlyMap<string, Fact<string>>;

/** The commands of a script with directories, variables and effects followed from command to command. */
export function interpret(
  script: ShellScript,
  before: Pick<State, 'workdir' | 'args' | 'env'>,
  baseEnvKnown: boolean,
  classify: ClassifyCommand,
): RunCommand[] {
  const shells = new Map<number, Shell>();
  const shellOf = (command: SimpleCommand): Shell => {
    const existing = shells.get(command.scope);
    if (existing) return existing;
    const outer = command.outerScope === undefined ? undefined : shells.get(command.outerScope);
    const opened: Shell = outer
      ? { ...outer }
      : { envKnown: baseEnvKnown, cwd: before.workdir, variables: variablesOf(before) };
    shells.set(command.scope, opened);
    return opened;
  };
  return script.commands.map((command) => {
    const shell = shellOf(command);
    // A loop or a function may set what nothing before it sets.
    const allSet = shell.envKnown && command.runs === 'always';
    const evaluate = (word: ShellWord) => evaluateWord(word, shell.variables, allSet);
    const argv = command.words.map(evaluate);
    const assigned = command.assignments.map(({ name, value }) => [name, evaluate(value)] as const);
    const env = withValues(shell.variables, assigned);
    const bare: CommandWithoutEffects = { command, script, cwd: shell.cwd, argv, env };
    const result: RunCommand = { ...bare, effects: classify(bare) };
    follow(shell, result);
    return result;
  });
}

const remembered = new WeakMap<Variables, { readonly args: Variables; readonly variables: Variables }>();

/** ARG and ENV of the same name: ENV wins. Worked out once for all RUNs between two changes of either. */
function variablesOf({ args, env }: Pick<State, 'args' | 'env'>): Variables {
  const before = remembered.get(env);
  if (before?.args === args) return before.variables;
  const variables = args.size === 0 ? env : withValues(args, env);
  remembered.set(env, { args, variables });
  return variables;
}

/** The variables themselves when there is nothing to set: copies for each command would cost more than all else. */
function withValues(variables: Variables, values: Iterable<readonly [string, Fact<string>]>): Variables {
  let changed: Map<string, Fact<string>> | undefined;
  for (const [name, value] of values) (changed ??= new Map(variables)).set(name, value);
  return changed ?? variables;
}

/** Applies to the shell what the command changes in it: directory and variables. */
function follow(shell: Shell, { command, argv, env }: RunCommand): void {
  const certain = command.runs === 'always';
  const name = argv[0];
  if (!name) {
    const values = command.assignments.map(({ name: variable }) => {
      const value = env.get(variable);
      return [
        variable,
        certain && value ? value : unknown(`$${variable} is set on some paths only`),
      ] as const;
    });
    shell.variables = withValues(shell.variables, values);
    return;
  }
  if (!name.known) return;
  if (name.value === '.' || name.value === 'source') {
    shell.envKnown = false;
  } else if (name.value === 'cd' || name.value === 'pushd' || name.value === 'popd') {
    const target = argv[1];
    shell.cwd =
      !certain || name.value === 'popd' || !target
        ? unknown('the directory that cd leads to is not known', command.span)
        : target.known && target.value !== '-' && shell.cwd.known
          ? known(joinPath(shell.cwd.value, target.value))
          : target.known && target.value.startsWith('/')
            ? known(joinPath('/', target.value))
            : unknown('the directory that cd leads to is not known', command.span);
  } else if (name.value === 'export') {
    const values = argv.slice(1).flatMap((word) => {
      const equals = word.known ? word.value.indexOf('=') : 0;
      if (!word.known || equals <= 0) return [];
      return [[word.value.slice(0, equals), known(word.value.slice(equals + 1))] as const];
    });
    shell.variables = withValues(shell.variables, values);
  }
}

/** The word after expansion. A word with a glob gives the pattern itself. */
export function evaluateWord(
  word: ShellWord,
  variables: ReadonlyMap<string, Fact<string>>,
  baseEnvKnown: boolean,
): Fact<string> {
  if (word.literal !== undefined) return known(word.literal, word.span);
  let result = '';
  for (const part of word.parts) {
    if (part.kind === 'text') {
      result += part.value;
    } else if (part.kind === 'opaque') {
      return unknown(`the value of ${part.raw} is only known when it runs`, part.span);
    } else {
      const value = variables.get(part.name);
      if (value && !value.known)
        return part.fallback === undefined ? value : unknown(value.because, part.span);
      if (!value && !baseEnvKnown)
        return unknown(`$${part.name} may be set by the base image or by the script itself`, part.span);
      // Set by the shell itself or by the container, not by the Dockerfile.
      if (!value && shellOwned.has(part.name)) return unknown(`$${part.name} is set when it runs`, part.span);
      const unset = value === undefined || (part.emptyIsUnset && value.value === '');
      result += unset ? (part.fallback ?? '') : value.value;
    }
  }
  return known(result, word.span);
}

const shellOwned = new Set([
  'HOME',
  'PWD',
  'OLDPWD',
  'HOSTNAME',
  'USER',
  'UID',
  'IFS',
  'RANDOM',
  'PATH',
  'SHELL',
]);
