import type { ShellScript, SimpleCommand } from '../shell/ast';
import type { Reason } from './conversion';

/** A start command while wrappers are taken off it. */
export interface Draft {
  argv: readonly string[];
  entrypointLength: number;
  environment: Map<string, string>;
  changed: boolean;
  notes: Reason[];
  init: Reason | undefined;
  inlined: string[];
  /** Something that was taken off, a shell or an init, is process 1 today and the program its child. */
  isChild: boolean;
}

/** Replaces the first `count` words, keeping apart what belongs to ENTRYPOINT and what to CMD. */
export function replaceHead(drafted: Draft, count: number, by: readonly string[]): void {
  drafted.argv = [...by, ...drafted.argv.slice(count)];
  if (drafted.entrypointLength > 0) {
    drafted.entrypointLength = Math.max(0, drafted.entrypointLength - count) + by.length;
  }
  drafted.changed = true;
}

/**
 * Inlines a script that does nothing but start one program: `set -e`, then `exec "$@"` or `exec ./app "$@"`.
 * Returns why not otherwise.
 */
export function useScript(
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
  const replacesShell = only.words[0]?.literal === 'exec';
  drafted.isChild ||= !replacesShell;
  const words = replacesShell ? only.words.slice(1) : only.words;
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

function isShellOption(command: SimpleCommand): boolean {
  return command.words[0]?.literal === 'set' && command.assignments.length === 0;
}
