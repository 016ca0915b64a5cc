import type { Program } from '../ecosystems/ecosystem';
import type { Stage } from '../model/model';
import type { Reason } from './conversion';

/**
 * A program of machine code on the image of an interpreter that packages are installed for: it may start one of them, and
 * the runtime image would have neither.
 */
export function otherInterpreter({ image, steps }: Stage, program: Program): Reason | undefined {
  const language = image?.language;
  if (program.interpreter || program.spawns.known || language === undefined || language === program.language)
    return undefined;
  for (const { commands, instruction } of steps) {
    const installs = commands?.some(({ effects }) =>
      effects.some((effect) => effect.kind === 'downloads-dependencies' && effect.language === language),
    );
    if (installs)
      return {
        message: `the program may start what is installed for ${language} here, which the runtime image would not have`,
        at: instruction.span,
      };
  }
  return undefined;
}
