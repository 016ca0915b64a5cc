import { oncePer } from '../text/remember';
import type { RunCommand, Step } from './model';
import type { PathOrigin } from './path-origin';
import { isNormal, within } from './within';

/** What the commands of a RUN say of a path: who wrote it, that nothing is left of it, or a doubt. */
export function writtenBy(step: Step, path: string): PathOrigin | undefined {
  const touched = touchedBy(step);
  if (touched && isNormal(path) && !touched.paths.some((each) => mayBeRelated(each, path)))
    return touched.doubt;
  return lastWriter(step, path);
}

interface Touched {
  /** All that a step is known to write or remove; normal ones. */
  readonly paths: readonly string[];
  /** What it says of any other path. */
  readonly doubt: PathOrigin | undefined;
}

/** Origins are asked for by every command of a long file, and few steps have to do with a path. Undefined: look closely. */
const touchedBy: (step: Step) => Touched | undefined = oncePer((step) => {
  if (step.instruction.kind !== 'run' || !step.commands) return undefined;
  const paths: string[] = [];
  for (const { effects } of step.commands) {
    for (const effect of effects) {
      if ((effect.kind === 'writes' || effect.kind === 'removes') && effect.path.known)
        paths.push(effect.path.value);
    }
  }
  // No command has to do with a path that there cannot be.
  return paths.every(isNormal) ? { paths, doubt: lastWriter(step, '\0') } : undefined;
});

/** False: neither lies in the other. */
function mayBeRelated(one: string, other: string): boolean {
  return one.length <= other.length ? other.startsWith(one.replace(/\/$/, '')) : one.startsWith(other);
}

function lastWriter(step: Step, path: string): PathOrigin | undefined {
  if (step.instruction.kind === 'unknown') {
    return { kind: 'unknown', because: `what "${step.instruction.keyword}" does is not known` };
  }
  if (step.instruction.kind === 'run' && !step.commands) {
    return { kind: 'unknown', because: 'the shell of this RUN is not analysed' };
  }
  let doubt: PathOrigin | undefined;
  const commands = step.commands ?? [];
  for (let i = commands.length - 1; i >= 0; i--) {
    const command = commands[i] as RunCommand;
    for (const effect of command.effects) {
      if (effect.kind === 'unknown') {
        doubt ??= { kind: 'unknown', because: effect.because };
      } else if (effect.kind === 'removes' && command.command.runs === 'always') {
        if (effect.path.known && within(path, effect.path.value) && !doubt) return { kind: 'absent' };
      } else if (effect.kind === 'writes' && effect.from !== 'attributes') {
        if (!effect.path.known) doubt ??= { kind: 'unknown', because: effect.path.because };
        else if (effect.path.value === path || (effect.tree && within(path, effect.path.value))) {
          return { kind: 'command', command, step };
        } else if (within(effect.path.value, path)) {
          // A folder exists when something is written below it.
          return { kind: 'command', command, step };
        }
      }
    }
  }
  return doubt;
}
