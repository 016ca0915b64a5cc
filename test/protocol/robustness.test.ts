import { afterEach, describe, expect, it } from 'vitest';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import { fakeServerBundle } from './support/bundles';
import {
  at,
  eventually,
  modernEditor,
  startSession,
  type Session,
  type SessionOptions,
} from './support/server-process';

const uri = 'file:///project/Dockerfile';
const sessions: Session[] = [];

async function session(options: SessionOptions = {}): Promise<Session> {
  const started = await startSession(await fakeServerBundle(), options);
  sessions.push(started);
  return started;
}

afterEach(async () => {
  await Promise.all(sessions.splice(0).map((each) => each.stop()));
});

/** The server still answers as it should. */
async function expectAlive(server: Session): Promise<void> {
  const probe = 'untitled:Probe';
  await server.open(probe, 'FROM fat\n');
  expect((await server.diagnostics(probe)).map(({ code }) => code)).toEqual(['fat-base']);
}

describe('a server under stress', () => {
  it('answers a cancelled request at once with an error, and works on', async () => {
    // The project never comes, so that the request is still waiting for it when it is cancelled.
    const never = (): Promise<never> => new Promise(() => undefined);
    const server = await session({
      initializationOptions: { fileAccess: true },
      answers: { 'jettison/listFolder': never, 'jettison/readFile': never },
    });
    await server.open(uri, 'FROM fat\n');
    const source = new CancellationTokenSource();
    const asked = server.pull(uri, undefined, source.token);
    source.cancel();
    await expect(asked).rejects.toMatchObject({ code: -32800 });
    expect((await server.diagnostics(uri)).map(({ code }) => code)).toEqual(['fat-base']);
  });

  it('logs a fault of the analysis and shows nothing for that file alone', async () => {
    const server = await session();
    await server.open('untitled:Faulty', 'BOOM\n');
    expect(await server.diagnostics('untitled:Faulty')).toEqual([]);
    expect(await server.actions('untitled:Faulty', at(0, 0))).toEqual([]);
    expect(server.logged.join()).toContain('a fault in the service');
    await expectAlive(server);
  });

  it.each([
    ['an unknown request', 'jettison/nonsense', {}],
    ['a request without parameters', 'textDocument/diagnostic', undefined],
    ['a document that is null', 'textDocument/diagnostic', { textDocument: null }],
    [
      'a document that is a number',
      'textDocument/codeAction',
      { textDocument: { uri: 7 }, range: null, context: null },
    ],
    ['an action without a title', 'codeAction/resolve', {}],
    ['an action that is null', 'codeAction/resolve', null],
  ])('survives %s', async (_case, method, params) => {
    const server = await session();
    await server.connection.sendRequest(method, params).catch(() => undefined);
    await expectAlive(server);
  });

  it.each([
    ['nothing', undefined],
    ['a text', 'x'],
    ['the wrong types', { uri: 1, text: 2, what: 3 }],
    ['an unknown subject', { uri, text: '1', what: { kind: 'other' } }],
    ['a document that is not open', { uri: 'untitled:Gone', text: '1', what: { kind: 'fix-all' } }],
    ['a finding by number', { uri, text: '1', what: { kind: 'fix', finding: 99, title: 'Write NEW' } }],
    [
      'a finding that does not exist',
      {
        uri,
        text: '1',
        what: { kind: 'fix', finding: { rule: 'old-word', start: -1, end: 99 }, title: 'Write NEW' },
      },
    ],
  ])('survives an action that carries %s', async (_case, data) => {
    const server = await session();
    await server.open(uri, 'FROM thin\n');
    await server.diagnostics(uri);
    const resolved = await server.resolve({ title: 'x', data }).catch(() => ({ edit: undefined }));
    expect(JSON.stringify(resolved.edit ?? {})).not.toContain('newText');
    await expectAlive(server);
  });

  it('survives edits outside of the text and of documents that are not open', async () => {
    const server = await session();
    await server.change('untitled:Gone', 2, [{ text: 'x' }]);
    await server.open(uri, 'FROM thin\n');
    await server.change(uri, 2, [{ range: at(900, 900, 901, 0), text: '\nRUN OLD' }]);
    expect((await server.diagnostics(uri)).map(({ code }) => code)).toEqual(['old-word']);
    await server.close('untitled:Gone');
    await expectAlive(server);
  });

  it('survives a message that is not JSON', async () => {
    const server = await session();
    server.process.stdin.write('Content-Length: 9\r\n\r\n{"a": oh!');
    await expectAlive(server);
  });

  it('answers for a megabyte on one line', async () => {
    const server = await session();
    await server.open('untitled:Long', `RUN ${'x'.repeat(1_000_000)} OLD\n`);
    expect((await server.diagnostics('untitled:Long')).map(({ range }) => range)).toEqual([
      at(0, 1_000_005, 0, 1_000_008),
    ]);
  });
});

describe('the end of a server', () => {
  it('comes after shutdown and exit, with code 0', async () => {
    const server = await session();
    expect(await server.stop()).toBe(0);
  });

  it('comes after exit without shutdown, with code 1', async () => {
    const server = await session();
    await server.connection.sendNotification('exit');
    expect(await server.exit).toBe(1);
  });

  it('comes when the editor is gone', async () => {
    const server = await session();
    server.process.stdin.end();
    await eventually(() => server.process.exitCode !== null);
    expect(await server.exit).toBe(1);
  });

  it('does not break off requests that came before it', async () => {
    const server = await session({ capabilities: modernEditor });
    await server.open('untitled:Last', 'FROM fat\n');
    const asked = server.diagnostics('untitled:Last');
    await server.connection.sendRequest('shutdown');
    expect((await asked).map(({ code }) => code)).toEqual(['fat-base']);
  });
});
