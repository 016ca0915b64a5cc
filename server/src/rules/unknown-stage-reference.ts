import type { Flag } from '../dockerfile/ast';
import { lookUp } from '../images/catalogue';
import { parseImageReference } from '../images/reference';
import type { BuildModel, Stage } from '../model/model';
import { findStage } from '../model/stages';
import type { Span } from '../text/span';
import { nearest } from './facts/spelling';
import type { Finding, Rule } from './rule';

/** A name in the file that may mean a stage. */
interface Reference {
  readonly name: string;
  readonly at: Span;
  readonly kind: 'copy' | 'mount' | 'from';
}

export const unknownStageReference: Rule = {
  id: 'unknown-stage-reference',
  aliases: ['DL3022'],
  severity: 'error',
  serves: ['maintenance', 'reproducibility'],
  summary: 'A name that looks like a misspelt stage, or the number of a stage that does not exist.',
  fixable: 'review',
  check({ model }) {
    const { text } = model.dockerfile;
    return model.stages.flatMap((stage) =>
      referencesOf(stage, text).flatMap((reference) => judge(reference, stage, model) ?? []),
    );
  },
};

function referencesOf(stage: Stage, text: string): readonly Reference[] {
  const references: Reference[] = [];
  const { image } = stage.from;
  if (image && image.raw === image.value)
    references.push({ name: image.value, at: image.span, kind: 'from' });
  for (const { instruction } of stage.steps) {
    if (instruction.kind === 'copy' || instruction.kind === 'add') {
      const { from } = instruction;
      if (from?.value && from.valueSpan)
        references.push({ name: from.value, at: from.valueSpan, kind: 'copy' });
    } else if (instruction.kind === 'run') {
      for (const flag of instruction.flags) references.push(...mountSource(flag, text));
    }
  }
  return references;
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

function judge(reference: Reference, stage: Stage, model: BuildModel): Finding | undefined {
  const { name, at, kind } = reference;
  // BuildKit takes numbers in COPY --from only; in a mount they are names of images.
  if (kind === 'copy' && /^\d+$/.test(name)) return judgeNumber(Number(name), at, stage, model.stages);
  if (!/^[A-Za-z_][\w-]*$/.test(name) || findStage(name, model.stages)) return undefined;
  const image = parseImageReference(name);
  if (image && lookUp(image)) return undefined;
  // FROM can be built on earlier stages only; a name there is an image much more often than a slip.
  const candidates = kind === 'from' ? model.stages.slice(0, stage.index) : model.stages;
  const names = candidates.filter((each) => each !== stage).flatMap((each) => each.name ?? []);
  const meant = nearest(name, names) ?? shortened(name, names);
  if (meant === undefined || (kind === 'from' && differInDigits(name, meant))) return undefined;
  const target = findStage(meant, model.stages);
  return {
    at,
    message: `No stage is called "${name}", so that the build looks for an image of that name in a registry. Did you mean the stage "${meant}"?`,
    fixes: [
      {
        title: `Change "${name}" to the stage "${meant}"`,
        safety: 'review',
        edits: () => [{ span: at, newText: meant, reason: `There is no stage "${name}"` }],
      },
    ],
    related: target?.from.alias
      ? [{ at: target.from.alias.span, message: `The stage "${meant}" is defined here.` }]
      : [],
  };
}

function judgeNumber(number: number, at: Span, stage: Stage, stages: readonly Stage[]): Finding | undefined {
  if (number < stages.length && number !== stage.index) return undefined;
  const last = stage.index - 1;
  const valid =
    last < 0
      ? 'there is no stage before this one'
      : last === 0
        ? 'the only stage before this one is 0'
        : `the stages before this one are 0 to ${last}`;
  return {
    at,
    message:
      number === stage.index
        ? `--from=${number} is this stage itself, which cannot copy from itself; ${valid}.`
        : `There is no stage ${number}: stages are counted from 0, and ${valid}. The build stops here.`,
  };
}

/** `build` for `builder`, `dep` for `deps`: the beginning of exactly one name. */
function shortened(name: string, names: readonly string[]): string | undefined {
  const wanted = name.toLowerCase();
  const longer = names.filter((each) => {
    const [a, b] = [each.toLowerCase(), wanted];
    return (
      Math.abs(a.length - b.length) <= 3 &&
      Math.min(a.length, b.length) >= 4 &&
      (a.startsWith(b) || b.startsWith(a))
    );
  });
  return longer.length === 1 ? longer[0] : undefined;
}

function differInDigits(a: string, b: string): boolean {
  const letters = (text: string) => text.replace(/\d/g, '');
  return /\d/.test(a + b) && letters(a) === letters(b);
}
