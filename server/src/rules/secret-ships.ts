import type { Word } from '../dockerfile/ast';
import type { CopyStep, Stage, Step } from '../model/model';
import { originOf } from '../model/paths';
import type { Project } from '../project/project';
import { joinPath } from '../text/path';
import { secretFile, secretsIn, secretValue } from './facts/secrets';
import { chainOf } from './facts/shipped';
import { missingIgnores } from './facts/ignores';
import type { Finding, Rule } from './rule';

/**
 * Files and values that are secrets by their look. Names of variables that sound secret are left to BuildKit's check
 * `SecretsUsedInArgOrEnv`.
 */
export const secretShips: Rule = {
  id: 'secret-ships',
  severity: 'warning',
  serves: ['security'],
  summary: 'A file or a value that is a secret becomes part of the image that ships.',
  fixable: 'no',
  check({ finalStage, project }) {
    return chainOf(finalStage).flatMap((stage) =>
      stage.steps.flatMap((step) => [...copiedFiles(step, stage, project), ...writtenValues(step)]),
    );
  },
};

const instead =
  'Mount it for the RUN that needs it (RUN --mount=type=secret), or hand it to the container when it starts.';

function copiedFiles({ copy }: Step, stage: Stage, project: Project): readonly Finding[] {
  if (!copy) return [];
  const context = copy.from.kind === 'context' ? project : undefined;
  const excludes = copy.instruction.flags.some(({ name }) => name === 'exclude');
  return copy.sources.flatMap((source, index): readonly Finding[] => {
    const word = copy.instruction.sources[index];
    if (!word || !source.known) return [];
    const itself = secretFile(placeOf(source.value, copy, project), project, stage);
    const inside = context && !excludes ? secretsIn(source.value, context) : [];
    const shown = (what: string) =>
      `${what}, and everybody who can pull the image can read it, even if a later instruction deletes it. ${instead}`;
    return [
      ...(itself === undefined ? [] : [{ at: word.span, message: shown(itself) }]),
      ...inside.map((path) => ({
        at: word.span,
        message: `${shown(`With this folder goes ${path}, which is made to hold secrets`)} Name it in .dockerignore.`,
        ...missingIgnores([path], project),
      })),
    ];
  });
}

/** Where the file lies in the build context, if it comes from there, through another stage or not; else the path itself. */
function placeOf(path: string, { from }: CopyStep, project: Project): string {
  if (from.kind !== 'stage') return path;
  const origin = originOf(from.stage, joinPath('/', path), project);
  return origin.kind === 'context' ? origin.path : path;
}

/** Values of ENV, ARG and LABEL, and the text of RUN, that have the form of a token of a known service. */
function writtenValues({ instruction }: Step): readonly Finding[] {
  if (instruction.kind === 'env' || instruction.kind === 'arg' || instruction.kind === 'label') {
    return instruction.pairs.flatMap(({ value }) => (value ? tokenIn(value, instruction.keyword) : []));
  }
  return [];
}

function tokenIn(word: Word, keyword: string): readonly Finding[] {
  const what = secretValue(word.value);
  const where = keyword === 'ARG' ? 'the history of the image keeps it' : 'the image carries it';
  return what === undefined
    ? []
    : [
        {
          at: word.span,
          message: `This looks like ${what}, and ${where}: revoke it. ${instead}`,
          severity: 'error',
        },
      ];
}
