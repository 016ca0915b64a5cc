import { type Release, releaseOf, releaseOfWord } from './releases';
import { releaseBehind } from './official-tags';

/** A tag taken apart. */
export interface Tag {
  readonly text: string;
  /** `1.22.3` of `1.22.3-alpine3.19`; of `8u212-jre` and `1.23rc1` the number they start with. */
  readonly version: string | undefined;
  readonly words: readonly string[];
  readonly release: Release | undefined;
  /** Built on Alpine, whichever release. */
  readonly alpine: boolean;
  /** Built on a distribution that the catalogue has no facts of (`oraclelinux8`, `corretto`, `ubi9`). */
  readonly foreign: boolean;
}

const FOREIGN =
  /corretto|ibm|zulu|graal|oracle|^ubi|sapmachine|microsoft|liberica|mariner|azurelinux|semeru|dragonwell|centos|amazonlinux|rhel|fedora|photon/;
/** Repositories whose tags are the versions of a distribution, with its name. */
const DISTRIBUTIONS = new Map([
  ['debian', 'debian'],
  ['ubuntu', 'ubuntu'],
  ['alpine', 'alpine'],
  ['fedora', 'fedora'],
  ['almalinux', 'almalinux'],
  ['rockylinux', 'rockylinux'],
  ['amazonlinux', 'amazonlinux'],
]);
const CURRENT_ALIAS = /^(?:latest|stable|oldstable|oldoldstable|testing|unstable|sid|rolling|devel|edge)$/;
/** Alpine's tags `3`, `latest`, and bare days, which are snapshots of edge. */
const ALPINE_ALIASES = new Map([
  ['3', '3.24'],
  ['latest', '3.24'],
]);

/** Takes a tag apart, given the canonical name of its repository. */
export function readTag(repository: string, text: string): Tag {
  // Temurin and Haskell write `alpine-3.20`.
  const words = text.replace(/alpine-(?=\d)/, 'alpine').split('-');
  const numbered = /^(\d+(?:\.\d+)*)(.*)$/.exec(words[0] ?? '');
  const version = numbered?.[1];
  const rest = numbered ? words.slice(1) : words;
  const alpine = repository === 'alpine' || words.some((word) => /^alpine(?:\d|$)/.test(word));
  const foreign = words.some((word) => FOREIGN.test(word));
  const named = words.map(releaseOfWord).find(Boolean);
  const exact = !numbered?.[2];
  return {
    text,
    version,
    words: rest,
    alpine,
    foreign,
    release: foreign ? undefined : (named ?? (exact ? unnamedRelease(repository, version, rest) : undefined)),
  };
}

function unnamedRelease(
  repository: string,
  version: string | undefined,
  words: readonly string[],
): Release | undefined {
  const ubi = /\/ubi(\d+)\//.exec(repository);
  if (ubi) return releaseOf('rhel', ubi[1] ?? '');
  if (repository.startsWith('mcr.microsoft.com/dotnet/')) return dotnetRelease(version, words);
  const distribution = DISTRIBUTIONS.get(repository);
  if (!distribution)
    return releaseBehind(repository, version, words.filter((word) => word !== 'latest').join('-'));
  const name = version ?? words.find((word) => CURRENT_ALIAS.test(word)) ?? '';
  return releaseOf(distribution, distribution === 'alpine' ? (ALPINE_ALIASES.get(name) ?? name) : name);
}

/** .NET 10 moved its unsuffixed tags from Debian to Ubuntu (dotnet-docker documentation). */
function dotnetRelease(version: string | undefined, words: readonly string[]): Release | undefined {
  if (version === undefined || words.some((word) => word.startsWith('alpine'))) return undefined;
  const major = Number(version.split('.')[0]);
  if (major === 10) return releaseOfWord('noble');
  return major === 8 || major === 9 ? releaseOfWord('bookworm') : undefined;
}
