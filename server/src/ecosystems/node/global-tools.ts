import type { Stage, Step } from '../../model/model';
import { effectiveCommand } from '../../shell/effective-command';
import { basename } from '../../text/path';
import { namesOfPackage } from './commands';
import { readNodeCommand } from './node-command';

/** What is installed for the whole image, and may serve the running program: `npm install -g pm2`. */
export interface GlobalTools {
  /** RUN instructions that do nothing else, and that no other command of the stage needs. */
  readonly steps: ReadonlySet<Step>;
  /** A tool whose RUN does more, or that the build uses too. */
  readonly stuck: string | undefined;
  /** True for a command of one of the tools that can be moved. */
  brings(command: string): boolean;
}

/** They build, or manage packages. */
const forBuilds =
  /^(npm|yarn|pnpm|corepack|bun|node-gyp|node-pre-gyp|typescript|@angular\/cli|@nestjs\/cli|@vue\/cli|gulp(-cli)?|grunt(-cli)?|webpack(-cli)?|bower|turbo|nx|lerna|rimraf|modclean|gatsby-cli|vite|parcel|npm-check-updates)$/;

export function globalTools(stage: Stage): GlobalTools {
  const steps = new Set<Step>();
  const moved: string[] = [];
  let stuck: string | undefined;
  const others = usedCommands(stage);
  const prefix = [...stage.end.env.keys()].find((name) => /^npm_config_prefix$/i.test(name));
  for (const step of stage.steps) {
    const calls = (step.commands ?? []).map(readNodeCommand);
    const names = calls
      .flatMap((call) => (call?.kind === 'global-install' ? call.packages : []))
      .map((name) => name.replace(/(.)@.*$/, '$1'));
    const wanted = names.filter((name) => !forBuilds.test(name));
    const [first] = wanted;
    if (first === undefined) continue;
    // The slim image has npm, and no pnpm or Bun.
    const isAlone = calls.every(
      (call) => (call?.kind === 'global-install' && call.inSlim) || call?.kind === 'asks',
    );
    const isUsed = names.some((name) => namesOfPackage(name).some((each) => others.has(each)));
    if (isAlone && !isUsed && prefix === undefined) {
      steps.add(step);
      moved.push(...wanted);
    } else stuck ??= first;
  }
  return {
    steps,
    stuck,
    brings: (command) =>
      moved.some((name) =>
        namesOfPackage(name).some((each) => command === each || command.startsWith(`${each}-`)),
      ),
  };
}

function usedCommands(stage: Stage): ReadonlySet<string> {
  return new Set(
    stage.steps
      .flatMap((step) => step.commands ?? [])
      .flatMap(({ command }) => effectiveCommand(command).name ?? [])
      .map(basename),
  );
}
