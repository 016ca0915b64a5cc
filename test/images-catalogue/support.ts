import type { BaseImage } from '../../server/src/images/image';
import { lookUp } from '../../server/src/images/catalogue';
import { parseImageReference } from '../../server/src/images/reference';

/** What the catalogue knows of an image written as after FROM. */
export function find(raw: string): BaseImage | undefined {
  const reference = parseImageReference(raw);
  if (!reference) throw new Error(`${raw} is not an image reference`);
  return lookUp(reference);
}

/** A short form that a table can hold: `debian 12 glibc 2.36 apt`, with `?` for what is not known. */
export function systemOf(image: BaseImage): string {
  const { distribution, libc, glibc, packageManager } = image;
  return [
    distribution ? `${distribution.name} ${distribution.version}` : '?',
    glibc ? `glibc ${glibc.join('.')}` : (libc ?? '?'),
    packageManager ?? '?',
  ].join(' | ');
}
