import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import catalogue from '../../server/src/images/catalogue.json';
import officialTags from '../../server/src/images/official-tags.json';
import { lookUp } from '../../server/src/images/catalogue';
import { parseImageReference } from '../../server/src/images/reference';
import {
  CURRENT_ALPINE_VERSION,
  CURRENT_DEBIAN_CODENAME,
  releaseOf,
  releaseOfWord,
} from '../../server/src/images/releases';

const REQUIRED = ['repository', 'family', 'role'];
/** Each key of an entry, and what its value must look like. */
const SHAPES: Record<string, (value: unknown) => boolean> = {
  repository: (value) => typeof value === 'string' && parseImageReference(value) !== undefined,
  words: isStrings,
  family: (value) =>
    [
      'distroless',
      'official',
      'dhi',
      'chainguard',
      'redhat',
      'other',
      'alpine',
      'chiseled',
      'scratch',
    ].includes(String(value)),
  role: (value) => ['runtime', 'minimal', 'toolchain', 'os'].includes(String(value)),
  language: isString,
  languageVersion: (value) => /^\d+(\.\d+)?$/.test(String(value)),
  libc: (value) => ['glibc', 'musl', 'none'].includes(String(value)),
  glibc: (value) =>
    Array.isArray(value) && value.length === 2 && value.every((part) => Number.isInteger(part)),
  release: (value) => releaseOfWord(String(value)) !== undefined,
  shell: (value) => typeof value === 'boolean',
  packageManager: (value) =>
    ['apt', 'apk', 'dnf', 'microdnf', 'yum', 'zypper', 'pacman', 'none'].includes(String(value)),
  user: (value) => Number.isInteger((value as { uid: number }).uid),
  workdir: (value) => String(value).startsWith('/'),
  entrypoint: isStrings,
  cmd: isStrings,
  env: (value) =>
    Object.values(value as object).every((text) => isString(text) && !String(text).includes('...')),
  status: (value) => ['deprecated', 'end-of-life'].includes(String(value)),
  endOfLife: isDay,
  compressedMegabytes: isSize,
  diskMegabytes: isSize,
};

function isString(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function isStrings(value: unknown): boolean {
  return Array.isArray(value) && value.every(isString);
}

function isDay(value: unknown): boolean {
  return /^20\d\d-[01]\d-[0-3]\d$/.test(String(value));
}

function isSize(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && value < 5000;
}

describe('catalogue.json', () => {
  const images = catalogue.images as Record<string, unknown>[];

  it('says its version, its day and its source', () => {
    expect(catalogue.version).toBe(1);
    expect(catalogue.asOf).toSatisfy(isDay);
    expect(catalogue.source).toContain('GoogleContainerTools/distroless');
  });

  it('stays compact', () => {
    expect(images.length).toBeGreaterThan(150);
    expect(JSON.stringify(catalogue).length).toBeLessThan(62_000);
  });

  it.each(images.map((image) => [`${String(image['repository'])} ${String(image['words'] ?? '')}`, image]))(
    '%s has the shape of an entry',
    (_, image) => {
      expect(Object.keys(image)).toEqual(expect.arrayContaining(REQUIRED));
      for (const [key, value] of Object.entries(image)) {
        expect(SHAPES[key]?.(value), `${key}: ${JSON.stringify(value)}`).toBe(true);
      }
    },
  );

  it('has no two entries for the same tags', () => {
    const keys = images.map((image) => JSON.stringify([image['repository'], image['words']]));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('is understood whole: every entry answers a look-up', () => {
    for (const image of images) {
      const words = (image['words'] as string[] | undefined)
        ?.map((word) => word.replace(/^-|-$/g, ''))
        .join('-');
      const raw = `${String(image['repository'])}${words === undefined ? '' : `:${words}`}`;
      expect(lookUp(parseImageReference(raw)!), raw).toMatchObject({ family: image['family'] });
    }
  });

  it('sizes images that can be looked up', () => {
    for (const [raw, megabytes] of Object.entries(catalogue.diskMegabytes)) {
      expect(lookUp(parseImageReference(raw)!)?.diskBytes, raw).toBe(megabytes * 1_000_000);
    }
  });
});

describe('official-tags.json', () => {
  const tags: Record<string, Record<string, string>> = officialTags.tags;
  const rows = Object.entries(tags).flatMap(([repository, variants]) =>
    Object.entries(variants).map(([variant, runs]) => [repository, variant, runs] as const),
  );

  it('says its day and its source', () => {
    expect(officialTags.asOf).toSatisfy(isDay);
    expect(officialTags.source).toContain('docker-library/official-images');
  });

  it.each(rows)(
    '%s %j is a floating release and runs of versions in order, or another row',
    (repository, _, runs) => {
      if (runs.startsWith('=')) return expect(tags[repository]).toHaveProperty([runs.slice(1)]);
      const [floating, ...cells] = runs.split(' ');
      expect(floating === '?' || releaseOfWord(floating!) || floating === 'wheezy').toBeTruthy();
      expect(cells.length % 3).toBe(0);
      const versions = cells.filter((__, at) => at % 3 !== 2);
      const sorted = [...versions].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
      expect(versions).toEqual(sorted);
    },
  );
});

describe('what the code assumes of the data', () => {
  it('finds its current releases', () => {
    expect(releaseOf('debian', 'stable')?.codename).toBe(CURRENT_DEBIAN_CODENAME);
    expect(releaseOf('alpine', CURRENT_ALPINE_VERSION)?.version).toBe(CURRENT_ALPINE_VERSION);
    expect(lookUp(parseImageReference('alpine')!)?.distribution?.version).toBe(CURRENT_ALPINE_VERSION);
  });

  it('never fails on a tag that nobody has written', () => {
    const repositories = [
      ...new Set(catalogue.images.map(({ repository }) => repository)),
      'gcr.io/distroless/x',
    ];
    const words = fc.constantFrom(
      '1',
      '1.22',
      '99.0',
      'alpine',
      'alpine3',
      'slim',
      'bookworm',
      'debug',
      'nonroot',
      'dev',
      'rc1',
      '.',
      '_',
      'jre',
      '=',
    );
    const tag = fc.oneof(
      fc.array(words, { maxLength: 6 }).map((parts) => parts.join('-')),
      fc.string({ maxLength: 20 }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...repositories), tag, (repository, text) => {
        const reference = { ...parseImageReference(repository)!, raw: `${repository}:${text}`, tag: text };
        const image = lookUp(reference);
        expect(image === undefined || image.reference === reference).toBe(true);
      }),
      { numRuns: 2000, seed: 1 },
    );
  });
});
