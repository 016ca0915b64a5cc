import { describe, expect, it } from 'vitest';
import { read, sources } from './sources';

describe('the sources', () => {
  it('are found', () => {
    expect(sources).toContain('server/src/service.ts');
    expect(sources.length).toBeGreaterThan(50);
  });

  it('have no file of 400 lines or more', () => {
    expect(sources.filter((file) => read(file).split('\n').length > 400)).toEqual([]);
  });

  it('have no file or folder that is named after nothing in particular', () => {
    const vague = /(^|[/.-])(utils?|helpers?|misc|common|shared|stuff)([/.-]|$)/i;
    expect(sources.filter((file) => vague.test(file))).toEqual([]);
  });

  it('are named in kebab case where they ship', () => {
    const shipped = sources.filter((file) => /^(client|server)\//.test(file));
    expect(shipped.filter((file) => !/\/[a-z0-9]+([.-][a-z0-9]+)*$/.test(file))).toEqual([]);
  });

  it('suppress no check', () => {
    const suppression = /@ts-(ignore|nocheck|expect-error)|eslint-disable|prettier-ignore|v8 ignore/;
    const found = sources.filter(
      (file) => file !== 'test/architecture/sources.test.ts' && suppression.test(read(file)),
    );
    expect(found).toEqual([]);
  });

  it('skip no test and single out none', () => {
    const skipped = /\b(describe|it|test)(\.each\([^)]*\))?\.(skip|only|todo|fails)\b/;
    expect(sources.filter((file) => file.startsWith('test/') && skipped.test(read(file)))).toEqual([]);
  });
});
