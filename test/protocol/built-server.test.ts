import { afterEach, describe, expect, it } from 'vitest';
import { builtBundle } from './support/bundles';
import { at, modernEditor, plainEditor, startSession, type Session } from './support/server-process';

const sessions: Session[] = [];

async function session(capabilities: object = modernEditor): Promise<Session> {
  const started = await startSession(builtBundle('server.js'), { capabilities });
  sessions.push(started);
  return started;
}

afterEach(async () => {
  await Promise.all(sessions.splice(0).map((each) => each.stop()));
});

/** What people type, seen between two keystrokes, and what they paste by mistake. */
const broken = [
  '',
  '\n\n',
  'F',
  'FROM',
  'FROM ',
  'FROM golang:',
  'FROM golang:1.26 AS',
  'FROM golang:1.26 AS build\nFROM build AS build\n',
  'FROM a AS b\nFROM b AS a\nCOPY --from=a --from=b',
  'RUN',
  'RUN \\',
  'RUN <<',
  'RUN <<EOF',
  'RUN <<"EOF\necho',
  'RUN echo "',
  'RUN $((',
  'RUN if then fi; }',
  'CMD ["',
  'CMD [1, {}]',
  'ENTRYPOINT []',
  'COPY',
  'COPY --from=',
  'COPY --from=9 a',
  'ENV =',
  'ENV A=${',
  'ARG',
  '# escape=`\nRUN a `',
  '# syntax=\n# escape=x\n# check=',
  '\uFEFFFROM golang:1.26\r\nRUN a \\\r\n\r\n# b\r\n c\r',
  '\u0000\u0001\u0002FROM \u0000',
  '\uD800 FROM \uDFFF',
  'ONBUILD ONBUILD FROM x',
  `FROM x\n${'RUN a && \\\n'.repeat(500)}`,
  `FROM ${'${A:-'.repeat(500)}`,
  `RUN ${'('.repeat(2000)}`,
];

describe('the built server', () => {
  it('tells editors what it can do', async () => {
    const { initialized } = await session();
    expect(initialized).toMatchObject({
      serverInfo: { name: 'jettison' },
      capabilities: {
        textDocumentSync: { openClose: true, change: 2 },
        diagnosticProvider: { workspaceDiagnostics: false },
        codeActionProvider: {
          codeActionKinds: ['quickfix', 'refactor.rewrite.jettison.convert', 'source.fixAll.jettison'],
          resolveProvider: true,
        },
      },
    });
  });

  it('offers less to editors that can do less', async () => {
    const { capabilities } = (await session(plainEditor)).initialized;
    expect(capabilities).not.toHaveProperty('diagnosticProvider');
    expect(capabilities.codeActionProvider).toMatchObject({ resolveProvider: false });
  });

  it('answers every request about half-typed and broken files, and logs no fault', async () => {
    const server = await session();
    for (const [index, text] of broken.entries()) {
      const uri = `untitled:Broken-${index}`;
      await server.open(uri, text);
      expect(await server.pull(uri), JSON.stringify(text)).toMatchObject({ kind: 'full' });
      for (const only of [['quickfix'], ['refactor'], ['source']]) {
        expect(await server.actions(uri, at(0, 0), { only }), JSON.stringify(text)).toBeInstanceOf(Array);
      }
      await server.close(uri);
    }
    expect(server.logged).toEqual([]);
  });
});
