import type { Stage, Start } from '../model/model';
import type { Project } from '../project/project';
import { literalWords, quoteForShell } from '../shell/quote';
import type { ShellScript } from '../shell/ast';
import { basename } from '../text/path';
import type { Span } from '../text/span';
import type { Reason } from './conversion';
import { isServer, withoutBaseEntrypoint } from './base-entrypoint';
import { startWithoutPatterns, withoutPatterns, type ExpandPattern } from './patterns';
import { replaceHead, useScript, type Draft } from './inline-script';
import { nothingUsed, shellUse, type ShellUse } from './shell-use';
import { readScript, scriptOf, shells } from './start-script';

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
  /** Scripts that the start command no longer runs, absolute. */
  readonly inlined: readonly string[];
  /** The program is the child of a shell or an init today, and would become process 1. */
  readonly isChild: boolean;
  /** What the shell needs that runs it; nothing when none has to. */
  readonly use: ShellUse;
  readonly at: Span;
}

const inits = /^(\S*\/)?(tini(-static)?|dumb-init|catatonit)$/;

/**
 * Reads ENTRYPOINT and CMD of the stage; undefined when the file sets neither.
 * @param expand what patterns stand for.
 * @param keepShell why the shell or the init has to stay, whatever the start command is.
 */
export function analyseStart(
  stage: Stage,
  project: Project,
  expand: ExpandPattern,
  keepShell?: string,
): StartAnalysis | undefined {
  const expanded: Reason[] = [];
  const written = withoutBaseEntrypoint(stage);
  const entrypoint = startWithoutPatterns(written.entrypoint, expand, expanded);
  const cmd = startWithoutPatterns(written.cmd, expand, expanded);
  const read = (text: string) => withoutPatterns(readScript(text), expand, expanded);
  const first = entrypoint?.instruction ?? cmd?.instruction;
  if (!first && !isServer(stage.image, stage.end)) return undefined;
  const at = first?.arguments.span ?? stage.from.span;
  const drafted = draft(entrypoint, cmd);
  const shellNeeded = (message: string, where = at, script?: ShellScript, file?: string): StartAnalysis => {
    const scripts = [entrypoint?.script, cmd?.script, script].filter((item) => item !== undefined);
    const argv = 'message' in drafted ? [] : drafted.argv;
    for (const words of [
      (entrypoint ?? cmd)?.form === 'exec' ? (entrypoint ?? cmd)?.argv : undefined,
      argv,
    ]) {
      if (words && words.length > 0) scripts.push(readScript(words.map(quoteForShell).join(' ')));
    }
    const arguments_ = entrypoint && cmd?.form === 'exec' ? cmd.argv : [];
    const use = shellUse(scripts, stage, project, arguments_);
    return {
      argv: undefined,
      entrypointLength: 0,
      environment: new Map(),
      changed: false,
      notes: [],
      init: undefined,
      inlined: [],
      isChild: false,
      needsShell: { message, at: where },
      use: file === undefined ? use : { ...use, changesFiles: true },
      at,
    };
  };
  if ('message' in drafted) return shellNeeded(drafted.message, drafted.at);
  if (keepShell !== undefined) return shellNeeded(keepShell);
  for (let round = 0; round < 4; round++) {
    const [program = '', ...rest] = drafted.argv;
    if (inits.test(program)) {
      unwrapInit(drafted, at);
    } else if (shells.test(program) && rest[0] === '-c' && rest.length >= 2) {
      const script = read(rest[1] as string);
      // The text may stand in CMD: `ENTRYPOINT ["sh", "-c"]`.
      const isOfCmd = drafted.entrypointLength <= 2;
      const fault = useScript(drafted, script, rest.slice(3), 'the command after sh -c');
      if (fault) return shellNeeded(fault, at, script);
      if (isOfCmd) drafted.entrypointLength = 0;
    } else {
      const file = scriptOf(drafted.argv, stage, project);
      if (file === undefined) break;
      if (file.script === undefined) return shellNeeded(file.fault, at, undefined, file.name);
      const script = withoutPatterns(file.script, expand, expanded);
      const fault = useScript(drafted, script, drafted.argv.slice(file.words), file.name);
      // A script may do what only root can; what it does was written for the user that it has today.
      if (fault) return shellNeeded(fault, at, script, file.name);
      drafted.inlined.push(file.path);
    }
  }
  return { ...drafted, notes: [...expanded, ...drafted.notes], needsShell: undefined, use: nothingUsed, at };
}

function draft(entrypoint: Start | undefined, cmd: Start | undefined): Draft | Reason {
  const empty = {
    environment: new Map<string, string>(),
    changed: false,
    notes: [],
    init: undefined,
    inlined: [],
    isChild: false,
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
    isChild: start.script.commands[0]?.words[0]?.literal !== 'exec',
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
  const [init = '', ...rest] = drafted.argv;
  let skip = rest.findIndex((word) => !word.startsWith('-'));
  const dashes = rest.indexOf('--');
  if (dashes !== -1 && (skip === -1 || dashes < skip)) skip = dashes + 1;
  if (skip === -1) skip = rest.length;
  replaceHead(drafted, skip + 1, []);
  drafted.isChild = true;
  drafted.init = {
    message: `left out the init process ${basename(init)}: the program becomes process 1 itself; use "docker run --init" if it does not end when asked, or starts other processes`,
    at,
  };
}
