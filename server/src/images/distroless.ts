import type { BaseImage, ImageReference } from './image';
import { type CatalogueEntry, canonicalName, diskBytesOf, entriesOf } from './entries';
import { releaseOf } from './releases';

export const DISTROLESS = 'gcr.io/distroless/';
/** Debian that distroless is built on now, also under names that say none. */
const DISTROLESS_DEBIAN = '13';

/** Newest versions that the catalogue has; what is above may have come out since. */
const NEWEST: Readonly<Record<string, number>> = { debian: 13, nodejs: 26, java: 25, python: 3 };
/** Variables of all distroless images (GoogleContainerTools/distroless, static/static.bzl). */
const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
const CERTIFICATES = '/etc/ssl/certs/ca-certificates.crt';

const NAME =
  /^(base-nossl|java-base|static|base|cc|java|nodejs|python|dotnet|go)(\d+(?:\.\d+)?)?(?:-debian(\d+))?$/;
const TAG = /^(latest|nonroot|debug-nonroot|debug)(?:-(?:amd64|arm64|arm|s390x|ppc64le|riscv64))?$/;
const LANGUAGES: Readonly<Record<string, string>> = {
  'java-base': 'java',
  java: 'java',
  nodejs: 'node',
  python: 'python',
  dotnet: 'dotnet',
  go: 'go',
};

interface Name {
  readonly kind: string;
  readonly version: string | undefined;
  readonly debian: string | undefined;
  readonly entry: CatalogueEntry | undefined;
}

/** A distroless image, also one that is no longer built; undefined for names that distroless never had. */
export function lookUpDistroless(reference: ImageReference, name: string): BaseImage | undefined {
  const parts = readName(name);
  if (!parts) return undefined;
  const { kind, version, entry } = parts;
  const tag = reference.tag ?? (reference.digest === undefined ? 'latest' : '');
  const variant = TAG.exec(tag)?.[1];
  const debug = variant?.startsWith('debug') ?? false;
  const nonroot = variant?.endsWith('nonroot') ?? false;
  const release = releaseOf('debian', debianOf(parts) ?? '');
  const libc = kind === 'static' ? 'none' : 'glibc';
  return {
    reference,
    family: 'distroless',
    role: entry?.role ?? (kind in LANGUAGES ? 'runtime' : 'minimal'),
    language: LANGUAGES[kind],
    languageVersion: entry ? entry.languageVersion : kind === 'python' ? undefined : version,
    libc,
    glibc: libc === 'glibc' ? release?.glibc : undefined,
    distribution: release && { name: release.name, version: release.version, codename: release.codename },
    slim: true,
    // Debug tags have /busybox/sh, which a shell-form instruction does not call.
    shell: null,
    packageManager: 'none',
    user:
      variant === undefined
        ? undefined
        : nonroot
          ? { name: 'nonroot', uid: 65532 }
          : { name: 'root', uid: 0 },
    workdir: variant === undefined || !entry ? undefined : nonroot ? '/home/nonroot' : '/',
    entrypoint: entrypointOf(kind, entry, variant, debug),
    cmd: entry?.cmd,
    env: entry ? { ...entry.env, PATH: debug ? `${PATH}:/busybox` : PATH, SSL_CERT_FILE: CERTIFICATES } : {},
    debug,
    status: entry?.status ?? (entry || isNewerThanKnown(parts) ? 'current' : 'end-of-life'),
    endOfLife: entry?.endOfLife,
    successor: deprecatedDistroless(reference)?.successor,
    compressedBytes: undefined,
    diskBytes: diskBytesOf(name) ?? diskBytesOf(`${name}-debian${DISTROLESS_DEBIAN}`),
  };
}

/**
 * Why a distroless image should not be used any more, and the reference that replaces it without changing the
 * language's version; undefined for images that are kept up to date and for those that the catalogue cannot judge.
 */
export function deprecatedDistroless(
  reference: ImageReference,
): { successor: string | undefined; because: string } | undefined {
  const name = canonicalName(reference);
  const parts = name.startsWith(DISTROLESS) ? readName(name) : undefined;
  if (!parts || isNewerThanKnown(parts) || (parts.entry && parts.entry.status === undefined))
    return undefined;

  const { kind, version = '', entry } = parts;
  const successor = `${kind}${version}-debian${DISTROLESS_DEBIAN}`;
  const [replacement] = entriesOf(DISTROLESS + successor);
  const sameLanguage = replacement?.languageVersion === entry?.languageVersion;
  const ended = endedBecause(name, entry);
  if (!replacement || replacement.status || !sameLanguage) {
    return { successor: undefined, because: `${ended} ${alternatives(kind)}` };
  }
  const tag = reference.tag ?? (reference.digest === undefined ? 'latest' : undefined);
  return {
    successor: tag !== undefined && TAG.test(tag) ? `${DISTROLESS}${successor}:${tag}` : undefined,
    because: `${ended} ${DISTROLESS}${successor} replaces it.${opensslWarning(parts)}`,
  };
}

function readName(name: string): Name | undefined {
  const [, kind, version, debian] = NAME.exec(name.slice(DISTROLESS.length)) ?? [];
  if (kind === undefined || (version !== undefined && !(kind in LANGUAGES))) return undefined;
  return { kind, version, debian, entry: entriesOf(name)[0] };
}

/** Unsuffixed names followed distroless from one Debian to the next as long as they were built. */
function debianOf({ debian, entry }: Name): string | undefined {
  return debian ?? (entry && entry.status === undefined ? DISTROLESS_DEBIAN : undefined);
}

function isNewerThanKnown({ kind, version, debian }: Name): boolean {
  return Number(debian ?? 0) > (NEWEST['debian'] ?? 0) || Number(version ?? 0) > (NEWEST[kind] ?? Infinity);
}

/** Images of a language keep its entrypoint in their debug tags; the others start busybox there. */
function entrypointOf(
  kind: string,
  entry: CatalogueEntry | undefined,
  variant: string | undefined,
  debug: boolean,
): readonly string[] | undefined {
  if (entry?.role === 'runtime') return entry.entrypoint;
  if (variant === undefined || (!entry && kind in LANGUAGES)) return undefined;
  return debug ? ['/busybox/sh'] : [];
}

function endedBecause(name: string, entry: CatalogueEntry | undefined): string {
  if (entry?.status === 'deprecated') {
    return `Distroless builds ${name} until September 2026 by its support policy: without updates it gets no security fixes.`;
  }
  const stopped =
    entry?.endOfLife === undefined ? 'does not build' : `stopped on ${entry.endOfLife} to build`;
  return `Distroless ${stopped} ${name}: it gets no security fixes.`;
}

function alternatives(kind: string): string {
  const suffix = `-debian${DISTROLESS_DEBIAN}`;
  switch (kind) {
    case 'nodejs':
      return `The Node.js versions it builds are 22, 24 and 26, as nodejs24${suffix}.`;
    case 'java':
      return `The Java versions it builds are 17, 21 and 25, as java21${suffix}.`;
    case 'python':
      return `The only Python it builds is 3.13, as python3${suffix}; packages must be installed for that version.`;
    case 'go':
      return `Go needs no image of its own: a static program runs on static${suffix}, one with cgo on base${suffix}.`;
    case 'dotnet':
      return "Microsoft's chiseled images are the distroless images for .NET.";
    default:
      return `Images built on Debian ${DISTROLESS_DEBIAN} replace it.`;
  }
}

function opensslWarning({ kind, debian }: Name): string {
  const linked = kind === 'base' || kind === 'cc';
  if (!linked || debian === undefined || Number(debian) >= 12) return '';
  return ' It has OpenSSL 3: programs linked with OpenSSL 1.1 must be built anew.';
}
