import type { Program, ProgramRefusal, ProgramRequest } from '../ecosystem';
import { known } from '../../text/fact';
import type { Reachable } from './reach';

type Evidence = Pick<Program, 'files' | 'writes' | 'spawns' | 'warnings'>;

export function evidenceOf(
  _request: ProgramRequest,
  _mains: readonly Reachable[],
): Evidence | ProgramRefusal {
  return { files: [], writes: [], spawns: known([]), warnings: [] };
}
