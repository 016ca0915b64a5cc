import type { CommandWithoutEffects } from '../../model/commands';
import type { Effect } from '../../model/model';
import { known } from '../../text/fact';

export const language = 'python';
export const builds: Effect = { kind: 'builds', language };
export const downloads: Effect = { kind: 'downloads-dependencies', language };

/** Writes a folder, where it is known. */
export function writes(path: string | undefined, from: 'command' | 'download' = 'command'): Effect[] {
  return path === undefined ? [] : [{ kind: 'writes', path: known(path), tree: true, from }];
}

/** Writes to the folder that the command runs in. */
export function here({ cwd }: CommandWithoutEffects): Effect[] {
  return cwd.known && cwd.value !== '/' ? writes(cwd.value) : [];
}
