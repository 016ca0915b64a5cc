import { known, unknown, type Fact } from '../text/fact';
import { lookUp } from './catalogue';
import type { BaseImage } from './image';
import { parseImageReference } from './reference';

/** Repositories that tag a `-slim` variant of each version. Source: docker-library/official-images. */
const withSlim = ['node', 'python', 'ruby'];

/**
 * The same version of an official language image without compilers: `node:22` -> `node:22-slim`, `python:3.13-trixie` ->
 * `python:3.13-slim-trixie`. An image that is slim already stands for itself.
 */
export function slimCounterpart(image: BaseImage | undefined): Fact<string> {
  if (!image) return unknown('the base image is not known');
  const { reference, slim, family, distribution } = image;
  if (slim) return known(reference.raw);
  const { tag = 'latest', registry, repository } = reference;
  const none = unknown(`no slim variant of ${reference.raw} is known`);
  if (family !== 'official' || registry !== 'docker.io' || !withSlim.includes(repository)) return none;
  const [, version = '', codename] =
    /^(latest|\d+(?:\.\d+)*|lts|current|[a-z]+)(?:-([a-z]+))?$/.exec(tag) ?? [];
  if (version === '' || (codename !== undefined && codename !== distribution?.codename)) return none;
  const [release, word] = version === distribution?.codename ? [version, ''] : [codename, version];
  const suffix =
    release === undefined ? 'slim' : repository === 'node' ? `${release}-slim` : `slim-${release}`;
  const name = reference.raw.replace(/@.*$/, '').replace(/:[^/:]*$/, '');
  const written = `${name}:${word === '' || word === 'latest' ? suffix : `${word}-${suffix}`}`;
  const parsed = parseImageReference(written);
  return parsed && lookUp(parsed)?.slim ? known(written) : none;
}
