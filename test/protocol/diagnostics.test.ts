import { afterEach, describe, expect, it } from 'vitest';
import { fakeServerBundle } from './support/bundles';
import {
  at,
  eventually,
  modernEditor,
  plainEditor,
  startSession,
  type Session,
} from './support/server-process';

const uri = 'untitled:Dockerfile';
const sessions: Session[] = [];

async function session(capabilities: object = modernEditor): Promise<Session> {
  const started = await startSession(await fakeServerBundle(), { capabilities });
  sessions.push(started);
  return started;
}

afterEach(async () => {
  await Promise.all(sessions.splice(0).map((each) => each.stop()));
});

describe('diagnostics that the editor asks for', () => {
  it('carry range, severity, rule, source, tags and related places', async () => {
    const server = await session();
    await server.open(uri, 'FROM fat\nRUN OLD\n');
    expect(await server.diagnostics(uri)).toEqual([
      {
        range: at(0, 5, 0, 8),
        severity: 2,
        code: 'fat-base',
        source: 'jettison',
        message: 'The base is fat.',
        relatedInformation: [{ location: { uri, range: at(0, 0, 0, 4) }, message: 'It is taken here.' }],
      },
      {
        range: at(1, 4, 1, 7),
        severity: 4,
        code: 'old-word',
        source: 'jettison',
        message: 'OLD is old.',
        tags: [2],
      },
    ]);
  });

  it('are never pushed too', async () => {
    const server = await session();
    await server.open(uri, 'FROM fat\n');
    await server.diagnostics(uri);
    await server.change(uri, 2, [{ text: 'FROM fat\nRUN OLD\n' }]);
    await server.diagnostics(uri);
    expect(server.published).toEqual([]);
  });

  it('are reported as unchanged while the text is', async () => {
    const server = await session();
    await server.open(uri, 'FROM fat\n');
    const first = await server.pull(uri);
    expect(first.resultId).toBeDefined();
    expect(await server.pull(uri, first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
    await server.change(uri, 2, [{ text: 'FROM thin\n' }]);
    expect(await server.pull(uri, first.resultId)).toMatchObject({ kind: 'full', items: [] });
  });

  it('do not survive under the same id when a document is closed and opened anew', async () => {
    const server = await session();
    await server.open(uri, 'FROM fat\n');
    const { resultId } = await server.pull(uri);
    await server.close(uri);
    await server.open(uri, 'FROM thin\n');
    expect(await server.pull(uri, resultId)).toMatchObject({ kind: 'full', items: [] });
  });

  it('leave out what the editor does not understand', async () => {
    const server = await session({ textDocument: { diagnostic: {} } });
    await server.open(uri, 'FROM fat\nRUN OLD\n');
    for (const diagnostic of await server.diagnostics(uri)) {
      expect(diagnostic).not.toHaveProperty('tags');
      expect(diagnostic).not.toHaveProperty('relatedInformation');
    }
  });

  it('are empty for documents of another language and for documents that are not open', async () => {
    const server = await session();
    await server.open('file:///notes.md', 'FROM fat\n', 'markdown');
    expect(await server.diagnostics('file:///notes.md')).toEqual([]);
    expect(await server.diagnostics('file:///nowhere/Dockerfile')).toEqual([]);
  });

  it('follow edits of parts of the text', async () => {
    const server = await session();
    await server.open(uri, 'FROM thin\nRUN a\n');
    await server.change(uri, 2, [
      { range: at(0, 5, 0, 9), text: 'fat' },
      { range: at(1, 4, 1, 5), text: 'b\n# 🐳\nRUN OLD' },
    ]);
    await server.change(uri, 3, [{ range: at(2, 2, 2, 4), text: '🐳🐳' }]);
    const found = await server.diagnostics(uri);
    expect(found.map(({ code, range }) => [code, range])).toEqual([
      ['fat-base', at(0, 5, 0, 8)],
      ['old-word', at(3, 4, 3, 7)],
    ]);
  });

  it('count characters in UTF-16 units and lines at CRLF', async () => {
    const server = await session();
    await server.open(uri, '# x\r\nRUN 🐳 OLD\r\nRUN OLD\r\n');
    expect((await server.diagnostics(uri)).map(({ range }) => range)).toEqual([
      at(1, 7, 1, 10),
      at(2, 4, 2, 7),
    ]);
  });
});

describe('diagnostics for editors that wait for them', () => {
  it('are pushed when a document is opened, changed and closed, with its version', async () => {
    const server = await session(plainEditor);
    expect(server.initialized.capabilities.diagnosticProvider).toBeUndefined();
    await server.open(uri, 'FROM fat\n');
    await eventually(() => server.published.length === 1);
    await server.change(uri, 2, [{ text: 'FROM thin\n' }]);
    await eventually(() => server.published.length === 2);
    await server.change(uri, 3, [{ text: 'RUN OLD\n' }]);
    await eventually(() => server.published.length === 3);
    await server.close(uri);
    await eventually(() => server.published.length === 4);
    const seen = server.published.map(({ version, diagnostics }) => [
      version,
      diagnostics.map(({ code }) => code),
    ]);
    expect(seen).toEqual([
      [1, ['fat-base']],
      [2, []],
      [3, ['old-word']],
      [undefined, []],
    ]);
  });

  it('end with those of the last of many edits', async () => {
    const server = await session(plainEditor);
    await server.open(uri, '');
    for (let version = 2; version <= 200; version++) {
      void server.change(uri, version, [{ range: at(0, 0), text: version === 200 ? 'RUN OLD\n' : '#' }]);
    }
    const last = await eventually(() => server.published.find(({ version }) => version === 200));
    expect(last.diagnostics.map(({ code }) => code)).toEqual(['old-word']);
    expect(server.published.at(-1)).toBe(last);
  });
});
