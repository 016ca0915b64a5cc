import { chmod, mkdir, readFile, symlink } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { folderWith, jettison } from './command-line';

const removals: (() => Promise<void>)[] = [];

async function folder(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const [made, remove] = await folderWith(files);
  removals.push(remove);
  return made;
}

afterEach(async () => {
  for (const remove of removals.splice(0)) await remove();
});

const pathsOf = (json: string): string[] =>
  (JSON.parse(json) as { files: { path: string }[] }).files.map(({ path: each }) => each);

describe('lint', () => {
  it('shows place, severity, message, rule and the source with carets', async () => {
    const here = await folder({ Dockerfile: 'FROM fat\n\tRUN OLD\n' });
    const { code, out, err } = await jettison(here, ['lint', 'Dockerfile']);
    expect(out).toBe(
      [
        'Dockerfile:1:6 warning The base is fat. (fat-base)',
        '  FROM fat',
        '       ^^^',
        'Dockerfile:2:6 hint OLD is old. (old-word)',
        '  \tRUN OLD',
        '  \t    ^^^',
        '',
      ].join('\n'),
    );
    expect(err).toBe('2 findings in 1 file\n');
    expect(code).toBe(1);
  });

  it('gives JSON with zero-based UTF-16 positions', async () => {
    const here = await folder({ 'a/Dockerfile': '# 🐳\nRUN 🐳 DOUBT\r\n' });
    const { code, out, err } = await jettison(here, ['lint', '--format', 'json']);
    expect(JSON.parse(out)).toEqual({
      files: [
        {
          path: 'a/Dockerfile',
          findings: [
            {
              rule: 'doubtful-word',
              severity: 'error',
              message: 'DOUBT is doubtful.',
              range: { start: { line: 1, character: 7 }, end: { line: 1, character: 12 } },
              fixes: [
                { title: 'Write SURE', safety: 'review' },
                { title: 'Fail', safety: 'review' },
              ],
            },
          ],
        },
      ],
    });
    expect([code, err]).toEqual([1, '']);
  });

  it('is silent about a clean file and exits with 0', async () => {
    const here = await folder({ Dockerfile: 'FROM thin\n' });
    expect(await jettison(here, ['lint'])).toEqual({ code: 0, out: '', err: '0 findings in 1 file\n' });
  });

  it('walks folders for Dockerfiles and Containerfiles, in order, and for nothing else', async () => {
    const here = await folder({
      Dockerfile: '',
      'Dockerfile.dev': '',
      'Dockerfile.dockerignore': '',
      Containerfile: '',
      'Containerfile.test': '',
      'api.dockerfile': '',
      'deep/er/Dockerfile': '',
      'deep/er/dockerfile': '',
      '.devcontainer/Dockerfile': '',
      MyDockerfile: '',
      'Dockerfiles/notes.md': '',
      '.git/Dockerfile': '',
      'node_modules/x/Dockerfile': '',
      'deep/node_modules/Dockerfile': '',
      'README.md': '',
    });
    const { out } = await jettison(here, ['lint', '--format', 'json']);
    expect(pathsOf(out)).toEqual([
      '.devcontainer/Dockerfile',
      'Containerfile',
      'Containerfile.test',
      'Dockerfile',
      'Dockerfile.dev',
      'api.dockerfile',
      'deep/er/Dockerfile',
      'deep/er/dockerfile',
    ]);
  });

  it('looks at a file of any name that is given, and at each file once', async () => {
    const here = await folder({ 'build.txt': 'FROM fat\n', Dockerfile: '' });
    const { out } = await jettison(here, [
      'lint',
      '--format',
      'json',
      'build.txt',
      './build.txt',
      '.',
      'Dockerfile',
    ]);
    expect(pathsOf(out)).toEqual(['build.txt', 'Dockerfile']);
  });

  it('follows links to files, not to folders, and is not caught in a circle', async () => {
    const here = await folder({ 'a/real.txt': 'FROM fat\n' });
    await symlink('real.txt', path.join(here, 'a/Dockerfile'));
    await symlink('nowhere', path.join(here, 'a/Dockerfile.dangling'));
    await symlink('..', path.join(here, 'a/up'));
    await mkdir(path.join(here, 'a/Dockerfile.folder'));
    const { code, out } = await jettison(here, ['lint', '--format', 'json']);
    expect(pathsOf(out)).toEqual(['a/Dockerfile']);
    expect(code).toBe(1);
  });

  it('says so when a folder holds no Dockerfile', async () => {
    const here = await folder({ 'README.md': '' });
    expect(await jettison(here, ['lint'])).toEqual({ code: 0, out: '', err: 'no Dockerfiles found\n' });
  });

  it('uses the project of each file', async () => {
    const here = await folder({
      'a/Dockerfile': 'FROM thin\n',
      'a/go.mod': 'module a',
      'b/Dockerfile': 'FROM thin\n',
    });
    const { out } = await jettison(here, ['lint']);
    expect(out.split('\n')[0]).toBe('a/Dockerfile:1:1 information The project is module a. (module-seen)');
    expect(out).not.toContain('b/Dockerfile');
  });

  it.each([
    ['error', 0],
    ['warning', 1],
    ['information', 1],
    ['hint', 1],
  ])('with --severity %s exits with %i for a warning', async (severity, expected) => {
    const here = await folder({ Dockerfile: 'FROM fat\n' });
    const { code, out } = await jettison(here, ['lint', '--severity', severity]);
    expect(code).toBe(expected);
    expect(out).toContain('fat-base');
  });

  it('exits with 0 for findings below a warning', async () => {
    const here = await folder({ Dockerfile: 'RUN OLD\n' });
    expect((await jettison(here, ['lint'])).code).toBe(0);
    expect((await jettison(here, ['lint', '--severity', 'hint'])).code).toBe(1);
  });

  it('reads standard input under the name given, with the project of that place', async () => {
    const here = await folder({ 'a/go.mod': 'module a' });
    const args = ['lint', '--format', 'json', '--stdin-filename', 'a/Dockerfile', '-'];
    const { code, out } = await jettison(here, args, { input: 'FROM fat\n' });
    expect(pathsOf(out)).toEqual(['a/Dockerfile']);
    expect(out).toContain('module a');
    expect(code).toBe(1);
  });

  it('colours severities only where colours are shown', async () => {
    const here = await folder({ Dockerfile: 'FROM fat\n' });
    expect((await jettison(here, ['lint'])).out).not.toContain('\u001b');
    expect((await jettison(here, ['lint'], { colour: true })).out).toContain('\u001b[33mwarning\u001b[0m');
  });

  it('shows a piece of a huge line, and control characters harmlessly', async () => {
    const here = await folder({
      Dockerfile: `RUN \u001b[2J${'x'.repeat(500_000)} OLD ${'y'.repeat(500_000)}\n`,
    });
    const { out } = await jettison(here, ['lint']);
    const [head, source, carets] = out.split('\n');
    expect(head).toBe('Dockerfile:1:500010 hint OLD is old. (old-word)');
    expect(source?.length).toBeLessThan(200);
    expect(source?.slice(carets?.indexOf('^'), (carets?.lastIndexOf('^') ?? 0) + 1)).toBe('OLD');
    expect(out).not.toContain('\u001b');
  });
});

describe('lint --fix', () => {
  it('makes the safe fixes, reports what is left, and changes no other byte', async () => {
    const before = '\uFEFF# é 🐳\r\nRUN OLD \\\r\n\tDOUBT\n\n\nRUN OLD';
    const here = await folder({ Dockerfile: before });
    const { code, out } = await jettison(here, ['lint', '--fix']);
    expect(await readFile(path.join(here, 'Dockerfile'), 'utf8')).toBe(before.replaceAll('OLD', 'NEW'));
    expect(out).toContain('doubtful-word');
    expect(out).not.toContain('old-word');
    expect(code).toBe(1);
  });

  it('goes on until nothing is left, and changes nothing when it is done again', async () => {
    const here = await folder({ Dockerfile: 'RUN OLDER\r\nRUN OLD' });
    for (let run = 0; run < 2; run++) {
      expect(await jettison(here, ['lint', '--fix'])).toMatchObject({ code: 0, out: '' });
      expect(await readFile(path.join(here, 'Dockerfile'), 'utf8')).toBe('RUN NEW\r\nRUN NEW');
    }
  });

  it('with --fix-review makes also those that need a look', async () => {
    const here = await folder({ Dockerfile: 'RUN OLD DOUBT\n' });
    expect((await jettison(here, ['lint', '--fix-review'])).code).toBe(0);
    expect(await readFile(path.join(here, 'Dockerfile'), 'utf8')).toBe('RUN NEW SURE\n');
  });

  it('leaves a file that is not UTF-8 alone', async () => {
    const bytes = new Uint8Array([
      ...new TextEncoder().encode('# caf'),
      0xe9,
      ...new TextEncoder().encode('\nRUN OLD\n'),
    ]);
    const here = await folder({ Dockerfile: bytes });
    expect((await jettison(here, ['lint'])).out).toContain('Dockerfile:2:5 hint');
    const { code, err } = await jettison(here, ['lint', '--fix']);
    expect(code).toBe(2);
    expect(err).toContain('Dockerfile: not valid UTF-8');
    expect(new Uint8Array(await readFile(path.join(here, 'Dockerfile')))).toEqual(bytes);
  });

  it('does not take standard input', async () => {
    const here = await folder({});
    expect(await jettison(here, ['lint', '--fix', '-'], { input: 'RUN OLD\n' })).toMatchObject({
      code: 2,
      out: '',
    });
  });
});

describe('lint of what cannot be read', () => {
  it.each([
    ['a missing file', ['lint', 'nope'], 'jettison: nope: no such file or folder\n'],
    ['a binary file', ['lint', 'Binary'], 'jettison: Binary: not a text file\n'],
  ])('says so of %s in one line and exits with 2', async (_case, args, line) => {
    const here = await folder({ Binary: new Uint8Array([70, 0, 1, 2]) });
    const { code, out, err } = await jettison(here, args);
    expect([code, out]).toEqual([2, '']);
    expect(err.split('\n')[0]).toBe(line.trim());
  });

  it('still lints the other files', async () => {
    const here = await folder({ Dockerfile: 'FROM fat\n', 'x/Dockerfile': new Uint8Array([0]) });
    const { code, out, err } = await jettison(here, ['lint', 'nope', '.']);
    expect(out).toContain('fat-base');
    expect(err).toContain('x/Dockerfile: not a text file');
    expect(code).toBe(2);
  });

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'names the missing permission',
    async () => {
      const here = await folder({ Dockerfile: '' });
      await chmod(path.join(here, 'Dockerfile'), 0);
      expect((await jettison(here, ['lint'])).err).toContain('Dockerfile: permission denied');
    },
  );
});
