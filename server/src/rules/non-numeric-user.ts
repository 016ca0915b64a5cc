import { uidGiven, uidInBase } from './facts/known-users';
import { isWorkplace, shippedSteps } from './facts/shipped';
import type { Rule } from './rule';

/** Only where the number is known: without it there is nothing to do about the name. */
export const nonNumericUser: Rule = {
  id: 'non-numeric-user',
  severity: 'hint',
  serves: ['security', 'portability'],
  summary: 'USER is a name, which Kubernetes cannot tell from root.',
  fixable: 'review',
  check({ finalStage, project }) {
    const { user } = finalStage.end;
    const last = shippedSteps(finalStage).findLast(
      ({ instruction }) => instruction.kind === 'user',
    )?.instruction;
    const word = last?.kind === 'user' ? last.words[0] : undefined;
    if (!user.known || !word || user.value.uid !== undefined || isWorkplace(finalStage, project)) return [];
    const name = user.value.written;
    const uid = uidInBase(finalStage, name) ?? uidGiven([finalStage], name);
    if (uid === undefined || uid === 0) return [];
    const span = { start: word.span.start, end: word.span.start + name.length };
    const replaceable = word.raw.startsWith(name) && !word.raw.includes('$');
    return [
      {
        at: word.span,
        message: `Kubernetes refuses to start a container with runAsNonRoot when its user is a name ("image has non-numeric user"): it cannot know that ${name} is not root. ${name} is ${uid} in this image.`,
        ...(replaceable
          ? {
              fixes: [
                {
                  title: `Write ${name} as ${uid}`,
                  safety: 'review' as const,
                  edits: () => [
                    { span, newText: String(uid), reason: 'A number can be checked without the image' },
                  ],
                },
              ],
            }
          : {}),
      },
    ];
  },
};
