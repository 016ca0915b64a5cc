import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { applyPatch } from 'diff';
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

const fat = 'FROM fat\nRUN a\n';
const converted = 'FROM fat AS build\nRUN a\nFROM gcr.io/distroless/static\n';

describe('convert', () => {
  it('prints the new file and leaves the old one', async () => {
    const here = await folder({ Dockerfile: fat });
    const { code, out, err } = await jettison(here, ['convert', 'Dockerfile']);
    expect([code, out]).toEqual([0, converted]);
    expect(err).toBe('warning: Dockerfile:1: look at this\n');
    expect(await readFile(path.join(here, 'Dockerfile'), 'utf8')).toBe(fat);
  });

  it('with --write changes the file and no byte besides the edits', async () => {
    const before = '\uFEFF# é\r\nFROM fat\r\nRUN  a\t\n\n';
    const here = await folder({ Dockerfile: before });
    const { code, out } = await jettison(here, ['convert', '--write', 'Dockerfile']);
    expect([code, out]).toEqual([0, '']);
    const after = `${before.replace('FROM fat', 'FROM fat AS build')}FROM gcr.io/distroless/static\r\n`;
    expect(await readFile(path.join(here, 'Dockerfile'), 'utf8')).toBe(after);
  });

  it('with --diff prints a patch that makes the new file out of the old one', async () => {
    const here = await folder({ 'a/Dockerfile': fat });
    const { code, out } = await jettison(here, ['convert', './a/Dockerfile', '--diff']);
    expect(code).toBe(0);
    expect(out).toMatch(/^--- a\/a\/Dockerfile\t?\n\+\+\+ b\/a\/Dockerfile\t?\n@@ /);
    expect(applyPatch(fat, out)).toBe(converted);
  });

  it('with --json gives everything at once', async () => {
    const here = await folder({ Dockerfile: fat });
    const { code, out, err } = await jettison(here, ['convert', 'Dockerfile', '--json']);
    expect(JSON.parse(out)).toEqual({
      status: 'converted',
      runtime: 'gcr.io/distroless/static',
      dockerfile: converted,
      reasons: [],
      warnings: [
        {
          message: 'look at this',
          range: { start: { line: 0, character: 0 }, end: { line: 0, character: 4 } },
        },
      ],
      steps: [
        {
          action: 'kept',
          stage: 'builder',
          subject: 'FROM fat',
          reason: 'it builds',
          range: { start: { line: 0, character: 0 }, end: { line: 0, character: 4 } },
        },
        { action: 'added', stage: 'runtime', subject: 'FROM static', reason: 'it ships' },
      ],
    });
    expect([code, err]).toEqual([0, '']);
  });

  it('with --plan says what becomes of each instruction, and why', async () => {
    const here = await folder({ Dockerfile: fat });
    const { out } = await jettison(here, ['convert', 'Dockerfile', '--plan']);
    expect(out).toContain('runtime image: gcr.io/distroless/static');
    expect(out).toMatch(/1 {2}kept +builder +FROM fat\n +it builds/);
    expect(out).toMatch(/added +runtime +FROM static\n +it ships/);
  });

  it('takes the runtime and the wish to optimise', async () => {
    const here = await folder({ Dockerfile: fat });
    const { out } = await jettison(here, ['convert', '--runtime', 'scratch', '--optimise', 'Dockerfile']);
    expect(out).toBe('# optimised\nFROM fat AS build\nRUN a\nFROM scratch\n');
  });

  it('refuses with the line and the reason, prints no file and exits with 1', async () => {
    const here = await folder({ Dockerfile: 'FROM fat\nRUN REFUSE\n' });
    for (const flags of [[], ['--diff'], ['--write']]) {
      const { code, out, err } = await jettison(here, ['convert', 'Dockerfile', ...flags]);
      expect([code, out]).toEqual([1, '']);
      expect(err).toBe('jettison: Dockerfile was not converted:\n  Dockerfile:2: it says so\n');
    }
    expect(await readFile(path.join(here, 'Dockerfile'), 'utf8')).toBe('FROM fat\nRUN REFUSE\n');
    const { code, out } = await jettison(here, ['convert', 'Dockerfile', '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      status: 'refused',
      runtime: null,
      dockerfile: null,
      reasons: [{ message: 'it says so', range: { start: { line: 1, character: 4 } } }],
    });
  });

  it('prints the file as it is where there is nothing to do', async () => {
    const here = await folder({ Dockerfile: '\uFEFFFROM thin\r\n' });
    const { code, out, err } = await jettison(here, ['convert', 'Dockerfile']);
    expect([code, out]).toEqual([0, '\uFEFFFROM thin\r\n']);
    expect(err).toContain('nothing to do');
    expect((await jettison(here, ['convert', 'Dockerfile', '--diff'])).out).toBe('');
  });

  it('reads standard input', async () => {
    const here = await folder({});
    expect(await jettison(here, ['convert', '-'], { input: fat })).toMatchObject({ code: 0, out: converted });
  });

  it.each([
    ['a missing file', ['nope'], 'jettison: nope: no such file or folder\n'],
    ['a folder', ['.'], 'jettison: .: is a folder, not a file\n'],
    ['a binary file', ['Binary'], 'jettison: Binary: not a text file\n'],
    [
      'a file that is not UTF-8',
      ['Latin'],
      'jettison: Latin: not valid UTF-8, so it cannot be rewritten without damage\n',
    ],
    ['a missing context', ['Dockerfile', '--context', 'nope'], 'jettison: --context nope: no such folder\n'],
    [
      'a context that is a file',
      ['Dockerfile', '--context', 'Dockerfile'],
      'jettison: --context Dockerfile: no such folder\n',
    ],
    [
      'a rewrite of standard input',
      ['-', '--write'],
      'jettison: --write needs a file: standard input cannot be rewritten\n',
    ],
  ])('says so of %s in one line and exits with 2', async (_case, args, line) => {
    const here = await folder({
      Dockerfile: fat,
      Binary: new Uint8Array([0]),
      Latin: new Uint8Array([0xe9]),
    });
    expect(await jettison(here, ['convert', ...args])).toEqual({ code: 2, out: '', err: line });
  });
});

describe('wrong usage', () => {
  it.each([
    ['no command', [], /Usage/],
    ['an unknown command', ['frobnicate'], /frobnicate/],
    ['an unknown option', ['lint', '--frobnicate'], /--frobnicate/],
    ['an unknown format', ['lint', '--format', 'xml'], /Allowed choices are text, json/],
    ['a missing configuration file', ['lint', '--config', 'x'], /x: no such file/],
    ['an unknown severity', ['lint', '--severity', 'loud'], /loud/],
    ['an unknown runtime', ['convert', 'Dockerfile', '--runtime', 'windows'], /windows/],
    ['two outputs at once', ['convert', 'Dockerfile', '--write', '--json'], /cannot be used with/],
    ['no file', ['convert'], /missing required argument/],
    ['two files', ['convert', 'a', 'b'], /too many arguments/],
    ['a server without --stdio', ['lsp'], /--stdio/],
  ])('%s is said on standard error and exits with 2', async (_case, args, message) => {
    const here = await folder({ Dockerfile: fat });
    const { code, out, err } = await jettison(here, args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
  });

  it('asking for help or for the version is none', async () => {
    const here = await folder({});
    expect(await jettison(here, ['--version'])).toEqual({ code: 0, out: '1.2.3\n', err: '' });
    const { code, out } = await jettison(here, ['lint', '--help']);
    expect(code).toBe(0);
    expect(out).toContain('--stdin-filename');
  });
});

describe('rules', () => {
  it('are listed as text and as JSON', async () => {
    const here = await folder({});
    expect((await jettison(here, ['rules'])).out).toMatch(/^fat-base {14}warning {6}About fat-base\.\n/);
    const { out } = await jettison(here, ['rules', '--format', 'json']);
    expect((JSON.parse(out) as unknown[])[1]).toEqual({
      id: 'old-word',
      severity: 'hint',
      serves: ['size'],
      summary: 'About old-word.',
      fixable: 'safe',
      answeredByConversion: false,
    });
  });
});
