import type { Rule } from '../rule';
import { buildkitCheck } from './facts/check';
import { exposedPorts } from './facts/ports';

export const exposeInvalidFormat: Rule = buildkitCheck({
  id: 'ExposeInvalidFormat',
  severity: 'warning',
  serves: ['portability'],
  summary: 'EXPOSE with an address or a port of the host, which it cannot set.',
  fixable: 'safe',
  find({ model }) {
    return exposedPorts(model).flatMap(({ instruction, text, container, ip, host, literal, at }) => {
      if (ip === '' && host === '') return [];
      return [
        {
          at,
          message: `EXPOSE names a port of the container; the rest of "${text}" has no effect, and a future Docker will refuse it. Ports of the host are chosen by docker run --publish.`,
          ...(literal
            ? {
                fixes: [
                  {
                    title: `Write ${container}`,
                    safety: 'safe' as const,
                    edits: () => [{ span: at, newText: container, reason: 'Only this part has an effect' }],
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
