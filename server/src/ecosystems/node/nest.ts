import type { Stage } from '../../model/model';
import { basename } from '../../text/path';
import type { Manifest } from './manifest';
import { readNodeCommand } from './node-command';
import type { Started } from './scripts';

/**
 * `nest start` compiles what `nest build` has compiled already, and runs it. Undefined when the stage does not build it
 * before, or when no script of package.json says where the result lies. Source: docs.nestjs.com, cli/scripts.
 */
export function startOfBuiltNest(
  argv: readonly string[],
  manifest: Manifest,
  stage: Stage,
): Started | undefined {
  const { scripts } = manifest;
  const [manager = '', ...words] = argv;
  const script = words.find((word) => !/^(run|run-script|-s|--silent)$/.test(word)) ?? '';
  if (!/^(npm|yarn|pnpm)$/.test(basename(manager)) || !/^nest start$/.test(scripts.get(script)?.trim() ?? ''))
    return undefined;
  if (words.at(-1) !== script || scripts.has(`pre${script}`) || scripts.has(`post${script}`))
    return undefined;
  const file = [...scripts.values()].flatMap(
    (text) => /^node (dist\/[\w/-]*main(?:\.js)?)$/.exec(text.trim())?.[1] ?? [],
  )[0];
  if (file === undefined || !isBuilt(stage, scripts)) return undefined;
  return {
    argv: ['node', file],
    environment: new Map(),
    package: undefined,
    through: [
      [basename(manager), ...words].join(' '),
      'nest start, without compiling again what the build compiled',
    ],
  };
}

function isBuilt(stage: Stage, scripts: ReadonlyMap<string, string>): boolean {
  return stage.steps
    .flatMap((step) => step.commands ?? [])
    .some((command) => {
      const call = readNodeCommand(command);
      if (call?.kind !== 'runs') return false;
      const texts = call.words.map((word) => scripts.get(word) ?? '');
      const spoken = command.argv.map((word) => (word.known ? word.value : '')).join(' ');
      return [...texts, spoken].some((text) => /\bnest build\b/.test(text));
    });
}
