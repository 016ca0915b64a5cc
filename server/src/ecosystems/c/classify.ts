import { effectsOf } from '../../model/effects/effects';
import type { CommandWithoutEffects } from '../../model/commands';
import { innerCommands } from '../../model/inner-commands';
import type { Effect, StageSoFar } from '../../model/model';
import type { Project } from '../../project/project';
import { effectiveCommand } from '../../shell/effective-command';
import { known } from '../../text/fact';
import { basename } from '../../text/path';
import { readCMakeCommand } from './cmake-command';
import { readLinkCommand } from './compiler';

const builds: Effect = { kind: 'builds', language: 'c' };

/** Effects of CMake and of a make that compiles C; undefined for other commands, plain compilers included. */
export function classifyC(
  command: CommandWithoutEffects,
  stage: StageSoFar,
  project: Project,
): readonly Effect[] | undefined {
  const tool = basename(effectiveCommand(command.command).name ?? '');
  if (/^(cmake3?|ninja)$/.test(tool)) return built(command);
  if (/^(meson|scons|xmake|bazel|bazelisk)$/.test(tool))
    return [builds, { kind: 'unknown', because: `what ${tool} builds is not followed` }];
  if (!/^g?make$/.test(tool)) return undefined;
  const inner = innerCommands(command, stage, project);
  if (!inner?.known) {
    if (isConfigured(command, stage)) return built(command);
    if (!project.files.some(({ path }) => /\.(c|cc|cpp|cxx)$/.test(path))) return undefined;
    return [builds, { kind: 'unknown', because: inner?.because ?? 'what make runs is not known' }];
  }
  if (!inner.value.some((each) => readLinkCommand(each))) return undefined;
  return [builds, ...inner.value.flatMap((each) => effectsOf(each, {}))];
}

/** CMake has written the Makefile, earlier in the stage or in the same RUN. */
function isConfigured({ script }: CommandWithoutEffects, { steps }: StageSoFar): boolean {
  const earlier = steps.flatMap(({ commands }) => commands?.map(({ command }) => command) ?? []);
  return [...earlier, ...script.commands].some((each) =>
    /^cmake3?$/.test(basename(effectiveCommand(each).name ?? '')),
  );
}

/** A step of a build with CMake. Which programs it makes, the analysis of the whole stage tells. */
function built(command: CommandWithoutEffects): readonly Effect[] | undefined {
  const folder = command.cwd.known ? new Set([command.cwd.value]) : new Set<string>();
  const read = readCMakeCommand(command, folder);
  if (!read) return undefined;
  if (!read.known) return [builds, { kind: 'unknown', because: read.because }];
  const { value } = read;
  const tree = (path: string): Effect => ({
    kind: 'writes',
    path: known(path),
    tree: true,
    from: 'compiler',
  });
  if (value.kind !== 'install') return [builds, tree(value.build)];
  return [builds, tree(value.build), tree(value.prefix ?? '/usr/local')];
}
