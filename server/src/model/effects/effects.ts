import type { SimpleCommand } from '../../shell/ast';
import { effectiveCommand } from '../../shell/effective-command';
import { shellTextArgument } from '../../shell/nested';
import { unknown } from '../../text/fact';
import { contains } from '../../text/span';
import { evaluateWord } from '../commands';
import type { Effect, RunCommand } from '../model';
import { archiveEffects } from './archives';
import { buildToolEffects } from './build-tools';
import { argumentsOf, isStream, pathOf, systemName, unknownEffect, writesFile, type Call } from './call';
import { downloadEffects } from './downloads';
import { fileEffects } from './files';
import { gitEffects } from './git';
import { indirectEffects } from './indirect';
import { osPackageEffects } from './os-packages';
import { quietEffects } from './quiet';
import { systemEffects } from './system';
import { textEditEffects } from './text-edits';
import { userEffects } from './users';

/** A command before its effects are known. */
export type PlainCommand = Pick<RunCommand, 'command' | 'script' | 'cwd' | 'argv' | 'env'>;

export interface EffectContext {
  /** Asked first: what an ecosystem knows of its own tools. Undefined when it does not know the command. */
  readonly classify?: (command: PlainCommand) => readonly Effect[] | undefined;
}

/** In order of trust: the first that knows the program decides. */
const CLASSIFIERS = [
  quietEffects,
  fileEffects,
  textEditEffects,
  osPackageEffects,
  downloadEffects,
  archiveEffects,
  gitEffects,
  userEffects,
  systemEffects,
  buildToolEffects,
];

const INTERPRETERS = /^(sh|bash|dash|ash|zsh|python[\d.]*|node|ruby|perl|php|java|\.|source)$/;

/**
 * What a command does to the image, its redirections included. A command that is not known gives `unknown`: it may
 * have written anywhere. Paths are absolute; those that cannot be told are unknown facts.
 */
export function effectsOf(command: PlainCommand, context: EffectContext = {}): Effect[] {
  const effects = context.classify?.(command) ?? commandEffects(command);
  return [...effects, ...redirectionEffects(command)];
}

function commandEffects(command: PlainCommand): readonly Effect[] {
  const { words } = command.command;
  if (words.length === 0) return [];
  const effective = effectiveCommand(command.command);
  const first = words.length - effective.args.length;
  const args = effective.args.flatMap((word, i) =>
    argumentsOf(word, command.argv[first + i] ?? unknown('the argument is not known', word.span)),
  );
  const spoken = command.argv[first - 1];
  const name = effective.name ?? (spoken?.known ? spoken.value : undefined);
  if (name === undefined) {
    return [unknownEffect(`which program ${words[first - 1]?.raw ?? ''} is, is not known here`)];
  }
  const text = shellTextArgument(effective);
  if (text !== undefined)
    return shellTextEffects(command, effective.args[text === 'computed' ? -1 : text]?.literal);
  return callEffects({
    name: systemName(name),
    args,
    at: command.command.span,
    cwd: command.cwd,
    env: command.env,
    fedByDownload: isFedByDownload(command),
  });
}

function callEffects(call: Call): Effect[] {
  const indirect = indirectEffects(call, callEffects);
  if (indirect) return indirect;
  for (const classifier of CLASSIFIERS) {
    const effects = classifier(call);
    if (effects) return effects;
  }
  // Of an interpreter the script is what matters: "bash build.sh".
  const script = INTERPRETERS.test(call.name) ? call.args.find(({ raw }) => !raw.startsWith('-')) : undefined;
  return [unknownEffect(`what "${script ? `${call.name} ${script.raw}` : call.name}" does is not known`)];
}

/** `sh -c TEXT`: the commands of the text are commands of the script themselves and have their own effects. */
function shellTextEffects(command: PlainCommand, text: string | undefined): Effect[] {
  const own = command.command;
  const { commands } = command.script;
  let read = false;
  for (let i = commands.indexOf(own) + 1; !read && i < commands.length; i++) {
    const each = commands[i] as SimpleCommand;
    if (each.span.start >= own.span.end) break;
    read = isInside(each, own);
  }
  return read || text?.trim() === ''
    ? []
    : [unknownEffect('the text that is handed to the shell is not known here')];
}

function isInside(inner: SimpleCommand, outer: SimpleCommand): boolean {
  return inner.outerScope === outer.scope && inner.runs === outer.runs && contains(outer.span, inner.span);
}

/** How many commands back the source of a pipe is looked for. */
const LONGEST_PIPE = 12;

/** True for the later members of `curl URL | gunzip | tar x`. */
function isFedByDownload({ command, script }: PlainCommand): boolean {
  if (command.joiner !== '|') return false;
  const at = script.commands.indexOf(command);
  for (let i = at - 1; i >= Math.max(0, at - LONGEST_PIPE); i--) {
    const before = script.commands[i] as SimpleCommand;
    if (before.outerScope !== command.outerScope) continue;
    if (before.follower !== '|') return false;
    if (isDownloader(effectiveCommand(before).name)) return true;
    if (before.joiner !== '|') return false;
  }
  return false;
}

function isDownloader(name: string | undefined): boolean {
  return name !== undefined && /^(curl|wget)$/.test(systemName(name));
}

/** Files that the shell opens for writing. */
function redirectionEffects({ command, cwd, env }: PlainCommand): Effect[] {
  if (command.redirections.length === 0) return [];
  const from = isDownloader(effectiveCommand(command).name) ? 'download' : 'command';
  return command.redirections.flatMap(({ operator, target }): Effect[] => {
    if (target === undefined || !operator.includes('>')) return [];
    // `2>&1` and `>&-` name descriptors.
    if (operator.endsWith('>&') && /^[\d-]+$/.test(target.raw)) return [];
    const value = evaluateWord(target, env, false);
    const path = pathOf({ value, raw: target.raw, at: target.span, pattern: target.glob }, cwd);
    return isStream(path) ? [] : [writesFile(path, from)];
  });
}
