import type { RunCommand, Stage } from '../../model/model';
import type { Program } from '../ecosystem';
import { pythonCallOf } from './installers';

/**
 * What installers leave in the home folder: downloads that nothing reads again. Not those of pip: a copy of the folder that it
 * installs into holds pip itself once more, which weighs more than most downloads; `--no-cache-dir` costs nothing.
 */
export function leftByInstallers(stage: Stage): Pick<Program, 'leavesBehind'> {
  const cleans = stage.steps.some(({ commands }) => commands?.some(removesCache));
  if (cleans) return {};
  for (const { commands, instruction } of stage.steps) {
    const isMounted = instruction.flags.some(
      ({ name, value }) => name === 'mount' && value?.includes('cache'),
    );
    for (const command of isMounted ? [] : (commands ?? [])) {
      const tool = keepsCache(command);
      if (tool !== undefined) return { leavesBehind: `the downloads that ${tool} keeps` };
    }
  }
  return {};
}

function keepsCache(command: RunCommand): string | undefined {
  const call = pythonCallOf(command);
  const isSet = (name: string) => command.env.has(name);
  switch (call?.tool) {
    case 'poetry':
      return call.words.includes('install') && !call.words.includes('--no-cache') ? 'Poetry' : undefined;
    case 'uv':
      return /^(sync|pip)$/.test(call.words[0] ?? '') &&
        !call.words.includes('--no-cache') &&
        !isSet('UV_NO_CACHE')
        ? 'uv'
        : undefined;
    default:
      return undefined;
  }
}

function removesCache({ effects, argv }: RunCommand): boolean {
  return (
    effects.some(
      (effect) => effect.kind === 'removes' && effect.path.known && /\/\.cache(\/|$)/.test(effect.path.value),
    ) || argv.some((word) => word.known && /\/\.cache(\/|$)|^purge$|cache-dir/.test(word.value))
  );
}
