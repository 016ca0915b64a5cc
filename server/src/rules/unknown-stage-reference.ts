import { lookUp } from '../images/catalogue';
import { parseImageReference } from '../images/reference';
import type { BuildModel, Stage } from '../model/model';
import { findStage } from '../model/stages';
import type { Span } from '../text/span';
import { nearest } from './facts/spelling';
import {
  referencesOf,
  refersForward,
  stageMeant,
  withNeeded,
  type Reference,
} from './facts/stage-references';
import type { Finding, Rule } from './rule';

export const unknownStageReference: Rule = {
  id: 'unknown-stage-reference',
  aliases: ['DL3022'],
  severity: 'error',
  serves: ['maintenance', 'reproducibility'],
  summary: 'A name that looks like a misspelt stage, or a stage that does not exist or cannot be used there.',
  fixable: 'review',
  check({ model }) {
    const { text } = model.dockerfile;
    return model.stages.flatMap((stage) =>
      referencesOf(stage, text).flatMap((reference) => judge(reference, stage, model) ?? []),
    );
  },
};

function judge(reference: Reference, stage: Stage, model: BuildModel): Finding | undefined {
  const { name, at, kind } = reference;
  // BuildKit takes numbers in COPY --from only; in a mount they are names of images.
  if (kind === 'copy' && /^\d+$/.test(name)) {
    const fault = judgeNumber(Number(name), at, stage, model.stages);
    if (fault) return fault;
  }
  const present = stageMeant(reference, stage, model);
  if (present) return judgeOrder(present, at, stage, model);
  if (!/^[A-Za-z_][\w-]*$/.test(name)) return undefined;
  const image = parseImageReference(name);
  if (image && lookUp(image)) return undefined;
  const later = findStage(name, model.stages);
  // A stage that is named like the image that it is built on.
  if (later) return later === stage ? undefined : tooEarly(name, at, later);
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

/** FROM can be built on earlier stages only. */
function tooEarly(name: string, at: Span, later: Stage): Finding | undefined {
  const { alias, image } = later.from;
  if (!alias || image?.value.toLowerCase() === name.toLowerCase()) return undefined;
  return {
    at,
    message: `The stage "${name}" comes later in the file, so that the build looks for an image of that name in a registry. Move the stage above this one.`,
    related: [{ at: alias.span, message: `The stage "${name}" is defined here.` }],
  };
}

/** BuildKit takes files of later stages too, as long as nothing goes round in a circle. */
function judgeOrder(needed: Stage, at: Span, stage: Stage, model: BuildModel): Finding | undefined {
  if (!refersForward(model)) return undefined;
  if (needed !== stage && !withNeeded([needed], model).has(stage)) return undefined;
  const what =
    needed === stage
      ? 'This is the stage itself'
      : `The stage "${needed.name ?? needed.index}" needs this one`;
  return {
    at,
    message: `${what}, and a stage cannot wait for itself: the build stops with "circular dependency detected".`,
    related: [{ at: (needed.from.alias ?? needed.from.image)?.span ?? at, message: 'It is defined here.' }],
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
