import type { Program } from '../ecosystems/ecosystem';
import type { Stage } from '../model/model';
import { environmentText } from './environment-text';
import type { RuntimeLine } from './plan';

/**
 * What the start command set for the program alone, as ENV, unless an ENV that stays gives it the same value. They have
 * to stand after those of the author, which they outrank.
 * @param available variables that the runtime stage has.
 */
export function startVariables(
  { environment }: Program,
  { end }: Stage,
  available: ReadonlySet<string>,
): RuntimeLine[] {
  const isSet = (name: string, value: string) => {
    const fact = end.env.get(name);
    return available.has(name) && fact?.known === true && fact.value === value;
  };
  return [...(environment ?? [])]
    .filter(([name, value]) => !isSet(name, value))
    .map(([name, value]) => ({
      kind: 'new',
      text: environmentText(name, value),
      reason: 'the start command set it for the program',
    }));
}
