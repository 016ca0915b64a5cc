import type { Dockerfile, Instruction } from '../../dockerfile/ast';
import { nearest } from '../facts/spelling';
import type { Rule } from '../rule';
import { buildkitCheck } from './facts/check';
import { renaming } from './facts/renaming';
import { variableScope } from './facts/scope';
import { expandedUses } from './facts/uses';

export const undefinedVar: Rule = buildkitCheck({
  id: 'UndefinedVar',
  severity: 'warning',
  serves: ['reproducibility', 'maintenance'],
  summary: 'An instruction uses a variable that neither ARG nor ENV has set.',
  fixable: 'review',
  find({ model: { stages, dockerfile } }) {
    return stages.flatMap((stage) => {
      const scope = variableScope(stage);
      return stage.steps.flatMap(({ instruction, before }) => {
        const set = scope(before);
        return unset(instruction, dockerfile, set.has).flatMap(({ name, at }) => {
          const meant = nearest(name, set.names());
          const why = meant === undefined ? '' : `; did you mean ${meant}?`;
          return [
            {
              at,
              message: `Neither this file nor the base image sets $${name} before this line: it counts as empty${why || '.'}`,
              ...(meant === undefined ? {} : { fixes: [renaming(name, meant, at)] }),
              skippedAbove: instruction,
            },
          ];
        });
      });
    });
  },
});

/** Arguments of one ARG instruction see those before them. */
function unset(instruction: Instruction, dockerfile: Dockerfile, has: (name: string) => boolean) {
  const own = new Set<string>();
  return expandedUses(instruction, dockerfile).flatMap(({ uses, defines }) => {
    const found = uses.filter(({ name }) => !own.has(name) && !has(name));
    if (defines !== undefined) own.add(defines);
    return found;
  });
}
