import type { ImageReference } from './image';

export const DOCKER_HUB = 'docker.io';

/** Docker's own limits for a name with its registry, and for a tag. */
const LONGEST_NAME = 255;
const LONGEST_TAG = 128;

const DOMAIN =
  /^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)*|\[[a-f\d:]+\])(?::\d+)?$/i;
const PATH_COMPONENT = /^[a-z\d]+(?:(?:\.|_|__|-+)[a-z\d]+)*$/;
const TAG = /^\w[\w.-]*$/;
const DIGEST = /^[a-z][a-z\d]*(?:[-_+.][a-z][a-z\d]*)*:[a-f\d]{32,}$/i;
const HEX_DIGITS_OF = new Map([
  ['sha256', 64],
  ['sha384', 96],
  ['sha512', 128],
]);
/** Docker reads this as an image's id, not as a name. */
const IMAGE_ID = /^[a-f\d]{64}$/;

/**
 * Reads an image reference by Docker's grammar (github.com/distribution/reference). A name without a registry belongs
 * to Docker Hub. Undefined for what Docker would reject, hence also for text with unexpanded variables.
 */
export function parseImageReference(raw: string): ImageReference | undefined {
  const at = raw.indexOf('@');
  const named = at === -1 ? raw : raw.slice(0, at);
  const digest = at === -1 ? undefined : raw.slice(at + 1);
  if (digest !== undefined && !isDigest(digest)) return undefined;

  // A colon before the last slash belongs to the registry's port.
  const colon = named.indexOf(':', named.lastIndexOf('/') + 1);
  const name = colon === -1 ? named : named.slice(0, colon);
  const tag = colon === -1 ? undefined : named.slice(colon + 1);
  if (tag !== undefined && (tag.length > LONGEST_TAG || !TAG.test(tag))) return undefined;
  if (name.length > LONGEST_NAME || IMAGE_ID.test(name)) return undefined;

  const { registry, path } = splitRegistry(name);
  if (!DOMAIN.test(registry) || !path.split('/').every((component) => PATH_COMPONENT.test(component))) {
    return undefined;
  }
  const official = registry === DOCKER_HUB && /^library\/[^/]+$/.test(path);
  return { raw, registry, repository: official ? path.slice('library/'.length) : path, tag, digest };
}

/** Writes a reference in its short form: without `docker.io` and `library/`. */
export function formatReference(reference: Omit<ImageReference, 'raw'>): string {
  const { registry, repository, tag, digest } = reference;
  const name = registry === DOCKER_HUB ? repository : `${registry}/${repository}`;
  return name + (tag === undefined ? '' : `:${tag}`) + (digest === undefined ? '' : `@${digest}`);
}

function isDigest(digest: string): boolean {
  if (!DIGEST.test(digest)) return false;
  const [algorithm = '', hex = ''] = digest.split(':');
  const length = HEX_DIGITS_OF.get(algorithm);
  return length === undefined || (hex.length === length && hex === hex.toLowerCase());
}

/** The first part is a registry when it cannot be a path: it has a dot or a port, or is `localhost` or uppercase. */
function splitRegistry(name: string): { registry: string; path: string } {
  const slash = name.indexOf('/');
  const first = name.slice(0, Math.max(slash, 0));
  const isRegistry = /[.:]/.test(first) || first === 'localhost' || first !== first.toLowerCase();
  if (slash === -1 || !isRegistry) return { registry: DOCKER_HUB, path: name };
  return { registry: first === 'index.docker.io' ? DOCKER_HUB : first, path: name.slice(slash + 1) };
}
