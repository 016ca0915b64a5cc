import type { RunCommand, Stage, Step } from '../../model/model';
import { joinPath } from '../../text/path';
import { readNodeCommand, type NodeCommand } from './node-command';

export type InstallCall = Extract<NodeCommand, { kind: 'install' }>;

/** An installation of what a package.json names, or of packages beside it. */
export interface Install {
  readonly step: Step;
  readonly command: RunCommand;
  readonly call: InstallCall;
  /** Absolute folder with the package.json; undefined when it is not known. */
  readonly folder: string | undefined;
}

export function installsOf(stage: Stage): Install[] {
  return stage.steps.flatMap((step) =>
    (step.commands ?? []).flatMap((command): Install[] => {
      const call = readNodeCommand(command);
      if (call?.kind !== 'install') return [];
      const folder = command.cwd.known ? joinPath(command.cwd.value, call.folder) : undefined;
      return [{ step, command, call, folder }];
    }),
  );
}

/** True when an option or the environment leaves development packages out, or may do so. */
export function leavesOutDevelopment({ call, command }: Install): boolean {
  const { options } = call;
  const isProduction = options.some(
    (option, i) =>
      /^(--production(=true)?|--prod|-P|-p|--omit=dev|--only=prod(uction)?|--no-dev)$/.test(option) ||
      (/^(--omit|--only)$/.test(option) && /^(dev|prod)/.test(options[i + 1] ?? '')),
  );
  if (isProduction) return true;
  if (options.some((option) => /^(--include=dev|--production=false|--also=dev|--dev|-D)$/.test(option)))
    return false;
  const mode = command.env.get('NODE_ENV');
  if (mode && (!mode.known || mode.value === 'production')) return call.manager !== 'bun';
  return [...command.env.keys()].some((name) =>
    /^(npm_config_(omit|production|only)|yarn_production)$/i.test(name),
  );
}
