// Writes server/src/images/official-tags.json: which Debian, Ubuntu or Alpine release those tags of Docker's official
// images stand on that do not name one themselves (`golang:1.22`, `node:20-slim`, `python:3.11-alpine`).
//
//     node scripts/generate/official-tags.mjs GIT_DIR [--check]
//
// GIT_DIR is the .git directory of a clone of https://github.com/docker-library/official-images with its history. A
// tag that has left the library stays in the registry as it was built last: the last release listed for a tag counts.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const REPOSITORIES =
  'buildpack-deps eclipse-temurin gcc golang httpd nginx node openjdk perl php python ruby rust'.split(' ');
const CODENAMES =
  'wheezy jessie stretch buster bullseye bookworm trixie trusty xenial bionic focal jammy noble resolute'.split(
    ' ',
  );
/** Words of a variant that are followed; tags with others (`windowsservercore`, `threaded`, `zts`) are left out. */
const VARIANT = /^(?:slim|alpine|jdk|jre|cli|fpm|apache|curl|scm|lts|current|stable|oldstable|mainline)$/;
const UNKNOWN = '?';

const [gitDirectory, option] = process.argv.slice(2);
if (!gitDirectory) {
  console.error('usage: node scripts/generate/official-tags.mjs GIT_DIR [--check]');
  process.exit(2);
}

const tags = Object.fromEntries(REPOSITORIES.map((name) => [name, encodeVariants(history(name))]));
const text = `${JSON.stringify(
  {
    source: 'https://github.com/docker-library/official-images, history of library/*',
    asOf: git('log', '-1', '--format=%cs').trim(),
    tags,
  },
  undefined,
  2,
)}\n`;
const output = fileURLToPath(new URL('../../server/src/images/official-tags.json', import.meta.url));
if (option !== '--check') writeFileSync(output, text);
else if (readFileSync(output, 'utf8') !== text) {
  console.error(`${output} is not what ${gitDirectory} gives`);
  process.exit(1);
}

function git(...args) {
  const options = { encoding: 'utf8', maxBuffer: 2 ** 30, stdio: ['ignore', 'pipe', 'ignore'] };
  return execFileSync('git', [`--git-dir=${gitDirectory}`, ...args], options);
}

/** Variant ('' | 'slim' | 'alpine' ...) -> version ('' for a floating tag) -> release that the tag stood on last. */
function history(repository) {
  const file = `library/${repository}`;
  const variants = new Map();
  // AM: the commit that removed a file has none to show.
  for (const commit of git('log', '--reverse', '--diff-filter=AM', '--format=%H', '--', file).split('\n')) {
    if (commit === '') continue;
    for (const block of git('show', `${commit}:${file}`).split(/\n\s*\n/)) record(block, variants);
  }
  return variants;
}

function record(block, variants) {
  if (/windows|nanoserver/i.test(field(block, 'Architectures') + field(block, 'Constraints'))) return;
  const names = `${field(block, 'Tags')},${field(block, 'SharedTags')}`.split(/[,\s]+/).filter(Boolean);
  const releases = new Set(names.flatMap(wordsOf).filter(isRelease));
  const release = releases.size === 1 ? [...releases][0] : UNKNOWN;
  for (const name of names) {
    const words = wordsOf(name).filter((word) => word !== 'latest');
    const version = /^\d+(?:\.\d+)*$/.test(words[0]) ? words.shift() : '';
    if (!words.every((word) => VARIANT.test(word))) continue;
    const variant = words.join('-');
    if (!variants.has(variant)) variants.set(variant, new Map());
    variants.get(variant).set(version, release);
  }
}

/** `17-jre-alpine-3.20` writes its release as two words: it is one here. */
function wordsOf(tag) {
  return tag.replace(/alpine-(?=3\.)/, 'alpine').split('-');
}

function isRelease(word) {
  return CODENAMES.includes(word) || /^alpine3\.\d+$/.test(word);
}

function field(block, name) {
  return new RegExp(`^${name}:(.*)$`, 'm').exec(block)?.[1] ?? '';
}

function encodeVariants(variants) {
  const encoded = {};
  for (const [variant, versions] of [...variants].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const runs = encodeVersions(versions);
    if (runs === UNKNOWN) continue;
    // PHP's variants share their releases: written once.
    const same = Object.entries(encoded).find(([, other]) => other === runs);
    encoded[variant] = same ? `=${same[0]}` : runs;
  }
  return encoded;
}

/**
 * The release of the floating tag, then runs of versions in ascending order: `trixie 1.19.0 1.19.9 bullseye ...` says
 * that 1.19.0 up to 1.19.9 stood on bullseye. A short version (`1.19`) stands for its newest patch.
 */
function encodeVersions(versions) {
  const all = [...versions.keys()].filter((version) => version !== '');
  const exact = all
    .filter((version) => !all.some((other) => other.startsWith(`${version}.`)))
    .filter((version) => versions.get(version) !== UNKNOWN)
    .sort(compareVersions);
  const runs = [];
  for (const version of exact) {
    const release = versions.get(version);
    const run = runs.at(-1);
    if (run?.release === release) run.to = version;
    else runs.push({ from: version, to: version, release });
  }
  for (const [version, release] of versions) {
    const newest = runs.findLast(
      ({ from }) => from === version || from.startsWith(`${version}.`) || compareVersions(from, version) <= 0,
    );
    if (version !== '' && release !== UNKNOWN && newest?.release !== release) {
      throw new Error(`${version} stands on ${release}, unlike its newest patch: ${newest?.release}`);
    }
  }
  return [
    versions.get('') ?? UNKNOWN,
    ...runs.map(({ from, to, release }) => `${from} ${to} ${release}`),
  ].join(' ');
}

function compareVersions(a, b) {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)];
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const difference = (left[at] ?? -1) - (right[at] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}
