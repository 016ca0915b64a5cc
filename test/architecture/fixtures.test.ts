import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { read, root } from './sources';

const folders = (parent: string) =>
  readdirSync(path.join(root, parent), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${parent}/${entry.name}`);

const fixtures = folders('test/convert').flatMap(folders);
const known = [
  'before.Dockerfile',
  'after.Dockerfile',
  'plan.txt',
  'refused.txt',
  'nothing-to-do.txt',
  'options.json',
  'context',
];

describe('the fixtures of conversions', () => {
  it('are found', () => {
    expect(fixtures.length).toBeGreaterThan(0);
  });

  it.each(fixtures)('%s is complete and has nothing besides', (fixture) => {
    const entries = readdirSync(path.join(root, fixture));
    expect(entries.filter((name) => !known.includes(name))).toEqual([]);
    expect(entries).toContain('before.Dockerfile');
    const outcomes = ['after.Dockerfile', 'refused.txt', 'nothing-to-do.txt'].filter((name) =>
      entries.includes(name),
    );
    expect(outcomes).toHaveLength(1);
    expect(entries.includes('plan.txt')).toBe(outcomes[0] === 'after.Dockerfile');
  });

  it.each(fixtures)('%s is named after what it shows, not numbered', (fixture) => {
    expect(path.basename(fixture)).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
    expect(path.basename(fixture)).not.toMatch(/^(case|test|fixture)?-?\d+$/);
  });
});

describe('the decisions', () => {
  const decisions = readdirSync(path.join(root, 'docs/adr')).sort();

  it('are numbered without a gap', () => {
    expect(decisions.map((name) => Number(name.slice(0, 4)))).toEqual(decisions.map((_, at) => at + 1));
  });

  it('name every package that the project uses', () => {
    const { devDependencies } = JSON.parse(read('package.json')) as {
      devDependencies: Record<string, string>;
    };
    const libraries = decisions.map((name) => read(`docs/adr/${name}`)).join('\n');
    expect(Object.keys(devDependencies).filter((name) => !libraries.includes(name))).toEqual([]);
  });
});

describe('links between the pages', () => {
  const pages = [
    'README.md',
    'CONTRIBUTING.md',
    'docs/architecture.md',
    ...readdirSync(path.join(root, 'docs/adr')).map((name) => `docs/adr/${name}`),
    ...readdirSync(path.join(root, 'docs/rules')).map((name) => `docs/rules/${name}`),
  ];

  it.each(pages)('%s links to files that exist', (page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, target]) => target ?? '');
    const missing = links.filter((target) => !existsSync(path.join(root, path.dirname(page), target)));
    expect(missing).toEqual([]);
  });
});
