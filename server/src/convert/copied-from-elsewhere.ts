import type { Program } from '../ecosystems/ecosystem';
import type { CopyStep, Stage } from '../model/model';
import { originOf, within } from '../model/paths';
import type { Project } from '../project/project';
import { basename, joinPath, withoutTrailingSlash } from '../text/path';
import type { StartAnalysis } from './start';

/** A file or folder that a COPY brings and the program may read. */
export interface Asset {
  readonly path: string;
  readonly folder: boolean;
  readonly reason: string;
}

/** Folders of programs: what is copied there is one, and others may serve the build alone. */
const programs = /^(\/usr|\/usr\/local)?\/s?bin$/;

/** Folders with content of the base image: what is copied there is told by its name alone. */
const ofBaseImage =
  /^\/((usr|etc|lib\w*|var|var\/lib|root|usr\/(lib|share|libexec)|usr\/local\/(lib|share|etc))?)$/;

/**
 * What COPY --from brings to a program that ships as it stands: a web front end, an environment, an extension. Nobody
 * has read what looks for it, and the author put it into the image. Programs of the build alone stay in the builder.
 */
export function copiedFromElsewhere(copy: CopyStep, program: Program, start: StartAnalysis): Asset[] {
  if (!copy.destination.known || copy.from.kind === 'context') return [];
  const destination = copy.destination.value;
  const place = withoutTrailingSlash(destination);
  if (/^\/tmp(\/|$)/.test(place)) return [];
  const reason = `copied from ${copy.from.kind === 'stage' ? `stage ${copy.from.stage.name ?? copy.from.stage.index}` : 'another image'}: the program may need it`;
  if (programs.test(place) || ofBaseImage.test(place)) {
    return copy.sources.flatMap((source): Asset[] => {
      if (!source.known || /[*?[]|\/$/.test(source.value)) return [];
      const path = joinPath(place, basename(source.value));
      return isAsked(path, program, start) ? [{ path, folder: false, reason }] : [];
    });
  }
  const folder = destination.endsWith('/') || copy.sources.length > 1 || !/\.\w+$/.test(basename(place));
  return isAsked(place, program, start) ? [{ path: place, folder, reason }] : [];
}

/** False for what a RUN removes again, and for packages that are in their place by now: `pip install /wheels/*`. */
export function isLeft(path: string, stage: Stage, project: Project): boolean {
  const commands = stage.steps.flatMap(({ commands }) => commands ?? []);
  const isInstalled = commands.some(
    ({ argv, effects }) =>
      effects.some(({ kind }) => kind === 'downloads-dependencies') &&
      argv.some((word) => word.known && within(joinPath('/', word.value.replace(/^--?[\w-]+=/, '')), path)),
  );
  return !isInstalled && originOf(stage, path, project).kind !== 'absent';
}

/** False for a program that nobody starts: all that are started are known. */
function isAsked(path: string, program: Program, start: StartAnalysis): boolean {
  const name = basename(path);
  if (!/\/s?bin\/[^/]+$/.test(path)) return true;
  if (program.buildOnly?.(name) !== undefined) return false;
  if (start.needsShell || !program.spawns.known) return true;
  return [...program.spawns.value, ...(program.argv ?? [])].some((word) => word === name || word === path);
}

/** A program that COPY takes out of another image or stage. */
export function isCopiedIn(name: string, { steps }: Stage): boolean {
  return steps.some(({ copy }) => {
    if (!copy?.destination.known || copy.from.kind === 'context') return false;
    const { value } = copy.destination;
    if (/\/s?bin\/?$/.test(value))
      return copy.sources.some((source) => source.known && basename(source.value) === name);
    return /\/s?bin\/[^/]+$/.test(value) && basename(value) === name;
  });
}
