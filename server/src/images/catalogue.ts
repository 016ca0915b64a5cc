import type { BaseImage, ImageReference, PackageManager } from './image';
import {
  type CatalogueEntry,
  canonicalName,
  catalogueInfo,
  diskBytesOf,
  entriesOf,
  entryFor,
  jdkOfRepository,
  userOf,
} from './entries';
import { DISTROLESS, lookUpDistroless } from './distroless';
import { lifecycleOf } from './lifecycles';
import { type Release, releaseOfWord } from './releases';
import { type Tag, readTag } from './tag';
import { compareVersions } from './version';

export { catalogueInfo } from './entries';
export { deprecatedDistroless } from './distroless';

/** Images that behave unlike their tag's others: not Linux, another JVM, or with ONBUILD instructions that run in the user's build. */
const UNLIKE = /windows|nanoserver|onbuild|openj9|-compat\b|-sfw\b/;

/**
 * What is known of a base image. The tag is read by its structure, so that versions which the catalogue does not list
 * are understood as well. A reference by digest alone gets what holds for every tag of its repository. Undefined for
 * repositories that the catalogue does not have.
 */
export function lookUp(reference: ImageReference): BaseImage | undefined {
  const name = canonicalName(reference);
  if (name === 'scratch' && reference.raw !== 'scratch') return undefined;
  if (name.startsWith(DISTROLESS)) return lookUpDistroless(reference, name);
  const entries = entriesOf(name);
  if (entries.length === 0) return undefined;
  if (reference.tag === undefined && reference.digest !== undefined) return anyTag(reference, entries);

  const tag = readTag(name, reference.tag ?? 'latest');
  const entry = UNLIKE.test(tag.text) ? undefined : entryFor(entries, tag.text);
  return entry && describe(reference, name, entry, tag);
}

function describe(reference: ImageReference, name: string, entry: CatalogueEntry, tag: Tag): BaseImage {
  const release = tag.release ?? (tag.alpine ? undefined : releaseOfWord(entry.release ?? ''));
  const languageVersion = languageVersionOf(name, entry, tag);
  // A developer's variant of a Chainguard image adds a shell and apk; the rest of it is not described anywhere.
  const developer = entry.family === 'chainguard' && tag.words.includes('dev');
  const vague = tag.foreign || developer;
  const dated = isOlderDotnet(name, tag);
  const libc = name === 'busybox' ? (tag.words.includes('glibc') ? 'glibc' : undefined) : libcOf(entry, tag);
  return {
    reference,
    family: entry.family,
    role: tag.words.includes('jre') ? 'runtime' : entry.role,
    language: entry.language,
    languageVersion,
    libc,
    glibc: libc === 'glibc' ? (release?.glibc ?? entry.glibc) : undefined,
    distribution: release && { name: release.name, version: release.version, codename: release.codename },
    slim: isSlim(name, entry, tag),
    shell: developer || entry.shell === true ? '/bin/sh' : entry.shell === false ? null : undefined,
    packageManager: developer ? 'apk' : packageManagerOf(name, entry, tag, release),
    user: developer || (dated && entry.family !== 'official') ? undefined : userOf(entry),
    workdir: entry.workdir,
    entrypoint: vague || hasOlderStart(name, languageVersion) ? undefined : entry.entrypoint,
    cmd: vague ? undefined : entry.cmd,
    env: dated ? {} : envOf(name, entry, languageVersion),
    debug: false,
    ...supportOf(entry, release, languageVersion),
    successor: undefined,
    compressedBytes: bytes(entry.compressedMegabytes),
    diskBytes: diskBytes(name, tag, release) ?? bytes(entry.diskMegabytes),
  };
}

/** What all entries of a repository agree on. Which libc or package manager is settled by tags almost everywhere. */
function anyTag(reference: ImageReference, entries: readonly CatalogueEntry[]): BaseImage {
  const [first] = entries as [CatalogueEntry, ...CatalogueEntry[]];
  function common<K extends keyof CatalogueEntry>(key: K): CatalogueEntry[K] | undefined {
    const text = JSON.stringify(first[key]);
    return entries.every((entry) => JSON.stringify(entry[key]) === text) ? first[key] : undefined;
  }
  const uniform =
    first.role === 'os' && first.family !== 'chainguard' && first.repository !== 'buildpack-deps';
  const varied = first.family === 'chainguard' || first.family === 'dhi';
  const shell = varied ? undefined : common('shell');
  const tag = uniform ? readTag(first.repository, '') : undefined;
  return {
    reference,
    family: first.family,
    role: first.role,
    language: common('language'),
    languageVersion: undefined,
    libc: uniform ? common('libc') : undefined,
    glibc: undefined,
    distribution: tag?.release && {
      name: tag.release.name,
      version: tag.release.version,
      codename: undefined,
    },
    slim: false,
    shell: shell === undefined ? undefined : shell ? '/bin/sh' : null,
    packageManager: uniform ? common('packageManager') : undefined,
    user: varied || !common('user') ? undefined : userOf(first),
    workdir: varied ? undefined : common('workdir'),
    entrypoint: varied ? undefined : common('entrypoint'),
    cmd: varied ? undefined : common('cmd'),
    env: {},
    debug: false,
    status: first.status ?? 'current',
    endOfLife: common('endOfLife'),
    successor: undefined,
    compressedBytes: undefined,
    diskBytes: undefined,
  };
}

function libcOf(entry: CatalogueEntry, tag: Tag): BaseImage['libc'] {
  // Docker's hardened static image holds no libc on Alpine either.
  return tag.alpine && entry.libc === 'glibc' ? 'musl' : entry.libc;
}

function packageManagerOf(
  name: string,
  entry: CatalogueEntry,
  tag: Tag,
  release: Release | undefined,
): PackageManager | undefined {
  if (entry.packageManager === 'none') return 'none';
  if (tag.alpine) return 'apk';
  if (tag.foreign) return undefined;
  if (release?.name === 'debian' || release?.name === 'ubuntu') return 'apt';
  // Before it turned to Temurin, Maven's images stood on Debian or on Oracle Linux.
  if (name === 'maven' && /(?:^|-)(?:open)?jdk-|^3\.[0-8]/.test(tag.text) && !tag.words.includes('temurin'))
    return undefined;
  // `almalinux:9-minimal` has microdnf, Amazon Linux before 2023 yum.
  if (tag.words.includes('minimal')) return 'microdnf';
  return release?.name === 'amazonlinux' && release.version === '2' ? 'yum' : entry.packageManager;
}

/** Build tools for Java say the JDK's version after its name: `3.9-eclipse-temurin-21`, `8-jdk17`. */
function languageVersionOf(name: string, entry: CatalogueEntry, { text, version }: Tag): string | undefined {
  if (entry.languageVersion !== undefined) return entry.languageVersion;
  if (entry.language === undefined) return undefined;
  // uv's images say the version of uv first, if any: `0.9-python3.12-bookworm-slim`.
  if (/(?:^|\/)uv$/.test(name)) return /python(\d+(?:\.\d+)*)/.exec(text)?.[1];
  if (entry.language !== 'java') return version;
  const ofRepository = jdkOfRepository(name);
  if (ofRepository !== undefined) return ofRepository;
  return (/^(?:dhi\.io\/)?(?:maven|gradle|tomcat)$/.test(name) ? undefined : version) ?? namedJdk(text);
}

/** `eclipse-temurin-jammy-22_36_1.10.0_3.4.2` and `amazoncorretto-al2023-21.0.6_1.10.0_3.4.2`: the first number after the name. */
function namedJdk(text: string): string | undefined {
  return /(?:jdk|jre|temurin|corretto|openjdk|semeru|zulu|java|sapmachine|liberica)-?(?:(?:[a-z]+|al\d+)-)?(\d+)/.exec(
    text,
  )?.[1];
}

function envOf(name: string, entry: CatalogueEntry, version: string | undefined): BaseImage['env'] {
  const env = entry.env ?? {};
  if (
    name !== 'golang' ||
    version === undefined ||
    !/\./.test(version) ||
    compareVersions(version, '1.21') >= 0
  ) {
    return env;
  }
  // docker-library/golang sets it since the first Go that knows it.
  return Object.fromEntries(Object.entries(env).filter(([key]) => key !== 'GOTOOLCHAIN'));
}

/** Node's entry script came with 12; Temurin's with builds that these versions no longer got. */
function hasOlderStart(name: string, version: string | undefined): boolean {
  if (version === undefined) return false;
  if (name === 'node') return compareVersions(version, '12') < 0;
  return /^(?:eclipse-temurin|sbtscala\/scala-sbt)$/.test(name) && /^(?:16|18|19|20)(?:\.|$)/.test(version);
}

/** Port, user and their variables were other ones before .NET 8. */
function isOlderDotnet(name: string, { version }: Tag): boolean {
  return (
    name.startsWith('mcr.microsoft.com/dotnet/') && version !== undefined && compareVersions(version, '8') < 0
  );
}

function isSlim(name: string, { family }: CatalogueEntry, { alpine, words }: Tag): boolean {
  if (family === 'scratch' || family === 'distroless' || family === 'chiseled') return true;
  return alpine || words.includes('slim') || /-(?:minimal|micro)$/.test(name) || words.includes('minimal');
}

/** The language and the distribution age apart: what ends first counts. */
function supportOf(
  entry: CatalogueEntry,
  release: Release | undefined,
  version: string | undefined,
): Pick<BaseImage, 'status' | 'endOfLife'> {
  const lifecycle = lifecycleOf(entry.language, version);
  const [endOfLife] = [entry.endOfLife, release?.endOfLife, lifecycle.endOfLife]
    .filter((day) => day !== undefined)
    .sort();
  const ended = lifecycle.longEnded || (endOfLife !== undefined && endOfLife <= catalogueInfo().asOf);
  return { status: entry.status ?? (ended ? 'end-of-life' : 'current'), endOfLife };
}

/** Sizes are listed by minor or major version, with the codename where the repository has one in its tags. */
function diskBytes(name: string, tag: Tag, release: Release | undefined): number | undefined {
  if (name === 'debian' || name === 'ubuntu') {
    return diskBytesOf(`${name}:${release?.codename ?? ''}${tag.words.includes('slim') ? '-slim' : ''}`);
  }
  const exact = diskBytesOf(`${name}:${tag.text}`);
  if (exact !== undefined) return exact;
  const codename = release?.codename;
  const variant = tag.words.filter((word) => word !== codename && word !== 'latest');
  const [major = '', minor] = (tag.version ?? '').split('.');
  for (const version of [minor === undefined ? major : `${major}.${minor}`, major]) {
    const words = [version, ...variant].filter((word) => word !== '');
    const size =
      diskBytesOf(`${name}:${[...words, codename].join('-')}`) ?? diskBytesOf(`${name}:${words.join('-')}`);
    if (size !== undefined) return size;
  }
  return undefined;
}

function bytes(megabytes: number | undefined): number | undefined {
  return megabytes === undefined ? undefined : Math.round(megabytes * 1_000_000);
}
