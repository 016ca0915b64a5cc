import type { BaseImage } from '../images/image';
import type { Fact } from '../text/fact';
import type { Step } from './model';
import { within } from './within';

/** Folders of Debian, Ubuntu and Alpine. Source: base-files, alpine-baselayout. */
const partOfSystems =
  /^\/(bin|etc|home|lib|media|mnt|opt|root|run|sbin|srv|tmp|usr|usr\/(bin|lib|local|sbin|share)|usr\/local\/(bin|lib|share)|var|var\/(cache|lib|local|log|opt|spool|tmp))$/;

interface StageSoFar {
  readonly steps: readonly Step[];
  readonly image: BaseImage | undefined;
  readonly workdir: Fact<string>;
}

function isSystem(image: BaseImage | undefined): boolean {
  return image?.packageManager !== undefined && image.packageManager !== 'none';
}

/**
 * True for a folder that is surely there when the next instruction runs: of the base image, the working directory, or
 * made by mkdir. COPY of a file to it puts the file inside.
 * @param path absolute, normalised, without a slash at its end.
 */
export function isFolderInStage(path: string, { steps, image, workdir }: StageSoFar): boolean {
  if (workdir.known && workdir.value !== '/' && within(workdir.value, path)) return true;
  if (isSystem(image) && partOfSystems.test(path)) return true;
  return steps.some(({ commands }) =>
    commands?.some(
      ({ argv: [name], effects }) =>
        name?.known === true &&
        /(^|\/)mkdir$/.test(name.value) &&
        effects.some((effect) => effect.kind === 'writes' && effect.path.known && effect.path.value === path),
    ),
  );
}
