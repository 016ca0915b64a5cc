import type { Artefact, Program } from '../ecosystem';
import type { Stage } from '../../model/model';
import { within } from '../../model/paths';

/** A home folder that holds packages or models: the runtime image does not know whose it is. */
export function variablesOf(stage: Stage, installed: readonly Artefact[]): NonNullable<Program['variables']> {
  const [home] = installed.flatMap(({ path }) => /^\/home\/[^/]+/.exec(path)?.[0] ?? []);
  if (home === undefined || stage.end.env.has('HOME')) return [];
  if (!installed.some(({ path }) => within(path, home))) return [];
  return [{ name: 'HOME', value: home, reason: 'what was installed for the user is looked for there' }];
}
