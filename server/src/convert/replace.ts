import type { Instruction } from '../dockerfile/ast';
import type { Program } from '../ecosystems/ecosystem';
import type { Effect, RunCommand, Stage, Step } from '../model/model';
import { within } from '../model/paths';
import type { Reason } from './conversion';
import type { Ingredients } from './assemble';
import { accountLines } from './account';
import { ownCertificates } from './certificates';
import { environmentText } from './environment-text';
import { bringsOnly, movedCopyText, ownedCopyText } from './moved-copy';
import { packageLines } from './package-lines';
import { quotePath } from './quote-path';
import type { Placement, Plan, PlanRefusal, RuntimeLine } from './plan';
import { startLines } from './start-lines';
import { startVariables } from './start-variables';
import { declaresVolume, runtimeUser } from './user';

/** Exchanges the base image of a final stage that only carries what earlier stages built. */
export function replaceBase(input: Ingredients): Plan | PlanRefusal {
  const { stage, start, program, needs, runtime, optimise } = input;
  if (runtime.rung === 'slim' && !isPlainExchange(input)) {
    return {
      kind: stage.image?.role === 'os' ? 'nothing-to-do' : 'refused',
      reasons: [
        ...input.reasons,
        {
          message: 'the final stage needs its operating system; a smaller one would have to be set up anew',
          at: undefined,
        },
      ],
    };
  }
  if (runtime.rung === 'scratch') {
    const message =
      'an empty image has no certificates, no /tmp and no users, and this stage brings none; take the distroless image';
    return { kind: 'refused', reasons: [{ message, at: undefined }] };
  }
  const interpreter = carriedFromImage(input);
  if ('message' in interpreter) return { kind: 'refused', reasons: [interpreter] };
  const own = ownCertificates(stage);
  if (own) {
    const message = 'the final stage adds a certificate authority, which the runtime image cannot take in';
    return { kind: 'refused', reasons: [{ message, at: own.at }] };
  }
  const user = runtimeUser(stage, runtime, start, program, writesFiles(stage, program));
  const starting = startLines(stage, start, program, needs, runtime);
  const decided = new Map<Step, Placement>(
    [...user.placements, ...starting.placements].map((p) => [p.step, p]),
  );
  const placements: Placement[] = [];
  const lines: RuntimeLine[] = [];
  for (const step of stage.steps) {
    const { instruction } = step;
    let placement = decided.get(step);
    if (instruction.kind === 'run') {
      const kept = (step.commands ?? []).find((command) => !isSetup(command, input));
      if (kept) return { kind: 'refused', reasons: [needsRun(kept, step)] };
      placement = {
        step,
        place: 'dropped',
        reason: 'prepares an operating system that the runtime image does not have',
      };
    }
    if (bringsOnly(step, start.inlined)) {
      placement = { step, place: 'dropped', reason: 'the program is started without this script' };
    }
    placement =
      placement && placement.place !== 'builder' ? placement : { step, place: 'runtime', reason: 'kept' };
    if (placement.place === 'dropped' || !decided.has(step)) {
      const copied =
        step.copy && placement.place !== 'dropped' ? movedCopyText(step, stage, user.numeric) : undefined;
      const owned =
        user.root || copied || !isWritten(step, program) ? undefined : ownedCopyText(step, user.numeric);
      const reason = copied ? 'users have numbers in the runtime image' : 'the program may write there';
      const text = copied ?? owned;
      if (text !== undefined) lines.push({ kind: 'source', instruction, text, reason });
    } else {
      const line = starting.lines.get(step) ?? user.lines.get(step);
      if (line) lines.push(line);
    }
    placements.push(placement);
  }
  lines.unshift(...packageLines(needs, program, runtime), ...accountLines(needs.accounts, user, runtime));
  const origin = ownWorkdir(stage);
  if (origin !== undefined) {
    const reason = 'the program starts in the same directory as before';
    lines.unshift({ kind: 'new', text: `WORKDIR ${origin}`, reason });
  }
  return {
    shape: 'replace',
    stage,
    runtime,
    builder: { name: '', renamed: false },
    runtimeName: stage.name,
    placements,
    runtimeLines: [
      ...interpreter,
      ...lines,
      ...startVariables(program, stage, new Set(stage.end.env.keys())).map((line) => ({
        ...line,
        before: rewrittenStart(starting.lines.values()),
      })),
      ...user.added,
    ],
    corrections: optimise ? [...program.optimisations(), ...program.corrections] : program.corrections,
    added: [],
    reasons: input.reasons,
    warnings: [...program.warnings, ...user.warnings],
  };
}

/** The base's own working directory, where the stage sets none or one below it: that of the new base is another one. */
function ownWorkdir({ steps, end }: Stage): string | undefined {
  const first = steps.find(({ instruction }) => instruction.kind === 'workdir');
  if (!first) return end.workdir.known ? end.workdir.value : '/';
  const { workdir } = first.before;
  return workdir.known && !/^\s*["']?[/$\\]/.test(first.instruction.body.text) ? workdir.value : undefined;
}

/** The start command that is written anew: what was set in it stands right before it. */
function rewrittenStart(lines: Iterable<RuntimeLine>): Instruction | undefined {
  for (const line of lines) {
    if (line.kind !== 'source' || line.text === undefined) continue;
    const { instruction } = line;
    if (instruction.kind === 'cmd' || instruction.kind === 'entrypoint') return instruction;
  }
  return undefined;
}

/** A stage on a language's image that runs nothing finds in the slim one all it needs, or OS packages are added there. */
function isPlainExchange({ stage }: Ingredients): boolean {
  const runs = stage.steps.some(({ instruction }) => instruction.kind === 'run');
  return !runs && stage.image?.language !== undefined;
}

/** Interpreter from the image that the stage had: there is no builder that is sure to have them. */
function carriedFromImage({ runtime, stage }: Ingredients): RuntimeLine[] | Reason {
  const { carries } = runtime;
  if (!carries) return [];
  const image = stage.from.image?.value ?? '';
  if (carries.prepares.length > 0 || image === '' || /[$@]/.test(image)) {
    return {
      message: 'the interpreter cannot be copied out of the image of the final stage',
      at: stage.from.span,
    };
  }
  const copies = carries.copies.map(({ from, to, reason }): RuntimeLine => {
    return { kind: 'new', text: `COPY --from=${image} ${quotePath(from)} ${quotePath(to)}`, reason };
  });
  const settings = carries.env.map(({ name, value, reason }): RuntimeLine => {
    return { kind: 'new', text: environmentText(name, value), reason };
  });
  return [...copies, ...settings];
}

/** True for what lands in a folder that the program may change. */
function isWritten({ copy }: Step, { artefacts }: Program): boolean {
  if (!copy?.destination.known) return false;
  const { value } = copy.destination;
  return artefacts.some((item) => item.folder && item.writable && within(value, item.path));
}

/** No command of the builder gives the runtime user a folder in this shape: who writes as root today has to stay root. */
function writesFiles(stage: Stage, program: Program): boolean {
  const outside = program.writes.some(({ path }) => !within(path, '/tmp') && !within(path, '/dev'));
  return outside || stage.steps.some(declaresVolume);
}

function needsRun(command: RunCommand, step: Step): Reason {
  const name = command.argv[0]?.known ? command.argv[0].value : 'a command';
  return {
    message: `the final stage runs ${name}, and what it leaves behind may be needed; the runtime image cannot run it`,
    at: command.command.span.end > 0 ? command.command.span : step.instruction.span,
  };
}

/** A folder that WORKDIR or a COPY makes too, and that nothing is written to. */
function isMadeAnyway(effect: Effect, { steps, end }: Stage, program: Program): boolean {
  if (effect.kind !== 'writes' || !effect.path.known) return false;
  const { value } = effect.path;
  const places = steps.flatMap(({ copy }) => (copy?.destination.known ? [copy.destination.value] : []));
  if (end.workdir.known) places.push(end.workdir.value);
  const isMade = places.some((place) => place !== '/' && within(place, value));
  return isMade && !program.writes.some(({ path }) => within(path, value));
}

/** What package managers leave behind: the runtime image has none of it. */
const caches = /^\/(var\/(lib\/apt|cache|log|tmp)|tmp|root\/\.cache|usr\/share\/(doc|man))(\/|$)/;

/** Installs what the runtime covers, makes users, cleans up: nothing that the program misses. */
function isSetup(command: RunCommand, { needs, program, start, stage }: Ingredients): boolean {
  const name = command.argv[0]?.known ? command.argv[0].value : '';
  if (/^(useradd|adduser|groupadd|addgroup|update-ca-certificates|set)$/.test(name)) return true;
  if (name === 'mkdir') return command.effects.every((effect) => isMadeAnyway(effect, stage, program));
  if (name === 'rm') {
    return command.argv
      .slice(1)
      .every((word) => word.known && (word.value.startsWith('-') || caches.test(word.value)));
  }
  // A program keeps its mode when it is copied; of other files the mode may matter.
  const executables = [...program.artefacts.map((item) => item.path), ...start.inlined];
  return command.effects.every(
    (effect) =>
      (name === 'chmod' &&
        effect.kind === 'writes' &&
        effect.path.known &&
        executables.includes(effect.path.value)) ||
      effect.kind === 'adds-user' ||
      (effect.kind === 'packages' && effect.packages.every((item) => needs.left.has(item.name))),
  );
}
