import type { BuildModel, Stage } from '../model/model';
import { findStage } from '../model/stages';
import type { Span } from '../text/span';
import type { TextEdit } from '../text/edit';
import { chainOf } from './facts/shipped';
import { referencesOf, stageMeant } from './facts/stage-references';
import type { Finding, Rule } from './rule';

export const stageReferencedByNumber: Rule = {
  id: 'stage-referenced-by-number',
  severity: 'information',
  serves: ['maintenance'],
  summary: 'COPY --from names a stage by its number, which another stage before it would change.',
  fixable: 'safe',
  check({ model, finalStage }) {
    const shipped = chainOf(finalStage);
    return model.stages.flatMap((stage) =>
      numbersOf(stage, model).map(({ at, meant }): Finding => {
        const name = meant.name ?? freeName(meant, model);
        // Of two stages with one name the latter is meant by it.
        const usable =
          name !== undefined && (meant.name === undefined || findStage(name, model.stages) === meant);
        return {
          at,
          // In a stage that does not ship it is a matter of the build alone.
          ...(!shipped.includes(stage) && { severity: 'hint' as const }),
          message: `Stage ${meant.index} is ${described(meant)} only as long as no stage is added before it; then another one is copied from, and nothing warns of it. ${meant.name === undefined ? 'Give the stage a name.' : `Use its name "${meant.name}".`}`,
          fixes: usable
            ? [
                {
                  title:
                    meant.name === undefined
                      ? `Call the stage "${name}" and refer to it by that`
                      : `Refer to the stage as "${name}"`,
                  safety: 'safe',
                  edits: () => renamed(meant, name, at, model),
                },
              ]
            : [],
          related: [
            { at: meant.from.image?.span ?? meant.from.keywordSpan, message: 'The stage is this one.' },
          ],
        };
      }),
    );
  },
};

function described(stage: Stage): string {
  return stage.name === undefined ? `the one on ${stage.from.image?.raw ?? 'its image'}` : `"${stage.name}"`;
}

function numbersOf(stage: Stage, model: BuildModel): readonly { readonly at: Span; readonly meant: Stage }[] {
  return referencesOf(stage, model.dockerfile.text).flatMap((reference) => {
    if (reference.kind !== 'copy' || !/^\d+$/.test(reference.name)) return [];
    const meant = stageMeant(reference, stage, model);
    // A number may also be the name of a stage, and a later stage is no matter of this rule.
    return meant && meant.index < stage.index && meant.index === Number(reference.name)
      ? [{ at: reference.at, meant }]
      : [];
  });
}

/** A stage that gets its name does so for all references at once; otherwise this one is changed alone. */
function renamed(meant: Stage, name: string, at: Span, model: BuildModel): readonly TextEdit[] {
  const reason = 'A name keeps its stage, whatever stands before it';
  const { image } = meant.from;
  if (meant.name !== undefined || !image) return [{ span: at, newText: name, reason }];
  const numbers = model.stages
    .flatMap((stage) => numbersOf(stage, model))
    .filter((each) => each.meant === meant);
  const word = /^[a-z]/.test(
    model.dockerfile.text.slice(meant.from.keywordSpan.start, meant.from.keywordSpan.end),
  )
    ? 'as'
    : 'AS';
  return [
    { span: { start: image.span.end, end: image.span.end }, newText: ` ${word} ${name}`, reason },
    ...numbers.map((each) => ({ span: each.at, newText: name, reason })),
  ];
}

/** A name that means nothing in the file yet, neither as a stage nor as an image. */
function freeName(stage: Stage, model: BuildModel): string | undefined {
  const { stages, dockerfile } = model;
  const taken = new Set(
    stages.flatMap((each) => [
      each.name?.toLowerCase() ?? '',
      ...referencesOf(each, dockerfile.text).map(({ name }) => name.toLowerCase()),
    ]),
  );
  const first = stages.find((each) => each.name === undefined) === stage;
  const wanted = stage.image?.role === 'runtime' || stage.image?.role === 'minimal' ? 'stage' : 'build';
  return [...(first ? [wanted] : []), `${wanted}-${stage.index}`, `stage-${stage.index}`].find(
    (name) => !taken.has(name),
  );
}
