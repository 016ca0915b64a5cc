import type { CopyInstruction, Instruction, Word } from '../dockerfile/ast';
import { joinPath } from '../text/path';
import { known, unknown } from '../text/fact';
import type { StageSoFar, State, Step } from './model';

/**
 * What the commands of a step find: the steps before it, and as if copied, what its bind mounts show them. Mounts end
 * with their RUN, so that no later step has them.
 */
export function stepsFor(steps: StageSoFar['steps'], index: number): readonly Step[] {
  const step = steps[index];
  const before = steps.slice(0, index);
  return step ? [...before, ...mountedCopies(step.instruction, step.before)] : before;
}

/** `RUN --mount=type=bind,source=.,target=.` as a COPY for that RUN alone. Source: Dockerfile reference, RUN --mount. */
export function mountedCopies(instruction: Instruction, before: State): Step[] {
  if (instruction.kind !== 'run') return [];
  return instruction.flags.flatMap((flag): Step[] => {
    if (flag.name !== 'mount' || flag.value === undefined) return [];
    const options = new Map(flag.value.split(',').map(splitOption));
    if ((options.get('type') ?? 'bind') !== 'bind') return [];
    const target = options.get('target') ?? options.get('dst') ?? options.get('destination');
    if (target === undefined || !before.workdir.known) return [];
    const source = options.get('source') ?? options.get('src') ?? '.';
    const computed = `${source}${target}`.includes('$');
    const folder = target.startsWith('/') ? joinPath('/', target) : joinPath(before.workdir.value, target);
    const word = (text: string): Word => ({ raw: text, value: text, span: flag.span });
    const copy: CopyInstruction = {
      ...instruction,
      kind: 'copy',
      from: undefined,
      chown: undefined,
      chmod: undefined,
      sources: [word(source)],
      destination: word(target),
    };
    return [
      {
        instruction,
        before,
        commands: undefined,
        copy: {
          instruction: copy,
          from: options.has('from')
            ? { kind: 'unknown', because: 'what is mounted from another stage is not followed' }
            : { kind: 'context' },
          sources: [computed ? unknown(`what ${flag.value} mounts is not known`, flag.span) : known(source)],
          destination: known(folder),
        },
      },
    ];
  });
}

function splitOption(option: string): [string, string] {
  const equals = option.indexOf('=');
  return equals === -1 ? [option.trim(), ''] : [option.slice(0, equals).trim(), option.slice(equals + 1)];
}
