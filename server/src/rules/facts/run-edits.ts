import type { Dockerfile } from '../../dockerfile/ast';
import type { RunCommand, Step } from '../../model/model';
import { effectiveCommand } from '../../shell/effective-command';
import type { TextEdit } from '../../text/edit';
import type { Span } from '../../text/span';

/**
 * An edit that lets a RUN end with one more command, in the style of the RUN. Undefined where its end is not plain to
 * see: other forms than a line of commands, pipes, conditions, heredocs.
 */
export function appendCommand(
  { instruction, commands }: Step,
  added: string,
  { text, newline, escape }: Dockerfile,
  reason: string,
): TextEdit | undefined {
  const last = commands?.at(-1);
  if (instruction.kind !== 'run' || instruction.arguments.form !== 'shell' || !last) return undefined;
  const { script, command } = last;
  if (!script.plain || script.fault || instruction.heredocs.length > 0 || command.follower !== 'end')
    return undefined;
  const { end } = command.span;
  return {
    span: { start: end, end },
    newText: `${joint(text.slice(instruction.span.start, end))}${added}`,
    reason,
  };

  /** How the author joins commands: on one line, or `&&` at the end or at the beginning of lines. */
  function joint(written: string): string {
    const leading = /\n([ \t]*)&&([ \t]*)[^\n]*$/.exec(written);
    if (leading) return ` ${escape}${newline}${leading[1] ?? ''}&&${leading[2] ?? ' '}`;
    const lines = written.split('\n');
    if (lines.length === 1) return ' && ';
    const trailing = [...written.matchAll(/&&[ \t]*.\r?\n([ \t]*)/g)].at(-1);
    return trailing ? ` && ${escape}${newline}${trailing[1] ?? ''}` : ` ${escape}${newline}    && `;
  }
}

/** From the name of the program to its verb: `apt-get update`, `npm ci`. */
export function calledAs({ command }: RunCommand, verb: string): Span {
  const { args } = effectiveCommand(command);
  const name = command.words[command.words.length - args.length - 1];
  const word = args.find(({ literal }) => literal === verb);
  const { span } = command;
  return { start: name?.span.start ?? span.start, end: word?.span.end ?? name?.span.end ?? span.end };
}

/** True when something is mounted over the folder, or above or below it, while the RUN runs: what is written there does not ship. */
export function isMounted({ instruction }: Step, folder: string): boolean {
  if (instruction.kind !== 'run') return false;
  return instruction.flags.some(({ name, value }) => {
    const target =
      name === 'mount' ? /(?:^|,)\s*(?:target|dst|destination)=([^,]+)/.exec(value ?? '')?.[1] : undefined;
    return (
      target !== undefined &&
      (`${folder}/`.startsWith(`${target.replace(/\/$/, '')}/`) || target.startsWith(folder))
    );
  });
}
