import type { Instruction } from '../../dockerfile/ast';
import type { Rule } from '../rule';
import { buildkitCheck } from './facts/check';
import { commentsBefore } from './facts/comments';
import { namedHeads } from './facts/stage-heads';

/** Runs only when it is asked for: most comments are not meant as descriptions. */
export const invalidDefinitionDescription: Rule = buildkitCheck({
  id: 'InvalidDefinitionDescription',
  severity: 'hint',
  serves: ['maintenance'],
  summary:
    'A comment above ARG or FROM does not start with the name that it describes (experimental, off by itself).',
  fixable: 'no',
  experimental: true,
  find({ model }) {
    const { dockerfile } = model;
    const stageNames = new Map(namedHeads(model).map(({ from, name }) => [from, name.raw.toLowerCase()]));
    const definedBy = (instruction: Instruction): readonly string[] => {
      if (instruction.kind === 'arg') return instruction.pairs.map(({ key }) => key.raw);
      const name = instruction.kind === 'from' ? stageNames.get(instruction) : undefined;
      return name === undefined ? [] : [name];
    };
    return dockerfile.instructions.flatMap((instruction) => {
      const names = definedBy(instruction);
      const comment = commentsBefore(dockerfile, instruction).at(-1);
      const [first] = names;
      if (first === undefined || !comment) return [];
      // BuildKit's page lets a blank line part a comment from what follows; its code does not. Silent where they differ.
      const between = dockerfile.text.slice(comment.span.end, instruction.lines.start);
      if (/\n[^\S\n]*\n/.test(between)) return [];
      if (names.includes(comment.content.split(' ')[0] ?? '')) return [];
      const wanted = names.length > 1 ? 'the name of one of its arguments' : `"${first} "`;
      return [
        {
          at: comment.span,
          message: `docker build --call=outline shows comments above ${instruction.keyword} that start with ${wanted}. This one does not; if it is no description, part it from the instruction by an empty comment.`,
          skippedAbove: instruction,
        },
      ];
    });
  },
});
