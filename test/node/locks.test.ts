import { describe, expect, it } from 'vitest';
import { lockIn, productionPackages } from '../../server/src/ecosystems/node/lock';
import { projectFromFiles } from '../../server/src/project/memory';

function production(files: Record<string, string>, roots: readonly string[]): string[] {
  const lock = lockIn('', projectFromFiles(files));
  expect(lock).toBeDefined();
  return lock ? [...new Set(productionPackages(lock, roots).map(({ name }) => name))].sort() : [];
}

describe('lock files', () => {
  it('of npm say themselves what is for development', () => {
    const packages = {
      '': {},
      'node_modules/a': {},
      'node_modules/a/node_modules/@s/b': { hasInstallScript: true },
      'node_modules/c': { dev: true },
    };
    const text = JSON.stringify({ lockfileVersion: 3, packages });
    expect(production({ 'package-lock.json': text }, [])).toEqual(['@s/b', 'a']);
  });

  it('of npm 6 are read in depth', () => {
    const text = JSON.stringify({
      dependencies: { a: { dependencies: { b: {} } }, c: { dev: true } },
    });
    expect(production({ 'package-lock.json': text }, [])).toEqual(['a', 'b']);
  });

  it('of Yarn 1 are followed by name', () => {
    const text = [
      '"@s/a@^1.0.0", "@s/a@^1.1.0":',
      '  version "1.1.0"',
      '  dependencies:',
      '    "@s/b" "^2.0.0"',
      '    d "~1.0.0"',
      '',
      '"@s/b@^2.0.0":',
      '  version "2.0.0"',
      '',
      'c@1:',
      '  version "1.0.0"',
      '',
      'd@~1.0.0:',
      '  version "1.0.1"',
    ].join('\n');
    expect(production({ 'yarn.lock': text }, ['@s/a'])).toEqual(['@s/a', '@s/b', 'd']);
  });

  it('of Yarn 4 are followed by name', () => {
    const text = [
      '__metadata:',
      '  version: 8',
      '',
      '"a@npm:^1.0.0, a@npm:^1.1.0":',
      '  version: 1.1.0',
      '  dependencies:',
      '    "@s/b": "npm:^2.0.0"',
      '  checksum: 10c0/x',
      '',
      '"@s/b@npm:^2.0.0":',
      '  version: 2.0.0',
      '  conditions: os=linux',
    ].join('\n');
    const lock = lockIn('', projectFromFiles({ 'yarn.lock': text }));
    expect(lock?.kind).toBe('berry');
    expect(lock?.packages.find(({ name }) => name === '@s/b')?.platform).toBe(true);
    expect(production({ 'yarn.lock': text }, ['a'])).toEqual(['@s/b', 'a']);
  });

  it.each([
    ['9.0', ["'@s/a@1.0.0(c@1.0.0)':", 'b@2.0.0:', 'c@1.0.0:']],
    ['6.0', ['/@s/a@1.0.0(c@1.0.0):', '/b@2.0.0:', '/c@1.0.0:']],
    ['5.4', ['/@s/a/1.0.0_c@1.0.0:', '/b/2.0.0:', '/c/1.0.0:']],
  ])('of pnpm, version %s, are followed by name', (version, [a = '', b = '', c = '']) => {
    const text = [
      `lockfileVersion: '${version}'`,
      'importers:',
      '  .:',
      '    dependencies:',
      "      '@s/a':",
      'packages:',
      `  ${a}`,
      '    dependencies:',
      '      b: 2.0.0',
      `  ${b}`,
      '    requiresBuild: true',
      `  ${c}`,
      '    dev: true',
    ].join('\n');
    expect(production({ 'pnpm-lock.yaml': text }, ['@s/a'])).toEqual(['@s/a', 'b']);
  });

  it('of Bun are followed by name, commas at ends of lists included', () => {
    const text =
      '{ "packages": { "a": ["a@1.0.0", "", { "dependencies": { "@s/b": "^2", } }, "sha"], "@s/b": ["@s/b@2.0.0", "", { "os": "linux" }, "sha"], "c": ["c@1.0.0", "", {}, "sha"], } }';
    expect(production({ 'bun.lock': text }, ['a'])).toEqual(['@s/b', 'a']);
  });

  it.each(['', '{', '[]', 'null', '{"packages":[1,null]}', '{"packages":{"node_modules/a":7}}'])(
    'that are broken (%j) do no harm',
    (text) => {
      for (const name of ['package-lock.json', 'bun.lock', 'yarn.lock', 'pnpm-lock.yaml']) {
        expect(() => lockIn('', projectFromFiles({ [name]: text }))).not.toThrow();
      }
    },
  );
});
