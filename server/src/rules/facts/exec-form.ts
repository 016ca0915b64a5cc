import type { ShellScript } from '../../shell/ast';

/** Builtins of the shell are no programs that exec form could start. */
const builtins = new Set([
  '.',
  ':',
  'alias',
  'cd',
  'eval',
  'exec',
  'exit',
  'export',
  'if',
  'read',
  'set',
  'source',
  'trap',
  'ulimit',
  'umask',
  'unset',
  'wait',
]);

/**
 * The JSON array that starts the program of a single command of plain words; undefined when a shell does something to
 * it: expands, redirects, joins commands, runs a builtin.
 */
export function execForm(script: ShellScript): string | undefined {
  const [command, second] = script.commands;
  if (!command || second || !script.plain || script.fault) return undefined;
  if (command.assignments.length > 0 || command.redirections.length > 0) return undefined;
  const words = command.words.flatMap(({ literal, glob, raw }) =>
    literal === undefined || glob || /^~|[{}]/.test(raw) ? [] : [literal],
  );
  if (words.length !== command.words.length) return undefined;
  if (words[0] === 'exec') words.shift();
  const [program] = words;
  if (program === undefined || program.startsWith('-') || builtins.has(program)) return undefined;
  return `[${words.map((word) => JSON.stringify(word)).join(', ')}]`;
}
