import type { Rule } from '../rule';
import { buildkitCheck } from './facts/check';
import { exposedPorts } from './facts/ports';

export const exposeProtoCasing: Rule = buildkitCheck({
  id: 'ExposeProtoCasing',
  severity: 'information',
  serves: ['maintenance'],
  summary: 'The protocol of an EXPOSE has capital letters.',
  fixable: 'safe',
  find({ model }) {
    return exposedPorts(model).flatMap(({ instruction, protocol, literal, at }) => {
      const lower = protocol.toLowerCase();
      if (protocol === lower) return [];
      const span = literal ? { start: at.end - protocol.length, end: at.end } : at;
      return [
        {
          at: span,
          message: `The protocol "${protocol}" is stored in lower case whatever is written here.`,
          ...(literal
            ? {
                fixes: [
                  {
                    title: `Write ${lower}`,
                    safety: 'safe' as const,
                    edits: () => [{ span, newText: lower, reason: 'Protocols are in lower case' }],
                  },
                ],
              }
            : {}),
          skippedAbove: instruction,
        },
      ];
    });
  },
});
