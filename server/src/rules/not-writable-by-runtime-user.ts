import { writeThatNeedsRoot } from './facts/runtime-writes';
import type { Rule } from './rule';

export const notWritableByRuntimeUser: Rule = {
  id: 'not-writable-by-runtime-user',
  severity: 'warning',
  serves: ['portability'],
  summary: 'The program writes where the user that it runs as may not.',
  fixable: 'no',
  check({ finalStage, project }) {
    const { user } = finalStage.end;
    if (!user.known || user.value.uid === undefined || user.value.uid === 0) return [];
    const write = writeThatNeedsRoot(finalStage, project);
    if (!write) return [];
    return [
      {
        at: write.at,
        message: `The program writes ${write.place} (${write.why}), and runs as ${user.value.written}, who may not write there: "permission denied", unless a volume is mounted. Make the folder for that user, by WORKDIR behind USER or by COPY --chown.`,
      },
    ];
  },
};
