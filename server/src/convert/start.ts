import { originOf } from '../model/paths';
import type { Stage, Start } from '../model/model';
import type { Project } from '../project/project';
import { mappedSlice } from '../text/mapped-text';
import { literalWords } from '../shell/quote';
import { effectiveCommand } from '../shell/effective-command';
import { parseShell } from '../shell/parse';
import type { ShellScript, SimpleCommand } from '../shell/ast';
import { basename, joinPath } from '../text/path';
import type { Span } from '../text/span';
import type { Reason } from './conversion';

/** The start command as far as a runtime without a shell can run it. */
export interface StartAnalysis {
  /** ENTRYPOINT and CMD together, wrappers removed; undefined when a shell has to run it. */
  readonly argv: readonly string[] | undefined;
  /** How many of `argv` come from ENTRYPOINT; the rest is CMD, which `docker run` arguments replace. */
  readonly entrypointLength: number;
  /** Assignments before the program: `PORT=80 ./app`. */
  readonly environment: ReadonlyMap<string, string>;
  /** Why a shell is needed, when it is. */
  readonly needsShell: Reason | undefined;
  /** Differs from the instructions as written. */
  readonly changed: boolean;
  /** What was unwrapped, in words. */
  readonly notes: readonly Reason[];
  /** An init process was removed: only right when the program starts no others. */
  readonly init: Reason | undefined;
  /** A script file runs, not only a line of shell. */
  readonly runsScript: boolean;
  /** Programs that a start command with a shell runs, those of its script included. */
  readonly commands: readonly string[];
  /** Files of the image that the start command names or runs, absolute. */
  readonly paths: readonly string[];
  readonly at: Span;
}

interface Draft {
  argv: readonly string[];
  entrypointLength: number;
  environment: Map<string, string>;
  changed: boolean;
  notes: Reason[];
  init: Reason | undefined;
  paths: string[];
}

const shells = /^(\/(usr\/)?bin\/)?(sh|bash|ash|dash)$/;
const inits = /^(\S*\/)?(tini(-static)?|dumb-init|catatonit)$/;

/** Reads ENTRYPOINT and CMD of the stage; undefined when the file sets neither. */
export function analyseStart(stage: Stage, project: Project): StartAnalysis | undefined {
  const { entrypoint, cmd } = stage.end;
  const first = entrypoint?.instruction ?? cmd?.instruction;
  if (!first) return undefined;
  const at = first.arguments.span;
  const base = { environment: new Map<string, string>(), notes: [], init: undefined, at };
  const shellNeeded = (
    message: string,
    where: Span | undefined,
    paths: readonly string[],
    script?: ShellScript,
    runsScript = false,
  ): StartAnalysis => ({
    ...base,
    argv: undefined,
    entrypointLength: 0,
    needsShell: { message, at: where ?? at },
    runsScript,
    commands: commandNames([entrypoint?.script, cmd?.script, script]),
    changed: false,
    paths,
  });
  const drafted = draft(entrypoint, cmd);
  if ('message' in drafted)
    return shellNeeded(drafted.message, drafted.at, namedPaths(stage, entrypoint, cmd));
  for (let round = 0; round < 4; round++) {
    const [program = '', ...rest] = drafted.argv;
    if (inits.test(program)) {
      unwrapInit(drafted, at);
    } else if (shells.test(program) && rest[0] === '-c' && rest.length >= 2) {
      const script = parseShell(mappedSlice(rest[1] as string, 0, (rest[1] as string).length));
      const fault = useScript(drafted, script, rest.slice(3), 'the command after sh -c');
      if (fault) return shellNeeded(fault, at, namedPaths(stage, entrypoint, cmd), script);
    } else {
      const script = startScript(drafted, stage, project);
      if (script === undefined) break;
      const fault =
        typeof script === 'string' ? script : useScript(drafted, script.script, script.args, script.name);
      if (fault)
        return shellNeeded(
          fault,
          at,
          [...namedPaths(stage, entrypoint, cmd), ...drafted.paths],
          typeof script === 'string' ? undefined : script.script,
          true,
        );
    }
  }
  return { ...drafted, needsShell: undefined, runsScript: false, commands: [], at };
}

function draft(entrypoint: Start | undefined, cmd: Start | undefined): Draft | Reason {
  const empty = {
    environment: new Map<string, string>(),
    changed: false,
    notes: [],
    init: undefined,
    paths: [],
  };
  const start = entrypoint ?? cmd;
  if (entrypoint && cmd?.form === 'shell' && entrypoint.form === 'exec') {
    return {
      message: 'CMD in shell form is passed to ENTRYPOINT as arguments of a shell',
      at: cmd.instruction?.arguments.span,
    };
  }
  if (!start) return { message: 'there is no start command', at: undefined };
  if (start.form === 'exec') {
    const tail = entrypoint ? (cmd?.argv ?? []) : [];
    return {
      ...empty,
      argv: [...start.argv, ...tail],
      entrypointLength: entrypoint ? start.argv.length : 0,
    };
  }
  const at = start.instruction?.arguments.span;
  const read = start.script && simpleArgv(start.script);
  if (!read) return { message: 'the start command uses the shell: operators, variables or wildcards', at };
  const notes: Reason[] = [{ message: 'shell form became exec form: the runtime image has no shell', at }];
  if (entrypoint && cmd?.instruction) {
    notes.push({
      message: 'CMD is left out: Docker ignores it beside an ENTRYPOINT in shell form',
      at: cmd.instruction.span,
    });
  }
  return {
    ...empty,
    argv: read.argv,
    environment: read.environment,
    entrypointLength: entrypoint ? read.argv.length : 0,
    changed: true,
    notes,
  };
}

/** The single plain command of a script with its assignments; undefined when it is more than that. */
function simpleArgv(
  script: ShellScript,
): { argv: readonly string[]; environment: Map<string, string> } | undefined {
  const environment = new Map<string, string>();
  const [command] = script.commands;
  if (!command) return undefined;
  for (const { name, value } of command.assignments) {
    if (value.literal === undefined) return undefined;
    environment.set(name, value.literal);
  }
  const bare = { ...script, commands: [{ ...command, assignments: [] }, ...script.commands.slice(1)] };
  const argv = literalWords(bare);
  return argv && argv.length > 0 ? { argv, environment } : undefined;
}

/** `tini [-g] [-s] [-v] [-w] -- program`: the program and its arguments. */
function unwrapInit(drafted: Draft, at: Span): void {
  const rest = drafted.argv.slice(1);
  let skip = rest.findIndex((word) => !word.startsWith('-'));
  const dashes = rest.indexOf('--');
  if (dashes !== -1 && (skip === -1 || dashes < skip)) skip = dashes + 1;
  if (skip === -1) skip = rest.length;
  replaceHead(drafted, skip + 1, []);
  drafted.init = {
    message: `left out ${basename(drafted.argv[0] ?? 'init')}'s init wrapper: a Go program handles signals as process 1; use "docker run --init" to reap foreign processes`,
    at,
  };
}

/** Replaces the first `count` words, keeping apart what belongs to ENTRYPOINT and what to CMD. */
function replaceHead(drafted: Draft, count: number, by: readonly string[]): void {
  drafted.argv = [...by, ...drafted.argv.slice(count)];
  if (drafted.entrypointLength > 0) {
    drafted.entrypointLength = Math.max(0, drafted.entrypointLength - count) + by.length;
  }
  drafted.changed = true;
}

/** The text of a start script that lies in the build context; a string says why it cannot be used. */
function startScript(
  drafted: Draft,
  stage: Stage,
  project: Project,
): { script: ShellScript; args: readonly string[]; name: string } | string | undefined {
  const [program = '', second] = drafted.argv;
  const throughShell = shells.test(program) && second !== undefined && !second.startsWith('-');
  const file = throughShell ? second : program;
  const { workdir } = stage.end;
  if (!file.includes('/') && !throughShell && !/\.(sh|bash)$/.test(file)) return undefined;
  const path = file.startsWith('/')
    ? joinPath('/', file)
    : workdir.known
      ? joinPath(workdir.value, file)
      : undefined;
  if (path === undefined) return undefined;
  const origin = originOf(stage, path, project);
  const text = origin.kind === 'context' ? project.read(origin.path) : undefined;
  const looksLikeScript = throughShell || /\.(sh|bash)$/.test(file);
  if (text === undefined) {
    if (!looksLikeScript) return undefined;
    drafted.paths.push(path);
    return `${file} is a script that is not in the build context`;
  }
  const shebang = /^#!\s*(\S+)(?:\s+(\S+))?/.exec(text);
  const interpreter = shebang ? (shebang[1]?.endsWith('/env') ? shebang[2] : shebang[1]) : undefined;
  if (!looksLikeScript && !shebang) return undefined;
  drafted.paths.push(path);
  if (interpreter && !shells.test(interpreter)) return `${file} is run by ${interpreter}`;
  const script = parseShell(mappedSlice(text, 0, text.length));
  const args = drafted.argv.slice(throughShell ? 2 : 1);
  return { script, args, name: file };
}

/**
 * Inlines a script that does nothing but start one program: `set -e`, then `exec "$@"` or `exec ./app "$@"`.
 * Returns why not otherwise.
 */
function useScript(
  drafted: Draft,
  script: ShellScript,
  args: readonly string[],
  name: string,
): string | undefined {
  if (script.fault) return `${name} cannot be read in full`;
  const working = script.commands.filter((command) => !isShellOption(command));
  const [only] = working;
  if (!only || working.length > 1 || only.runs !== 'always' || !script.plain) {
    return `${name} does more than start one program`;
  }
  if (only.assignments.length > 0 || only.redirections.length > 0)
    return `${name} sets variables or redirects output`;
  const words = only.words[0]?.literal === 'exec' ? only.words.slice(1) : only.words;
  const head: string[] = [];
  let passesArguments = false;
  for (const [index, word] of words.entries()) {
    if (/^("\$@"|\$@|"\$\{@\}"|\$\*)$/.test(word.raw) && index === words.length - 1) passesArguments = true;
    else if (word.literal === undefined || word.glob) return `${name} uses variables or wildcards`;
    else head.push(word.literal);
  }
  const before = drafted.argv.length - args.length;
  if (passesArguments) {
    if (head.length === 0 && args.length === 0)
      return `${name} starts whatever it is given, and it is given nothing`;
    // `exec "$@"` alone: what was CMD becomes the whole start command.
    replaceHead(drafted, before, head);
  } else {
    replaceHead(drafted, drafted.argv.length, head);
  }
  drafted.notes.push({
    message: `${name} only starts the program, so the program is started directly`,
    at: undefined,
  });
  return undefined;
}

function commandNames(scripts: readonly (ShellScript | undefined)[]): string[] {
  return scripts.flatMap((script) =>
    (script?.commands ?? []).flatMap((command) => effectiveCommand(command).name ?? []),
  );
}

function isShellOption(command: SimpleCommand): boolean {
  return command.words[0]?.literal === 'set' && command.assignments.length === 0;
}

/** Paths that the start command names, for a runtime that keeps the shell. */
function namedPaths(stage: Stage, ...starts: readonly (Start | undefined)[]): string[] {
  const { workdir } = stage.end;
  const words = starts.flatMap((start) =>
    !start
      ? []
      : start.form === 'exec'
        ? start.argv.flatMap((word) => word.split(/[\s;&|]+/))
        : (start.script?.commands ?? []).flatMap((command) =>
            command.words.flatMap((word) => word.literal ?? []),
          ),
  );
  return words
    .filter((word) => /^[\w./@-]+$/.test(word) && !word.startsWith('-'))
    .flatMap((word) =>
      word.startsWith('/') ? [joinPath('/', word)] : workdir.known ? [joinPath(workdir.value, word)] : [],
    );
}
