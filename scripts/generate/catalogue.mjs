// Writes server/src/images/catalogue.json, what Jettison knows of base images, from a collection of facts.
//
//     node scripts/generate/catalogue.mjs SOURCE_JSON [SIZES_MARKDOWN] [--check]
//
// SOURCE_JSON: one object per repository or group of tags, with prose and sources. Only what server/src/images needs
// is kept. SIZES_MARKDOWN: a table `| name | MB | tags |` of sizes on disk. Neither is part of this repository.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Raised when the layout of catalogue.json changes. */
const VERSION = 1;
/** Paths that hold for one version of a language alone: `/opt/php-8.4/bin/php`. */
const VERSIONED = /(?:php|java|openjdk|jdk|jre|temurin)[-/]\d/;
const DOCKER_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

const options = process.argv.slice(2);
const check = options.includes('--check');
const [sourcePath, sizesPath] = options.filter((option) => option !== '--check');
if (!sourcePath) {
  console.error('usage: node scripts/generate/catalogue.mjs SOURCE_JSON [SIZES_MARKDOWN] [--check]');
  process.exit(2);
}

const facts = JSON.parse(readFileSync(sourcePath, 'utf8'));
const text = layOut({
  version: VERSION,
  asOf: facts.map(({ asOf }) => asOf ?? '').reduce((a, b) => (a > b ? a : b)),
  source:
    "Build definitions and documentation of the images: GoogleContainerTools/distroless, docker-library, dotnet-docker, chainguard-images, docker-hardened-images, Red Hat's and endoflife.date. Sizes are estimates for amd64.",
  images: facts.filter(isKept).flatMap(entriesOf),
  diskMegabytes: sizesPath ? sizesOf(readFileSync(sizesPath, 'utf8')) : {},
});
const output = fileURLToPath(new URL('../../server/src/images/catalogue.json', import.meta.url));
if (!check) writeFileSync(output, text);
else if (readFileSync(output, 'utf8') !== text) {
  console.error(`${output} is not what ${sourcePath} gives`);
  process.exit(1);
}

function isKept({ image, tagPattern }) {
  // A placeholder for a customer's own registry; and a Temurin variant that crosses with jdk and jre, where the
  // Alpine part follows from the tag alone.
  return !image.includes('/ORG/') && !(image === 'eclipse-temurin' && tagPattern === '*alpine*');
}

/** One entry, or several where the source describes a group: `{runtime,aspnet}`, `*{slim,alpine}*`. */
function entriesOf(fact) {
  return expandBraces(fact.image).flatMap((repository) =>
    expandBraces(fact.tagPattern ?? '').map((pattern) =>
      entry(fact, repository, wordsOf(repository, pattern)),
    ),
  );
}

function expandBraces(text) {
  const group = /^(.*)\{(.*)\}(.*)$/.exec(text);
  return group ? group[2].split(',').map((word) => group[1] + word + group[3]) : [text];
}

/** Parts of a tag that tell this entry from its repository's others. Temurin's JDK is what it has without a word. */
function wordsOf(repository, pattern) {
  return pattern
    .split('*')
    .filter((word) => word !== '' && !(repository === 'eclipse-temurin' && word === 'jdk'));
}

function entry(fact, repository, words) {
  const distroless = repository.startsWith('gcr.io/distroless/');
  const variant = words.map((word) => fact.variants?.[word]).find(Boolean) ?? {};
  return withoutEmpty({
    repository,
    words: words.length > 0 ? words : undefined,
    family: fact.family,
    role: fact.role,
    language: fact.language,
    languageVersion: distroless ? distrolessVersion(fact, repository) : undefined,
    libc: variant.libc ?? fact.libc,
    glibc: /^\d+\.\d+$/.test(fact.libcVersion ?? '') ? fact.libcVersion.split('.').map(Number) : undefined,
    release: defaultRelease(fact),
    shell: typeof fact.shell === 'boolean' ? fact.shell : undefined,
    // openjdk stands on Debian or on Oracle Linux, depending on the version.
    packageManager: repository === 'openjdk' ? undefined : (variant.packageManager ?? fact.packageManager),
    user: distroless ? undefined : userOf(fact.defaultUser),
    workdir: typeof fact.workdir === 'string' ? fact.workdir : undefined,
    entrypoint: fact.entrypoint?.some((word) => VERSIONED.test(word)) ? undefined : fact.entrypoint,
    // Perl's names its version: `perl5.42.1`.
    cmd: repository === 'perl' ? undefined : fact.cmd,
    env: envOf(fact.env, distroless),
    status: fact.status === 'eol' ? 'end-of-life' : fact.status === 'deprecated' ? 'deprecated' : undefined,
    endOfLife: fact.family === 'redhat' ? fact.eol : endOfDistroless(fact),
    compressedMegabytes: fact.sizeCompressedMB,
    diskMegabytes: fact.sizeMB,
  });
}

function distrolessVersion({ languageVersion }, repository) {
  const named = /\/(?:java|nodejs)(\d+)/.exec(repository)?.[1];
  return named ?? /^\d+\.\d+/.exec(languageVersion ?? '')?.[0];
}

/** Docker Hardened Images without a word for it stand on the Debian that their longer tags name. */
function defaultRelease({ family, libc, tags }) {
  if (family !== 'dhi' || libc !== 'glibc') return undefined;
  return tags.some((tag) => /-debian13\b/.test(tag)) ? 'debian13' : undefined;
}

function userOf(user) {
  const shipped = user?.default ?? user;
  return shipped ? withoutEmpty({ name: shipped.name, uid: shipped.uid }) : undefined;
}

/** What every distroless image sets is not repeated here: server/src/images/distroless.ts knows it. */
function envOf(env, distroless) {
  const complete = Object.entries(env ?? {})
    .filter(([name, value]) => !/_VERSION$/.test(name) && !VERSIONED.test(value))
    .filter(([name]) => !distroless || !['PATH', 'SSL_CERT_FILE'].includes(name))
    .map(([name, value]) => [name, value.replace(/(?:\/usr\/local\/sbin:)?\.\.\.$/, DOCKER_PATH)]);
  return complete.length > 0 ? Object.fromEntries(complete) : undefined;
}

/** The day the build was removed, else the end that the support policy gives. */
function endOfDistroless({ note, eolPolicy }) {
  const removed = /removed[^.;]*?(\d{4}-\d\d-\d\d)/i.exec(note ?? '')?.[1];
  return removed ?? (/^Sept 2026/.test(eolPolicy ?? '') ? '2026-09-30' : undefined);
}

/** One name per row: that which names its distribution's release, else the first. */
function sizesOf(markdown) {
  const sizes = {};
  for (const [, megabytes, names] of markdown.matchAll(/^\|[^|]+\|\s*(\d+)\s*\|([^|]+)\|\s*$/gm)) {
    const tags = names.trim().split(/\s+/);
    const release = /bullseye|bookworm|trixie|jammy|noble/;
    sizes[tags.find((tag) => release.test(tag)) ?? tags[0]] = Number(megabytes);
  }
  return sizes;
}

function withoutEmpty(object) {
  return Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== undefined && value !== null),
  );
}

/** One image per line, so that a difference can be read. */
function layOut({ images, ...rest }) {
  const lines = images.map((image) => `    ${JSON.stringify(image)}`).join(',\n');
  return (
    JSON.stringify({ ...rest, images: [] }, undefined, 2).replace(
      '"images": []',
      `"images": [\n${lines}\n  ]`,
    ) + '\n'
  );
}
