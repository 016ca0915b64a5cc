import type { Stage } from '../../model/model';
import type { Span } from '../../text/span';
import { effectiveCommand } from '../../shell/effective-command';
import { entrypointOf } from './entrypoint';

/** The word of ENTRYPOINT or CMD that names the program, `sh -c` not looked into. */
export interface StartWord {
  readonly program: string;
  readonly at: Span;
}

/** Undefined when the base image names the program, and when it is not certain which word does. */
export function startWord(stage: Stage): StartWord | undefined {
  const entrypoint = entrypointOf(stage);
  const start = entrypoint === 'none' ? stage.end.cmd : entrypoint;
  const args = start?.instruction?.arguments;
  if (!start || !args) return undefined;
  if (args.form === 'exec') {
    const [first] = args.items;
    return first && { program: first.value, at: first.span };
  }
  const [command] = start.script?.commands ?? [];
  if (!command || start.script?.fault) return undefined;
  const { name, args: words } = effectiveCommand(command);
  const word = command.words[command.words.length - words.length - 1];
  return name === undefined || !word ? undefined : { program: name, at: word.span };
}
