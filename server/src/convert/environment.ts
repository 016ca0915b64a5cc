import type { KeyValue, KeyValueInstruction, Instruction } from '../dockerfile/ast';
import { variableReferences } from '../dockerfile/variables';
import type { Stage, Step } from '../model/model';
import type { Program } from '../ecosystems/ecosystem';
import type { Reason } from './conversion';
import type { Placement, RuntimeLine } from './plan';

interface EnvironmentPlan {
  readonly placements: readonly Placement[];
  readonly lines: readonly RuntimeLine[];
  /** ENV and ARG names that runtime instructions can use. */
  readonly available: ReadonlySet<string>;
  readonly warnings: readonly Reason[];
  readonly refusal: Reason | undefined;
}

/** What every Linux image sets: usable in the runtime stage without a definition of its own. */
const alwaysSet = new Set(['PATH']);
const secretName = /(TOKEN|SECRET|PASSWORD|PASSWD|CREDENTIAL|API_?KEY|PRIVATE_?KEY|NETRC)/i;

/**
 * Places ENV and ARG. The builder keeps what its instructions may read; the runtime gets what the program may read.
 * @param runtimeInstructions other instructions that will stand in the runtime stage.
 */
export function planEnvironment(
  stage: Stage,
  program: Program,
  runtimeInstructions: readonly Instruction[],
): EnvironmentPlan {
  const placements: Placement[] = [];
  const lines: RuntimeLine[] = [];
  const available = new Set(alwaysSet);
  const warnings: Reason[] = [];
  const neededArgs = argsNeeded(stage, program, runtimeInstructions);
  const lastRun = stage.steps.findLastIndex((step) => step.instruction.kind === 'run');
  for (const [index, step] of stage.steps.entries()) {
    const { instruction } = step;
    if (instruction.kind === 'arg') {
      const wanted = instruction.pairs.filter((pair) => neededArgs.has(pair.key.value));
      for (const pair of wanted) available.add(pair.key.value);
      const reason = 'declared again: the runtime stage uses it, and an ARG ends with its stage';
      if (wanted.length > 0)
        lines.push({ kind: 'source', instruction, text: subset(instruction, wanted), reason });
      placements.push({
        step,
        place: wanted.length > 0 ? 'both' : 'builder',
        reason: wanted.length > 0 ? reason : 'build argument: only the build uses it',
      });
    } else if (instruction.kind === 'env') {
      const kept = instruction.pairs.filter((pair) => !isBuildOnly(pair, step, stage, index, program));
      if (kept.length === 0) {
        placements.push({
          step,
          place: 'builder',
          reason: 'configures the build; the program does not read it',
        });
        continue;
      }
      const text = envText(step, instruction, kept, available);
      if (typeof text === 'object') {
        return { placements, lines, available, warnings, refusal: text };
      }
      for (const pair of kept) available.add(pair.key.value);
      const both = index < lastRun || kept.length < instruction.pairs.length;
      const reason = both
        ? 'the build may read it and the program may read it'
        : 'set after the build: only the program can read it';
      lines.push({ kind: 'source', instruction, text: text || undefined, reason });
      placements.push({ step, place: both ? 'both' : 'runtime', reason });
      for (const pair of kept) {
        if (secretName.test(pair.key.value) && pair.value && !/^["']?["']?$/.test(pair.value.raw)) {
          warnings.push({
            message: `${pair.key.value} looks like a secret and stays in the shipped image; pass it when the container starts instead`,
            at: pair.span,
          });
        }
      }
    }
  }
  return { placements, lines, available, warnings, refusal: undefined };
}

function isBuildOnly(pair: KeyValue, step: Step, stage: Stage, index: number, program: Program): boolean {
  const name = pair.key.value;
  if (program.isBuildVariable(name) || name === 'DEBIAN_FRONTEND') return true;
  if (name === 'PATH') return addsOnlyToolFolders(step, pair, program);
  // A secret that comes in as a build argument and is used by the build has no business in the image.
  const fromArg = variableReferences(pair.value?.raw ?? '').some((ref) => step.before.args.has(ref.name));
  const usedLater = stage.steps
    .slice(index + 1)
    .some(({ instruction }) => instruction.kind === 'run' && instruction.body.text.includes(name));
  return secretName.test(name) && fromArg && usedLater;
}

/** `PATH=$PATH:/usr/local/go/bin`: folders of the toolchain that the runtime does not have. */
function addsOnlyToolFolders(step: Step, pair: KeyValue, program: Program): boolean {
  const folders = (pair.value?.value ?? '').split(':').filter((folder) => !/^\$\{?PATH\}?$/.test(folder));
  const env = (name: string) => {
    const fact = step.before.env.get(name);
    return fact?.known ? fact.value : '';
  };
  return folders.every((folder) => {
    const references = variableReferences(folder);
    if (references.length > 0 && references.every((ref) => program.isBuildVariable(ref.name))) return true;
    const path = folder.replace(/\$\{?(\w+)\}?/g, (_, name: string) => env(name));
    return /^(\/usr\/local\/go|\/usr\/lib\/go[\w.-]*|\/go|\/root\/go|\/usr\/local|(\/\w+)*\/\.?cargo|\/usr\/lib\/jvm\/[\w.-]+|(\/opt|\/usr\/share|\/usr\/local)\/(maven|gradle|apache-maven|jdk|java|openjdk)[\w./-]*)\/s?bin$|^\/(usr\/)?s?bin$|^\/bin$/.test(
      path,
    );
  });
}

/** Empty: word for word. A Reason: it cannot be carried over. */
function envText(
  step: Step,
  instruction: KeyValueInstruction,
  kept: readonly KeyValue[],
  available: ReadonlySet<string>,
): string | Reason {
  const foreign = kept.some((pair) =>
    variableReferences(pair.value?.raw ?? '').some(
      (ref) => !available.has(ref.name) && ref.modifier === undefined,
    ),
  );
  if (!foreign) return kept.length === instruction.pairs.length ? '' : (subset(instruction, kept) ?? '');
  const parts: string[] = [];
  for (const pair of kept) {
    const value = resolved(pair, step, available);
    if (value === undefined) {
      return {
        message: `${pair.key.value} is made of a variable that the runtime image does not have`,
        at: pair.span,
      };
    }
    parts.push(`${pair.key.raw}=${value}`);
  }
  return `${instruction.keyword} ${parts.join(' ')}`;
}

/** The value as it is written, with what the runtime stage does not have put in; undefined when that is not known. */
function resolved(pair: KeyValue, step: Step, available: ReadonlySet<string>): string | undefined {
  const parts = (pair.value?.value ?? '').split(/(\$\{\w+\}|\$\w+)/);
  const texts: string[] = [];
  for (const [i, part] of parts.entries()) {
    const name = part.replace(/^\$\{?|\}$/g, '');
    if (i % 2 === 1 && available.has(name)) {
      texts.push(part);
      continue;
    }
    const fact = i % 2 === 0 ? undefined : (step.before.env.get(name) ?? step.before.args.get(name));
    if (i % 2 === 1 && !fact?.known) return undefined;
    const text = fact?.known ? fact.value : part;
    if (text.includes('$')) return undefined;
    texts.push(text.replace(/(["\\])/g, '\\$1'));
  }
  const text = texts.join('');
  return /^[\w./:@%+,${}-]*$/.test(text) ? text : `"${text}"`;
}

/** The instruction with some of its pairs; undefined when that is all of them. */
function subset(instruction: KeyValueInstruction, pairs: readonly KeyValue[]): string | undefined {
  if (pairs.length === instruction.pairs.length) return undefined;
  const texts = pairs.map((pair) => (pair.value ? `${pair.key.raw}=${pair.value.raw}` : pair.key.raw));
  return `${instruction.keyword} ${texts.join(' ')}`;
}

/** Build arguments that instructions of the runtime stage refer to, through ENV too. */
function argsNeeded(
  stage: Stage,
  program: Program,
  runtimeInstructions: readonly Instruction[],
): ReadonlySet<string> {
  const needed = new Set<string>();
  const declared = new Set<string>();
  for (const { instruction } of stage.steps) {
    if (instruction.kind === 'arg') for (const pair of instruction.pairs) declared.add(pair.key.value);
  }
  const note = (raw: string) => {
    for (const { name } of variableReferences(raw)) if (declared.has(name)) needed.add(name);
  };
  for (const [index, step] of stage.steps.entries()) {
    if (step.instruction.kind !== 'env') continue;
    for (const pair of step.instruction.pairs) {
      if (!isBuildOnly(pair, step, stage, index, program)) note(pair.value?.raw ?? '');
    }
  }
  for (const instruction of runtimeInstructions) {
    // Exec and shell forms are not expanded by the build.
    if (instruction.kind === 'cmd' || instruction.kind === 'entrypoint' || instruction.kind === 'healthcheck')
      continue;
    note(instruction.body.text);
  }
  // A default of one ARG may name another.
  for (let grown = true; grown;) {
    grown = false;
    for (const { instruction } of stage.steps) {
      if (instruction.kind !== 'arg') continue;
      for (const pair of instruction.pairs) {
        if (!needed.has(pair.key.value)) continue;
        const before = needed.size;
        note(pair.value?.raw ?? '');
        grown ||= needed.size > before;
      }
    }
  }
  return needed;
}
