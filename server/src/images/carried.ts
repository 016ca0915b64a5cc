import type { BaseImage } from './image';
import { canonicalName } from './entries';
import { compareVersions } from './version';

/** Since about this release Alpine's image has the bundle of certificates without a package being installed. */
const ALPINE_WITH_CERTIFICATES = '3.12';

/**
 * Whether the image has CA certificates where programs look for them (`/etc/ssl/certs/ca-certificates.crt`), as
 * outgoing TLS needs. Undefined when it is not known.
 */
export function hasCertificates(image: BaseImage): boolean | undefined {
  const name = canonicalName(image.reference);
  switch (image.family) {
    case 'distroless':
      return name.startsWith('gcr.io/distroless/') ? true : undefined;
    case 'scratch':
      return false;
    case 'alpine':
      if (name !== 'alpine' || !image.distribution) return undefined;
      if (image.distribution.version === 'edge') return true;
      return compareVersions(image.distribution.version, ALPINE_WITH_CERTIFICATES) >= 0 ? true : undefined;
    default:
      if (name === 'debian' || name === 'ubuntu') return false;
      return isChainguardBase(name) || (name === 'golang' && image.libc !== undefined) ? true : undefined;
  }
}

/** Whether the image has the time zone database (`/usr/share/zoneinfo`). Undefined when it is not known. */
export function hasTimeZones(image: BaseImage): boolean | undefined {
  const name = canonicalName(image.reference);
  if (name.startsWith('gcr.io/distroless/')) return true;
  if (name === 'cgr.dev/chainguard/static') return true;
  const without = ['ubuntu', 'alpine', 'scratch', 'cgr.dev/chainguard/glibc-dynamic'];
  return without.includes(name) ? false : undefined;
}

function isChainguardBase(name: string): boolean {
  return name === 'cgr.dev/chainguard/static' || name === 'cgr.dev/chainguard/glibc-dynamic';
}
