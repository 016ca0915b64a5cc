import type { Stage, Step } from '../model/model';
import { within } from '../model/paths';
import { basename, joinPath } from '../text/path';

/**
 * The text of a COPY or ADD that moves to the runtime stage; undefined when it can stay word for word.
 * Its destination counts from the runtime's working directory, and names of users are not known there.
 */
export function movedCopyText(step: Step, stage: Stage, owner: string): string | undefined {
  const { copy, before } = step;
  if (!copy?.destination.known) return undefined;
  const { instruction } = copy;
  const here = before.workdir.known ? before.workdir.value : undefined;
  const end = stage.end.workdir.known ? stage.end.workdir.value : undefined;
  const sameFolder = here === end || instruction.destination?.value.startsWith('/');
  const chown = instruction.chown?.value;
  const numeric = chown === undefined || /^\d+(:\d+)?$/.test(chown);
  // A folder that the author's image has, and the runtime image may not have.
  const written = instruction.destination?.value ?? '';
  const isKnownFolder =
    copy.destination.value.endsWith('/') &&
    !/(^|\/)\.?$/.test(written) &&
    !(here !== undefined && within(here, copy.destination.value));
  if ((sameFolder && numeric && !isKnownFolder) || instruction.heredocs.length > 0) return undefined;
  const flags = instruction.flags.map((flag) =>
    flag.name === 'chown' && !numeric
      ? `--chown=${owner}`
      : `--${flag.name}${flag.value === undefined ? '' : `=${flag.value}`}`,
  );
  const sources = instruction.sources.map((source) => source.raw);
  const raw = instruction.destination?.raw ?? '';
  const destination = sameFolder ? (isKnownFolder ? `${raw}/` : raw) : copy.destination.value;
  return [instruction.keyword, ...flags, ...sources, destination].join(' ');
}

/** The text of a COPY or ADD that gives what it brings to a user; undefined when its owner is written already. */
export function ownedCopyText({ copy }: Step, owner: string): string | undefined {
  if (!copy || copy.instruction.chown || copy.instruction.heredocs.length > 0) return undefined;
  const { instruction } = copy;
  const flags = instruction.flags.map(
    (flag) => `--${flag.name}${flag.value === undefined ? '' : `=${flag.value}`}`,
  );
  const words = [...instruction.sources.map((source) => source.raw), instruction.destination?.raw ?? ''];
  return [instruction.keyword, ...flags, `--chown=${owner}`, ...words].join(' ');
}

/**
 * The same for what lands beside an application in a folder of the system: all of an application belongs to the runtime
 * user.
 * @param home that folder; undefined when there is none to give away.
 */
export function givenCopyText(step: Step, home: string | undefined, owner: string): string | undefined {
  const destination = step.copy?.destination;
  if (home === undefined || !destination?.known) return undefined;
  return within(joinPath('/', destination.value), home) ? ownedCopyText(step, owner) : undefined;
}

/** A COPY of one file to one of these places, after which nothing in the stage uses it. */
export function bringsOnly({ copy }: Step, paths: readonly string[]): boolean {
  if (!copy?.destination.known || copy.sources.length !== 1) return false;
  const [source] = copy.sources;
  const { value } = copy.destination;
  const target = value.endsWith('/') && source?.known ? joinPath(value, basename(source.value)) : value;
  return paths.includes(target);
}
