import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { folderWith, jettison } from './command-line';

const removals: (() => Promise<void>)[] = [];

async function folder(files: Readonly<Record<string, string>>): Promise<string> {
  const [made, remove] = await folderWith(files);
  removals.push(remove);
  return made;
}

afterEach(async () => {
  for (const remove of removals.splice(0)) await remove();
});

const severitiesOf = (out: string): string[] =>
  (
    JSON.parse(out) as { files: { path: string; findings: { rule: string; severity: string }[] }[] }
  ).files.flatMap((file) => file.findings.map(({ rule, severity }) => `${file.path} ${rule} ${severity}`));

describe('the configuration nearest to a Dockerfile', () => {
  it('sets severities, for some files others', async () => {
    const here = await folder({
      '.jettison.json':
        '{ "rules": { "fat-base": "error" }, "overrides": [{ "files": "*.dev", "rules": { "fat-base": "off" } }] }',
      Dockerfile: 'FROM fat\n',
      'Dockerfile.dev': 'FROM fat\n',
      'b/.jettison.jsonc': '{ /* its own */ "rules": { "fat-base": "hint" } }',
      'b/Dockerfile': 'FROM fat\n',
      'b/Dockerfile.dev': 'FROM fat\n',
    });
    const { code, out } = await jettison(here, ['lint', '--format', 'json']);
    expect(severitiesOf(out)).toEqual([
      'Dockerfile fat-base error',
      'b/Dockerfile fat-base hint',
      'b/Dockerfile.dev fat-base hint',
    ]);
    expect(code).toBe(1);
  });

  it('is found at the root of the repository from a folder within', async () => {
    const root = await folder({
      '.jettison.json': '{ "rules": { "fat-base": "off" } }',
      'a/b/Dockerfile': 'FROM fat\n',
    });
    const from = path.join(root, 'a/b');
    expect((await jettison(from, ['lint', '--format', 'json'])).code).toBe(1);
    await mkdir(path.join(root, '.git'));
    expect(await jettison(from, ['lint'])).toMatchObject({ code: 0, out: '' });
  });

  it('counts for standard input under the name given', async () => {
    const here = await folder({ 'a/.jettison.json': '{ "rules": { "fat-base": "off" } }' });
    const lint = (name: string) =>
      jettison(here, ['lint', '--stdin-filename', name, '-'], { input: 'FROM fat\n' });
    expect((await lint('a/Dockerfile')).code).toBe(0);
    expect((await lint('Dockerfile')).code).toBe(1);
  });

  it('chooses what a conversion is built on, unless the command line does', async () => {
    const here = await folder({ '.jettison.json': '{ "runtime": "scratch" }', Dockerfile: 'FROM fat\n' });
    expect((await jettison(here, ['convert', 'Dockerfile'])).out).toContain('FROM scratch');
    const given = await jettison(here, ['convert', 'Dockerfile', '--runtime', 'distroless']);
    expect(given.out).toContain('FROM gcr.io/distroless');
  });

  it('that is wrong is named once with every place, and the other files are linted', async () => {
    const here = await folder({
      'a/.jettison.json': '{\n  "rules": { "fat-bases": "off" },\n  "color": 1\n}',
      'a/Dockerfile': 'FROM fat\n',
      'a/Dockerfile.dev': 'FROM fat\n',
      'b/Dockerfile': 'FROM fat\n',
    });
    const { code, out, err } = await jettison(here, ['lint']);
    expect(code).toBe(2);
    expect(err.split('\n').slice(0, 2)).toEqual([
      `jettison: ${path.join('a', '.jettison.json')}:2:14: there is no rule "fat-bases"; is "fat-base" meant?`,
      `jettison: ${path.join('a', '.jettison.json')}:3:3: there is no key "color"`,
    ]);
    expect(err.match(/fat-bases/g)).toHaveLength(1);
    expect(out).toContain(path.join('b', 'Dockerfile'));
    expect(out).not.toContain(path.join('a', 'Dockerfile'));
  });

  it('that is wrong keeps a file from being converted', async () => {
    const here = await folder({ '.jettison.json': '{', Dockerfile: 'FROM fat\n' });
    const { code, out, err } = await jettison(here, ['convert', 'Dockerfile']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toBe('jettison: .jettison.json:1:2: not valid JSON: close brace expected\n');
  });
});

describe('lint --config', () => {
  it('takes that file in place of all others, with overrides from the current folder', async () => {
    const here = await folder({
      'conf/team.json': '{ "overrides": [{ "files": "a/*", "rules": { "fat-base": "off" } }] }',
      'a/.jettison.json': '{ "rules": { "fat-base": "error" } }',
      'a/Dockerfile': 'FROM fat\n',
      'b/.jettison.json': '{ broken',
      'b/Dockerfile': 'FROM fat\n',
    });
    const { code, out } = await jettison(here, ['lint', '--format', 'json', '--config', 'conf/team.json']);
    expect(severitiesOf(out)).toEqual(['b/Dockerfile fat-base warning']);
    expect(code).toBe(1);
  });

  it.each([
    ['is missing', 'nope.json', 'jettison: nope.json: no such file or folder\n'],
    ['is wrong', 'bad.json', 'jettison: bad.json:1:3: there is no key "rule"; is "rules" meant?\n'],
  ])('exits with 2 where it %s', async (_what, file, message) => {
    const here = await folder({ Dockerfile: 'FROM fat\n', 'x/Dockerfile': 'FROM fat\n' });
    await writeFile(path.join(here, 'bad.json'), '{ "rule": {} }');
    const { code, out, err } = await jettison(here, ['lint', '--config', file]);
    expect([code, out]).toEqual([2, '']);
    expect(err.startsWith(message)).toBe(true);
    expect(err.match(/jettison:/g)).toHaveLength(1);
  });
});
