import type { Span } from '../../text/span';
import type { Rule } from '../rule';
import { buildkitCheck } from './facts/check';
import { namedHeads } from './facts/stage-heads';

export const duplicateStageName: Rule = buildkitCheck({
  id: 'DuplicateStageName',
  aliases: ['DL3024'],
  severity: 'warning',
  serves: ['maintenance', 'reproducibility'],
  summary: 'Two stages have the same name.',
  fixable: 'no',
  find({ model }) {
    const seen = new Map<string, Span>();
    return namedHeads(model).flatMap(({ name: { raw, span } }) => {
      const first = seen.get(raw.toLowerCase());
      if (!first) {
        seen.set(raw.toLowerCase(), span);
        return [];
      }
      return [
        {
          at: span,
          message: `There is a stage "${raw}" already. From here on the name means this one, and the other cannot be built by its name.`,
          related: [{ at: first, message: `The first stage of this name.` }],
        },
      ];
    });
  },
});
