import { afterEach, describe, expect, it } from 'vitest';
import type { ConfigurationParams } from 'vscode-languageserver';
import type { ListFolderParams, ReadFileParams } from '../../server/src/protocol';
import { fakeServerBundle } from './support/bundles';
import { at, eventually, modernEditor, startSession, type Session } from './support/server-process';

const root = 'vscode-vfs://github/someone/project';
const uri = `${root}/Dockerfile`;
const sessions: Session[] = [];

afterEach(async () => {
  await Promise.all(sessions.splice(0).map((each) => each.stop()));
});

/** A session in a workspace that holds a Dockerfile and a configuration, which the test may change. */
async function opened(
  configuration: string,
  { settings, trusted = true }: { settings?: unknown; trusted?: boolean } = {},
): Promise<{ server: Session; write(text: string): Promise<void> }> {
  let current = configuration;
  const server = await startSession(await fakeServerBundle(), {
    capabilities: {
      ...modernEditor,
      workspace: { ...modernEditor.workspace, configuration: settings !== undefined },
    },
    initializationOptions: { fileAccess: true, trusted },
    workspaceFolders: [{ uri: root, name: 'project' }],
    answers: {
      'jettison/listFolder': ({ uri: folder }: ListFolderParams) =>
        folder === root ? [{ name: '.jettison.json', kind: 'file' }] : null,
      'jettison/readFile': ({ uri: file }: ReadFileParams) =>
        file === `${root}/.jettison.json` ? current : null,
      'workspace/configuration': ({ items }: ConfigurationParams) => items.map(() => settings),
    },
  });
  sessions.push(server);
  await server.open(uri, 'FROM fat\nRUN OLD\n');
  return {
    server,
    async write(text) {
      current = text;
      const before = server.refreshes();
      const changes = [{ uri: `${root}/.jettison.json`, type: 2 }];
      await server.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
      await eventually(() => server.refreshes() > before);
    },
  };
}

async function shown(server: Session): Promise<unknown[]> {
  return (await server.diagnostics(uri)).map(({ code, severity }) => [code, severity]);
}

describe('the configuration of a project', () => {
  it('sets severities, and again when it changes', async () => {
    const { server, write } = await opened('{ "rules": { "fat-base": "error", "old-word": "off" } }');
    expect(await shown(server)).toEqual([['fat-base', 1]]);
    await write('{ "overrides": [{ "files": ["Docker*"], "rules": { "fat-base": "hint" } }] }');
    expect(await shown(server)).toEqual([
      ['fat-base', 4],
      ['old-word', 4],
    ]);
  });

  it('gives way to the settings of the editor, rule by rule', async () => {
    const { server } = await opened('{ "rules": { "fat-base": "error", "old-word": "warning" } }', {
      settings: { rules: { 'fat-base': 'information' } },
    });
    expect(await shown(server)).toEqual([
      ['fat-base', 3],
      ['old-word', 2],
    ]);
  });

  it.each([
    ['auto', 'the scratch runtime'],
    ['distroless', 'a distroless runtime'],
  ])('chooses the runtime where the setting is auto: %s', async (runtime, expected) => {
    const { server } = await opened('{ "runtime": "scratch" }', { settings: { runtime } });
    const [action] = await server.actions(uri, at(0, 0), { only: ['refactor'] });
    expect(action?.title).toBe(`Convert to multi-stage with ${expected}`);
  });

  it('that is wrong is logged with its place, once, and the rest of it counts', async () => {
    const { server, write } = await opened('{\n  "rules": { "fat-base": "error", "no-rule": "off" }\n}');
    expect(await shown(server)).toEqual([
      ['fat-base', 1],
      ['old-word', 4],
    ]);
    await server.open(`${root}/Dockerfile.dev`, 'FROM thin\n');
    await server.diagnostics(`${root}/Dockerfile.dev`);
    const line = `${root}/.jettison.json:2:35: there is no rule "no-rule"`;
    expect(server.logged).toEqual([line]);
    await write('{}');
    await write('{ "no-key": 1 }');
    expect(server.logged).toEqual([line, `${root}/.jettison.json:1:3: there is no key "no-key"`]);
  });

  it('is not read in a workspace that is not trusted', async () => {
    const { server } = await opened('{ "rules": { "fat-base": "off" } }', { trusted: false });
    expect((await shown(server))[0]).toEqual(['fat-base', 2]);
  });
});
