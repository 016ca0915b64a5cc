import data from './catalogue.json';
import type { BaseImage, ImageReference, ImageUser, Libc, PackageManager } from './image';
import { DOCKER_HUB } from './reference';

/** What catalogue.json says of a repository, or of those of its tags that have `words` in them. */
export interface CatalogueEntry {
  readonly repository: string;
  readonly words?: readonly string[];
  readonly family: BaseImage['family'];
  readonly role: BaseImage['role'];
  readonly language?: string;
  /** Where the repository's name settles it. */
  readonly languageVersion?: string;
  readonly libc?: Libc;
  readonly glibc?: readonly [number, number];
  /** Word for the release that tags without such a word stand on, `debian13`. */
  readonly release?: string;
  readonly shell?: boolean;
  readonly packageManager?: PackageManager;
  readonly user?: { readonly name?: string; readonly uid: number };
  readonly workdir?: string;
  readonly entrypoint?: readonly string[];
  readonly cmd?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly status?: 'deprecated' | 'end-of-life';
  readonly endOfLife?: string;
  readonly compressedMegabytes?: number;
  readonly diskMegabytes?: number;
}

interface CatalogueFile {
  readonly version: number;
  readonly asOf: string;
  readonly source: string;
  readonly diskMegabytes: Readonly<Record<string, number>>;
  readonly images: readonly CatalogueEntry[];
}

// TypeScript reads a JSON file's arrays as unions of every entry's shape; test/images-catalogue checks the real shape.
const catalogue = data as unknown as CatalogueFile;
const byRepository = new Map<string, CatalogueEntry[]>();
for (const entry of catalogue.images) {
  const entries = byRepository.get(entry.repository);
  if (entries) entries.push(entry);
  else byRepository.set(entry.repository, [entry]);
}

/** Version of the catalogue's layout, and the day that its facts were true. */
export function catalogueInfo(): { version: number; asOf: string } {
  return { version: catalogue.version, asOf: catalogue.asOf };
}

/** All entries of a repository, by its canonical name. Those that differ in the version of Java alone share theirs. */
export function entriesOf(name: string): readonly CatalogueEntry[] {
  return byRepository.get(name) ?? byRepository.get(name.replace(OPENJDK, '$10$3')) ?? [];
}

/** `11` of `adoptopenjdk/openjdk11` and of `registry.access.redhat.com/ubi9/openjdk-11-runtime`. */
export function jdkOfRepository(name: string): string | undefined {
  return OPENJDK.exec(name)?.[2];
}

/**
 * The entry for a tag: the one with the most words, all of them in the tag. What `alpine` changes follows from the tag
 * as well, so an entry chosen by another word wins over one chosen by that.
 */
export function entryFor(entries: readonly CatalogueEntry[], tag: string): CatalogueEntry | undefined {
  let best: CatalogueEntry | undefined;
  let most = -1;
  for (const entry of entries) {
    const words = entry.words ?? [];
    if (!words.every((word) => tag.includes(word))) continue;
    const weight = words.reduce((sum, word) => sum + (word === 'alpine' ? 1 : 2), 0);
    if (weight > most) [best, most] = [entry, weight];
  }
  return best;
}

/** Size on disk in bytes of a name as the source of sizes writes it, `golang:1.22-bookworm`. */
export function diskBytesOf(name: string): number | undefined {
  const megabytes = catalogue.diskMegabytes[name];
  return megabytes === undefined ? undefined : megabytes * 1_000_000;
}

/** Public mirrors of Docker Hub, and the path in front of its repositories there. */
const MIRRORS: readonly (readonly [registry: string, prefix: string])[] = [
  ['mirror.gcr.io', ''],
  ['public.ecr.aws', 'docker/'],
  ['public.ecr.aws', 'amazonlinux/'],
  ['public.ecr.aws', 'amazoncorretto/'],
  ['registry.hub.docker.com', ''],
  ['registry-1.docker.io', ''],
];
const ARCHITECTURE = /^(?:amd64|arm32v[567]|arm64v8|i386|mips64le|ppc64le|riscv64|s390x)\//;
const UBI =
  /^(?:(?:redhat|registry\.access\.redhat\.com|registry\.redhat\.io)\/)(ubi\d+)(?:\/ubi)?(-minimal|-micro)?$/;
/** The catalogue has these with the version `0`. */
const OPENJDK = /(\/openjdk-?)([1-9]\d*)(-runtime)?$/;
const UBI_OPENJDK = /^registry\.redhat\.io\/(ubi\d+\/openjdk-\d+(?:-runtime)?)$/;

/** The name that the catalogue files an image under, whatever mirror or alias it is pulled from. */
export function canonicalName({ registry, repository }: ImageReference): string {
  let path = registry === DOCKER_HUB ? repository : `${registry}/${repository}`;
  for (const [mirror, prefix] of MIRRORS) {
    if (registry === mirror && repository.startsWith(prefix)) path = repository.slice(prefix.length);
  }
  const official = path.replace(/^library\//, '').replace(ARCHITECTURE, '');
  // The same images on Docker Hub.
  if (official === 'astral/uv') return 'ghcr.io/astral-sh/uv';
  const ubi = UBI.exec(official);
  if (ubi) return `registry.access.redhat.com/${ubi[1] ?? ''}/ubi${ubi[2] ?? ''}`;
  return official.replace(UBI_OPENJDK, 'registry.access.redhat.com/$1');
}

/** The user that an entry's image runs as. */
export function userOf(entry: CatalogueEntry): ImageUser | undefined {
  return entry.user && { name: entry.user.name, uid: entry.user.uid };
}
