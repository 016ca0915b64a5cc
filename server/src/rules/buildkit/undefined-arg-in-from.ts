import type { Dockerfile, FromInstruction } from '../../dockerfile/ast';
import { nearest } from '../facts/spelling';
import type { Rule } from '../rule';
import { buildkitCheck } from './facts/check';
import { namesForFrom } from './facts/global-args';
import { renaming } from './facts/renaming';
import { variablesOfFlag, variablesOfWord, type VariableUse } from './facts/variables';

export const undefinedArgInFrom: Rule = buildkitCheck({
  id: 'UndefinedArgInFrom',
  severity: 'warning',
  serves: ['reproducibility', 'maintenance'],
  summary: 'FROM uses an ARG that is not declared before the first FROM.',
  fixable: 'review',
  find({ model: { stages, dockerfile } }) {
    const declared = namesForFrom(dockerfile);
    return stages.flatMap(({ from }) =>
      usesOf(from, dockerfile).flatMap(({ name, at }) => {
        if (declared.has(name)) return [];
        const meant = nearest(name, [...declared]);
        const inStage = stages
          .flatMap(({ steps }) => steps)
          .flatMap(({ instruction }) => (instruction.kind === 'arg' ? instruction.pairs : []))
          .find(({ key }) => key.value === name);
        const why = inStage
          ? 'it is declared inside a stage, where FROM does not see it: declare it before the first FROM'
          : meant !== undefined
            ? `did you mean ${meant}?`
            : 'declare it before the first FROM';
        return [
          {
            at,
            message: `No ARG ${name} is declared for FROM, so that it is empty here; ${why}${why.endsWith('?') ? '' : '.'}`,
            ...(meant !== undefined && !inStage ? { fixes: [renaming(name, meant, at)] } : {}),
            ...(inStage
              ? { related: [{ at: inStage.key.span, message: 'Declared here, inside a stage.' }] }
              : {}),
            skippedAbove: from,
          },
        ];
      }),
    );
  },
});

function usesOf(from: FromInstruction, dockerfile: Dockerfile): readonly VariableUse[] {
  const { image, platform } = from;
  return [
    ...(platform?.value === undefined ? [] : variablesOfFlag(platform.value, 0, platform, dockerfile)),
    ...(image ? variablesOfWord(image, from, dockerfile) : []),
  ];
}
