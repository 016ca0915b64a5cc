import type { Dockerfile, FromInstruction, Instruction, KeyValueInstruction } from '../dockerfile/ast';
import { parseImageReference } from '../images/reference';
import type { Fact } from '../text/fact';
import { expand, globalArgsOf } from './scope';
import type { Stage, StageBase } from './model';

/** A stage before its instructions are interpreted. */
export interface StageOutline {
  readonly index: number;
  readonly name: string | undefined;
  readonly from: FromInstruction;
  readonly instructions: readonly Instruction[];
}

export interface Outline {
  readonly globalArgs: ReadonlyMap<string, Fact<string>>;
  readonly stages: readonly StageOutline[];
}

/** Splits the instructions at FROM. */
export function outlineOf(dockerfile: Dockerfile): Outline {
  const stages: {
    index: number;
    name: string | undefined;
    from: FromInstruction;
    instructions: Instruction[];
  }[] = [];
  const globals: KeyValueInstruction[] = [];
  for (const instruction of dockerfile.instructions) {
    const current = stages.at(-1);
    if (instruction.kind === 'from') {
      stages.push({
        index: stages.length,
        name: instruction.alias?.value,
        from: instruction,
        instructions: [],
      });
    } else if (current) {
      current.instructions.push(instruction);
    } else if (instruction.kind === 'arg') {
      globals.push(instruction);
    }
  }
  return { globalArgs: globalArgsOf(globals, dockerfile.escape), stages };
}

/**
 * What FROM names: an earlier stage (names win over images, compared without case, the latest of that name),
 * or an image. A stage can only be built on stages before it, so that no cycle can arise.
 */
export function baseOf(
  outline: StageOutline,
  earlier: readonly Stage[],
  globalArgs: ReadonlyMap<string, Fact<string>>,
  escape: '\\' | '`',
): StageBase {
  const { image } = outline.from;
  if (!image) return { kind: 'unknown', because: 'FROM names no image yet' };
  const name = expand(image, escape, { env: new Map(), args: globalArgs, baseEnvKnown: true });
  if (!name.known) return { kind: 'unknown', because: name.because };
  if (name.value === '') return { kind: 'unknown', because: `${image.raw} has no value` };
  const stage = findStage(name.value, earlier);
  if (stage) return { kind: 'stage', stage };
  const reference = parseImageReference(name.value);
  if (!reference) return { kind: 'unknown', because: `"${name.value}" is not an image reference` };
  return { kind: 'image', reference };
}

/** The stage of that name, without regard to case; the latest when a name is used twice. */
export function findStage(name: string, stages: readonly Stage[]): Stage | undefined {
  const wanted = name.toLowerCase();
  return stages.findLast((stage) => stage.name?.toLowerCase() === wanted);
}
