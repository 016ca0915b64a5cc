import type { ShellScript } from './ast';

/** The value as one word of a POSIX shell: as it stands when that is safe, single-quoted otherwise. */
export function quoteForShell(value: string): string {
  if (/^[A-Za-z0-9_@%+=:,./-]+$/.test(value) && !/^[A-Za-z_][A-Za-z0-9_]*=/.test(value)) return value;
  return `'${value.replaceAll("'", `'\\''`)}'`;
}

/**
 * The argument list that a shell text stands for, when it is exactly one simple command that always runs, all of
 * whose words are literal: no glob, tilde, redirection, assignment or expansion. A leading `exec` is removed.
 * Undefined otherwise.
 */
export function literalWords(script: ShellScript): string[] | undefined {
  const command = script.commands[0];
  if (command === undefined || script.commands.length > 1 || !script.plain) return undefined;
  if (command.runs !== 'always' || command.assignments.length > 0 || command.redirections.length > 0) {
    return undefined;
  }
  const words: string[] = [];
  for (const word of command.words) {
    if (word.literal === undefined || word.glob) return undefined;
    words.push(word.literal);
  }
  if (words[0] === 'exec') words.shift();
  // `exec -a name`, and builtins that no program stands behind.
  return words.length === 0 || words[0]?.startsWith('-') || BUILTINS.has(words[0] as string)
    ? undefined
    : words;
}

/** True for a command of the shell itself that no program stands behind. */
export function isShellBuiltin(name: string): boolean {
  return BUILTINS.has(name);
}

/** Words that mean something to the shell alone: exec form cannot run them. */
const BUILTINS = new Set([
  '.',
  ':',
  'alias',
  'bg',
  'break',
  'builtin',
  'cd',
  'command',
  'continue',
  'declare',
  'eval',
  'exec',
  'exit',
  'export',
  'fg',
  'getopts',
  'hash',
  'jobs',
  'let',
  'local',
  'read',
  'readonly',
  'return',
  'set',
  'shift',
  'shopt',
  'source',
  'time',
  'times',
  'trap',
  'type',
  'typeset',
  'ulimit',
  'umask',
  'unalias',
  'unset',
  'wait',
]);
