import { runtimeWrites } from '../../ecosystems/go/runtime-writes';
import type { Span } from '../../text/span';
import type { Stage } from '../../model/model';
import { originOf, within } from '../../model/paths';
import type { Project } from '../../project/project';
import { dirname, joinPath } from '../../text/path';
import { shippedSteps } from './shipped';
import { shippedGoProgram } from './shipped-go-program';

export interface WriteOutOfReach {
  /** Absolute. */
  readonly place: string;
  /** What the program does there, in words. */
  readonly why: string;
  /** Where the program is started. */
  readonly at: Span;
}

/**
 * A place that the program certainly writes to and that only root may write to; undefined where none is known. Who the
 * program runs as is not looked at.
 */
export function writeThatNeedsRoot(stage: Stage, project: Project): WriteOutOfReach | undefined {
  const { workdir, cmd, entrypoint } = stage.end;
  // Arguments may name another place.
  const words = (entrypoint?.argv.length ?? 0) + (cmd?.argv.length ?? 0);
  if (!workdir.known || words !== 1 || mayOpen(stage)) return undefined;
  const program = shippedGoProgram(stage, project);
  if (!program) return undefined;
  const write = runtimeWrites(program.reachable)
    .filter(({ strength }) => strength === 'certain')
    .map((use) => ({ ...use, place: joinPath(workdir.value, use.path), folder: use.kind === 'folder' }))
    .find(({ place, folder }) => isClosed(stage, place, folder, project));
  return write && { place: write.place, why: write.why, at: program.start.at };
}

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
