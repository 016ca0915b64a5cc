import type { Rule } from '../rule';
import { buildkitCheck } from './facts/check';
import { namedHeads } from './facts/stage-heads';

const meanings: Readonly<Record<string, string>> = {
  scratch: 'the empty image',
  context: 'the build context',
};

export const reservedStageName: Rule = buildkitCheck({
  id: 'ReservedStageName',
  severity: 'warning',
  serves: ['maintenance'],
  summary: 'A stage bears a name that Docker keeps for something else.',
  fixable: 'no',
  find({ model }) {
    return namedHeads(model).flatMap(({ name: { raw, span } }) => {
      const meaning = Object.entries(meanings).find(([name]) => name === raw.toLowerCase())?.[1];
      if (meaning === undefined) return [];
      return [
        {
          at: span,
          message: `"${raw.toLowerCase()}" means ${meaning} to Docker. A stage of that name hides it, and readers take the one for the other.`,
        },
      ];
    });
  },
});
