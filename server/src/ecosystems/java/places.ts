import type { Artefact, ProgramRefusal, ProgramRequest } from '../ecosystem';
import type { RunCommand, Stage } from '../../model/model';
import { originOf, within } from '../../model/paths';
import { known, unknown, type Fact } from '../../text/fact';

/**
 * The artefact at a place of the stage; undefined when a COPY after the last RUN brings it, which moves to the runtime
 * as it is. Unknown when nothing makes the file.
 */
export function artefactAt(
  { stage, project }: ProgramRequest,
  path: string,
  reason: string,
  folder = false,
): Fact<Artefact | undefined> {
  if (comesLate(stage, path)) return known(undefined);
  const origin = originOf(stage, path, project);
  if (origin.kind === 'absent') return unknown(`nothing in this file makes ${path}`);
  if (origin.kind === 'command' && !folder && !isMadeAlone(origin.command, path)) {
    return unknown(
      `${path} is part of what ${nameOf(origin.command)} unpacks, and what else of that is needed is not known`,
    );
  }
  if (origin.kind === 'context' && project.isFolder(origin.path) !== folder && project.has(origin.path)) {
    return unknown(`${path} is ${folder ? 'a file' : 'a folder'} of the build context`);
  }
  return known({ path, runtimePath: path, reason, ...(folder ? { folder } : {}) });
}

/** Written by a build of Java, or as a file of its own: not one of many that come out of an archive. */
function isMadeAlone({ effects }: RunCommand, path: string): boolean {
  return effects.some(
    (effect) =>
      (effect.kind === 'builds' && effect.language === 'java') ||
      (effect.kind === 'writes' &&
        effect.path.known &&
        (effect.path.value === path || effect.from === 'copy')),
  );
}

function nameOf({ argv }: RunCommand): string {
  const [name] = argv;
  return name?.known ? name.value : 'a command';
}

/** Copied from the build context after the last RUN. */
export function comesLate({ steps }: Stage, path: string): boolean {
  const lastRun = steps.findLastIndex(({ instruction }) => instruction.kind === 'run');
  return steps.some(
    ({ copy }, index) =>
      index > lastRun &&
      copy?.from.kind === 'context' &&
      copy.destination.known &&
      within(path, copy.destination.value.replace(/(.)\/$/, '$1')),
  );
}

export function refusal(message: string, at: ProgramRequest['at']): ProgramRefusal {
  return { kind: 'refusal', message, at };
}

/** Folders of the stage into which code of the build context was copied. */
export function sourceFoldersOf(
  { stage, project }: Pick<ProgramRequest, 'stage' | 'project'>,
  isSource: (path: string) => boolean,
): string[] {
  const folders = stage.steps.flatMap(({ copy }) => {
    if (copy?.from.kind !== 'context' || !copy.destination.known) return [];
    const holds = copy.sources.some((source) => {
      if (!source.known) return true;
      const path = source.value.replace(/^(\.?\/)+/, '').replace(/\/+$/, '');
      if (/[*?[]/.test(path)) return isSource(path.replace(/[*?]/g, 'x'));
      return project.files.some(
        (file) => within(`/${file.path}`, `/${path === '.' ? '' : path}`) && isSource(file.path),
      );
    });
    return holds ? [copy.destination.value.replace(/(.)\/$/, '$1')] : [];
  });
  return [...new Set(folders)].filter((folder) => folder !== '/');
}
