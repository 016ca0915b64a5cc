import type { StartInstruction } from '../dockerfile/ast';
import type { Program } from '../ecosystems/ecosystem';
import type { RuntimeImage } from '../images/image';
import type { Stage, Step } from '../model/model';
import type { SystemNeeds } from './needs';
import type { Placement, RuntimeLine } from './plan';
import { commandOnly, startsItself, wordsIn } from './runtime-words';
import type { StartAnalysis } from './start';

interface StartPlan {
  readonly placements: readonly Placement[];
  readonly lines: ReadonlyMap<Step, RuntimeLine>;
}

/** Places ENTRYPOINT, CMD and HEALTHCHECK: word for word where the runtime can run them, in exec form otherwise. */
export function startLines(
  stage: Stage,
  start: StartAnalysis,
  program: Program,
  needs: SystemNeeds,
  runtime: RuntimeImage,
): StartPlan {
  const placements: Placement[] = [];
  const lines = new Map<Step, RuntimeLine>();
  const { entrypoint, cmd } = stage.end;
  const shellStays = start.argv === undefined;
  const words = wordsIn(runtime, program);
  const bare = start.entrypointLength === 0 ? commandOnly(runtime, words ?? []) : undefined;
  const same = !start.changed && words !== undefined && sameWords(words, start.argv) && !bare;
  const put = (step: Step, text: string | undefined, reason: string) => {
    lines.set(step, { kind: 'source', instruction: step.instruction, text, reason });
    placements.push({ step, place: 'runtime', reason });
  };
  const notes = [...start.notes, ...(start.init ? [start.init] : [])]
    .map((note) => note.message)
    .concat(program.startReason ?? [])
    .join('; ');
  const probe = probeWords(stage, program, needs, runtime);
  for (const step of stage.steps) {
    const { instruction } = step;
    if (instruction.kind === 'healthcheck') {
      const last = stage.steps.findLast((other) => other.instruction.kind === 'healthcheck') === step;
      if (!last) placements.push({ step, place: 'dropped', reason: 'a later HEALTHCHECK replaces it' });
      else if (probe) put(step, healthcheckText(step, probe), 'exec form: the runtime has no shell');
      else put(step, undefined, 'checks the image that ships');
    } else if (instruction.kind === 'shell') {
      const both = shellStays && instruction === lastShell(stage);
      placements.push({
        step,
        place: both ? 'both' : 'builder',
        reason: 'the shell of the commands after it',
      });
      if (both)
        lines.set(step, {
          kind: 'source',
          instruction,
          text: undefined,
          reason: 'the start command uses it',
        });
    } else if (instruction.kind === 'entrypoint' || instruction.kind === 'cmd') {
      const active = instruction === entrypoint?.instruction || instruction === cmd?.instruction;
      if (!active)
        placements.push({ step, place: 'dropped', reason: `a later ${instruction.keyword} replaces it` });
      else if (startsItself(runtime, words))
        placements.push({ step, place: 'dropped', reason: 'the runtime image starts the web server itself' });
      else if (shellStays || same) put(step, undefined, 'starts the program');
      else {
        const last = cmd?.instruction ?? entrypoint?.instruction;
        const whole = bare && instruction === last ? exec(bare.keyword, bare.words) : undefined;
        const text = bare ? whole : rewritten(instruction, stage, start, words ?? []);
        if (text !== undefined && isWritten(instruction, text)) put(step, undefined, 'starts the program');
        else if (text) put(step, text, notes || 'names the program where the runtime has it');
        else
          placements.push({
            step,
            place: 'dropped',
            reason: notes || 'part of the start command that was rewritten',
          });
      }
    }
  }
  return { placements, lines };
}

function lastShell(stage: Stage) {
  return stage.steps.findLast(({ instruction }) => instruction.kind === 'shell')?.instruction;
}

function sameWords(a: readonly string[], b: readonly string[] | undefined): boolean {
  return b !== undefined && a.length === b.length && a.every((word, i) => word === b[i]);
}

/** The words that belong to this instruction, in exec form; undefined when none are left for it. */
function rewritten(
  instruction: StartInstruction,
  stage: Stage,
  start: StartAnalysis,
  words: readonly string[],
): string | undefined {
  const { entrypoint, cmd } = stage.end;
  // Arguments that `docker run` replaces stay in CMD.
  const shift = words.length - (start.argv?.length ?? words.length);
  const head = start.entrypointLength === 0 ? 0 : Math.max(1, start.entrypointLength + shift);
  if (instruction === entrypoint?.instruction) {
    if (start.entrypointLength > 0) return exec(instruction.keyword, words.slice(0, head));
    // The wrapper was all there was of ENTRYPOINT: CMD carries the program on its own.
    return cmd?.instruction ? undefined : exec(instruction.keyword, words);
  }
  const tail = words.slice(head);
  return tail.length > 0 ? exec(instruction.keyword, tail) : undefined;
}

/** The exec form that the author wrote has these words already. */
function isWritten({ keyword, arguments: written }: StartInstruction, text: string): boolean {
  return (
    written.form === 'exec' &&
    text ===
      exec(
        keyword,
        written.items.map(({ value }) => value),
      )
  );
}

function exec(keyword: string, words: readonly string[]): string {
  return `${keyword} [${words.map((word) => JSON.stringify(word)).join(', ')}]`;
}

/** HEALTHCHECK as the runtime image can run it; undefined when it stays as it is. */
function probeWords(
  stage: Stage,
  program: Program,
  { healthcheck }: SystemNeeds,
  runtime: RuntimeImage,
): readonly string[] | undefined {
  if (!healthcheck || (runtime.rung === 'slim' && program.interpreter)) return undefined;
  const words = wordsIn(runtime, { ...program, argv: healthcheck });
  const step = stage.steps.findLast(({ instruction }) => instruction.kind === 'healthcheck');
  const isExec =
    step?.instruction.kind === 'healthcheck' &&
    step.instruction.arguments?.form === 'exec' &&
    sameWords(
      step.instruction.arguments.items.map(({ value }) => value),
      words,
    );
  return isExec ? undefined : words;
}

function healthcheckText(step: Step, argv: readonly string[]): string {
  const flags = step.instruction.flags.map(
    (flag) => `--${flag.name}${flag.value === undefined ? '' : `=${flag.value}`} `,
  );
  return `${step.instruction.keyword} ${flags.join('')}${exec('CMD', argv)}`;
}
