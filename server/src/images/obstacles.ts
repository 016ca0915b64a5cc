import type { BaseImage, RuntimeNeeds } from './image';
import { isNewer } from './slim-runtime';

/** Why an image without shell and package manager does not serve; undefined when it does. */
export function obstacleToShellLess({ shell, packages }: RuntimeNeeds, images: string): string | undefined {
  if (shell) return `the program needs a shell while it runs, and there is none in ${images}`;
  if (packages.length === 0) return undefined;
  return `the program needs the packages ${packages.join(', ')}, and nothing can be installed in ${images}`;
}

/** A program runs on the glibc it was linked with or a newer one, never on an older. */
export function glibcObstacle(
  { builderGlibc }: RuntimeNeeds,
  { glibc }: BaseImage,
  images: string,
): string | undefined {
  if (!builderGlibc) return "the builder's glibc version is not known, so that the runtime's may be too old";
  if (glibc && !isNewer(builderGlibc, glibc)) return undefined;
  return `the builder's glibc ${builderGlibc.join('.')} is newer than the ${glibc?.join('.') ?? 'unknown one'} of ${images}`;
}
