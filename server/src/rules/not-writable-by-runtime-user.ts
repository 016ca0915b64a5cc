import type { Stage } from '../model/model';
import { originOf, within } from '../model/paths';
import type { Project } from '../project/project';
import { runtimeWrites } from '../ecosystems/go/runtime-writes';
import { dirname, joinPath } from '../text/path';
import { shippedSteps } from './facts/shipped';
import { shippedGoProgram } from './facts/shipped-go-program';
import type { Rule } from './rule';

export const notWritableByRuntimeUser: Rule = {
  id: 'not-writable-by-runtime-user',
  severity: 'warning',
  serves: ['portability'],
  summary: 'The program writes where the user that it runs as may not.',
  fixable: 'no',
  check({ finalStage, project }) {
    const { user, workdir, cmd, entrypoint } = finalStage.end;
    if (!user.known || user.value.uid === undefined || user.value.uid === 0 || !workdir.known) return [];
    // Arguments may name another place.
    const words = (entrypoint?.argv.length ?? 0) + (cmd?.argv.length ?? 0);
    if (words !== 1 || mayOpen(finalStage)) return [];
    const program = shippedGoProgram(finalStage, project);
    if (!program) return [];
    const write = runtimeWrites(program.reachable)
      .filter(({ strength }) => strength === 'certain')
      .map((use) => ({ ...use, place: joinPath(workdir.value, use.path), folder: use.kind === 'folder' }))
      .find(({ place, folder }) => isClosed(finalStage, place, folder, project));
    if (!write) return [];
    return [
      {
        at: program.start.at,
        message: `The program writes ${write.place} (${write.why}), and runs as ${user.value.written}, who may not write there: "permission denied", unless a volume is mounted. Make the folder for that user, by WORKDIR behind USER or by COPY --chown.`,
      },
    ];
  },
};

/** True when ownership or modes may be other than the defaults: commands, --chown, --chmod, volumes. */
function mayOpen(stage: Stage): boolean {
  return shippedSteps(stage).some(
    ({ instruction }) =>
      ['run', 'volume', 'onbuild', 'unknown'].includes(instruction.kind) ||
      instruction.flags.some(({ name }) => name === 'chown' || name === 'chmod'),
  );
}

/** Folders that any user may write to, or that are made for the user. */
const open = /^\/(tmp|var\/tmp|dev|proc|home)(\/|$)/;

function isClosed(stage: Stage, place: string, isFolder: boolean, project: Project): boolean {
  if (open.test(place)) return false;
  const folder = isFolder ? place : dirname(place);
  const maker = makerOf(stage, folder);
  if (maker === 'root') return true;
  if (maker !== undefined) return false;
  // Nothing makes the folder: then the program would have to make it, in a folder of root's.
  for (let above = folder; above !== '/'; above = dirname(above)) {
    if (originOf(stage, above, project).kind !== 'absent') return false;
  }
  return true;
}

/** Who owns the folder that WORKDIR makes: with BuildKit the user at that line. `other` where more is there. */
function makerOf(stage: Stage, folder: string): 'root' | 'other' | undefined {
  if (folder === '/') return 'root';
  const steps = shippedSteps(stage);
  const makers = steps.flatMap((step, index) => {
    const after = steps[index + 1]?.before ?? stage.end;
    if (step.instruction.kind !== 'workdir' || !after.workdir.known || !within(after.workdir.value, folder))
      return [];
    const { user } = step.before;
    return [user.known && user.value.uid === 0 ? ('root' as const) : ('other' as const)];
  });
  // A folder that is copied there keeps its mode, which is not known.
  const copied = steps.some(
    ({ copy }) =>
      copy !== undefined &&
      (!copy.destination.known ||
        (within(copy.destination.value.replace(/(.)\/$/, '$1'), folder) && copy.from.kind !== 'stage')),
  );
  return copied ? 'other' : makers[0];
}
