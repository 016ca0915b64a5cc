import type { Flag, Instruction } from '../../dockerfile/ast';
import type { BuildModel, Stage } from '../../model/model';
import { oncePer } from '../../text/remember';
import type { Span } from '../../text/span';

/** A name in the file that may mean a stage. */
export interface Reference {
  readonly name: string;
  readonly at: Span;
  readonly kind: 'copy' | 'mount' | 'from';
}

/** Names after FROM, in `COPY --from=` and in `RUN --mount=from=`, in the order of the file. FROM with a variable is left out. */
export function referencesOf(stage: Stage, text: string): readonly Reference[] {
  let references = remembered.get(stage);
  if (!references) remembered.set(stage, (references = readReferences(stage, text)));
  return references;
}

/** A stage is part of one text for ever. */
const remembered = new WeakMap<Stage, readonly Reference[]>();

function readReferences(stage: Stage, text: string): readonly Reference[] {
  const { image } = stage.from;
  const base: readonly Reference[] =
    image && image.raw === image.value ? [{ name: image.value, at: image.span, kind: 'from' }] : [];
  return [...base, ...stage.steps.flatMap(({ instruction }) => referencesIn(instruction, text))];
}

function referencesIn(instruction: Instruction, text: string): readonly Reference[] {
  if (instruction.kind === 'copy' || instruction.kind === 'add') {
    const { from } = instruction;
    return from?.value && from.valueSpan ? [{ name: from.value, at: from.valueSpan, kind: 'copy' }] : [];
  }
  return instruction.kind === 'run' ? instruction.flags.flatMap((flag) => mountSource(flag, text)) : [];
}

/** The `from=` of a `--mount`. */
function mountSource({ name, valueSpan }: Flag, text: string): readonly Reference[] {
  if (name !== 'mount' || !valueSpan) return [];
  const match = /(?:^|[,"'])from=([^,"'\s\\]+)/.exec(text.slice(valueSpan.start, valueSpan.end));
  const stage = match?.[1];
  if (!match || stage === undefined) return [];
  const start = valueSpan.start + match.index + match[0].length - stage.length;
  return [{ name: stage, at: { start, end: start + stage.length }, kind: 'mount' }];
}

/**
 * The stage that a reference means. FROM sees the stages before it alone; BuildKit lets the others see all stages, and
 * takes a number for a stage in COPY alone.
 */
export function stageMeant({ name, kind }: Reference, from: Stage, model: BuildModel): Stage | undefined {
  const named = stagesByName(model).get(name.toLowerCase()) ?? [];
  const found = kind === 'from' ? named.findLast(({ index }) => index < from.index) : named.at(-1);
  return found ?? (kind === 'copy' && /^\d+$/.test(name) ? model.stages[Number(name)] : undefined);
}

/** By their names in lower case, in the order of the file: the latest of a name is meant. */
const stagesByName: (model: BuildModel) => ReadonlyMap<string, readonly Stage[]> = oncePer(({ stages }) => {
  const byName = new Map<string, Stage[]>();
  for (const stage of stages) {
    const name = stage.name?.toLowerCase();
    if (name === undefined) continue;
    const others = byName.get(name);
    if (others) others.push(stage);
    else byName.set(name, [stage]);
  }
  return byName;
});

/** Without such a reference no stage can need itself. */
export const refersForward: (model: BuildModel) => boolean = oncePer((model) =>
  model.stages.some((stage) =>
    referencesOf(stage, model.dockerfile.text).some((reference) => {
      const meant = stageMeant(reference, stage, model);
      return meant !== undefined && meant.index >= stage.index;
    }),
  ),
);

/** The stages with all that they need, directly or not, themselves included. */
export function withNeeded(roots: readonly Stage[], model: BuildModel): ReadonlySet<Stage> {
  const needed = new Set<Stage>();
  const open = [...roots];
  for (let stage = open.pop(); stage; stage = open.pop()) {
    if (needed.has(stage)) continue;
    needed.add(stage);
    if (stage.base.kind === 'stage') open.push(stage.base.stage);
    for (const reference of referencesOf(stage, model.dockerfile.text)) {
      const meant = stageMeant(reference, stage, model);
      if (meant) open.push(meant);
    }
  }
  return needed;
}
