import { spawn } from 'node:child_process';
import { afterEach, describe, expect, it } from 'vitest';
import { builtBundle } from '../protocol/support/bundles';
import { startSession } from '../protocol/support/server-process';
import { folderWith } from './command-line';

const removals: (() => Promise<void>)[] = [];

async function folder(files: Readonly<Record<string, string>>): Promise<string> {
  const [made, remove] = await folderWith(files);
  removals.push(remove);
  return made;
}

afterEach(async () => {
  for (const remove of removals.splice(0)) await remove();
});

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** @param closeAfter closes the pipe of standard output after so many characters, as `head` does. */
function run(
  cwd: string,
  args: readonly string[],
  { input = '', closeAfter = Infinity } = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [builtBundle('cli.js'), ...args], { cwd });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    if (out.length > closeAfter) child.stdout.destroy();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

describe('the built command line', () => {
  it('reads standard input and writes JSON', async () => {
    const here = await folder({});
    const { code, out, err } = await run(here, ['lint', '--format', 'json', '-'], {
      input: 'FROM scratch\n',
    });
    expect(JSON.parse(out)).toMatchObject({ files: [{ path: 'Dockerfile' }] });
    expect(err).toBe('');
    expect(code).not.toBe(2);
  });

  it('exits with 2 for wrong usage and for input that cannot be read', async () => {
    const here = await folder({});
    expect((await run(here, ['nonsense'])).code).toBe(2);
    expect(await run(here, ['lint', 'nope'])).toMatchObject({ code: 2, out: '' });
  });

  it('writes all of a long output into a pipe', async () => {
    const text = `FROM scratch\n${'# a comment\n'.repeat(100_000)}`;
    const here = await folder({ Dockerfile: text });
    const { out } = await run(here, ['convert', 'Dockerfile', '--json']);
    expect(() => JSON.parse(out) as unknown).not.toThrow();
    expect(await run(here, ['convert', '-'], { input: text })).toMatchObject({ code: 0, out: text });
  });

  it('ends quietly when the reader of its output leaves', async () => {
    const text = `FROM scratch\n${'# a comment\n'.repeat(100_000)}`;
    const here = await folder({});
    const { err } = await run(here, ['convert', '-'], { input: text, closeAfter: 10 });
    expect(err).not.toMatch(/EPIPE|Error/);
  });

  it('runs the language server', async () => {
    const server = await startSession(builtBundle('cli.js'), { args: ['lsp', '--stdio'] });
    expect(server.initialized.serverInfo?.name).toBe('jettison');
    expect(await server.stop()).toBe(0);
  });
});
