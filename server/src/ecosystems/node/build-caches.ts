import type { Stage } from '../../model/model';
import type { Manifest } from './manifest';
import { readNodeCommand } from './node-command';

interface Added {
  readonly text: string;
  readonly reason: string;
}

/**
 * What Next.js keeps for the next build only. The rest of `.next/cache`, answers of fetch and images, is read while it
 * runs. Source: nextjs.org, CI build caching.
 */
const forNextBuild = '.next/cache/webpack';

/** Removes it at the builder's end, where the stage builds with Next.js. */
export function withoutBuildCaches(
  stage: Stage,
  manifest: Manifest,
  folder: string,
  workdir: string,
): Added[] {
  if (!manifest.production.has('next') && !manifest.development.includes('next')) return [];
  const commands = stage.steps.flatMap((step) => (step.commands ?? []).map((command) => ({ step, command })));
  const build = commands.findLast(({ command }) => {
    const call = readNodeCommand(command);
    const words = call?.kind === 'runs' && call.words.length > 0 ? call.words.slice(1) : [];
    const name = words[0] === 'run' ? words[1] : words[0];
    const spoken = command.argv.map((word) => (word.known ? word.value : '')).join(' ');
    return /\bnext build\b/.test(manifest.scripts.get(name ?? '') ?? spoken);
  });
  const last = commands.at(-1)?.step;
  if (!build || !last || !/^[\w./@-]+$/.test(folder)) return [];
  const [then, now] = [build.step.before.user, last.before.user];
  if (!then.known || !now.known) return [];
  if (now.value.uid !== 0 && now.value.written !== then.value.written) return [];
  const path = folder === workdir ? forNextBuild : `${folder}/${forNextBuild}`;
  return [{ text: `RUN rm -rf ${path}`, reason: 'only the next build reads what the compiler keeps there' }];
}
