import { afterEach, describe, expect, it } from 'vitest';
import type { ConfigurationParams, RegistrationParams } from 'vscode-languageserver';
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
  {
    settings,
    trusted = true,
    otherExtensions = [],
  }: { settings?: unknown; trusted?: boolean; otherExtensions?: string[] } = {},
): Promise<{ server: Session; write(text: string): Promise<void> }> {
  let current = configuration;
  const server = await startSession(await fakeServerBundle(), {
    capabilities: {
      ...modernEditor,
      workspace: { ...modernEditor.workspace, configuration: settings !== undefined },
    },
    initializationOptions: { fileAccess: true, trusted, otherExtensions },
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
    [{}, 'the scratch runtime'],
    [null, 'the scratch runtime'],
    [{ runtime: null }, 'the scratch runtime'],
    [{ runtime: 'auto' }, 'a distroless runtime'],
    [{ runtime: 'distroless' }, 'a distroless runtime'],
  ])('chooses the runtime where the user has not: %j', async (settings, expected) => {
    const { server } = await opened('{ "runtime": "scratch" }', { settings });
    const [action] = await server.actions(uri, at(0, 0), { only: ['refactor'] });
    expect(action?.title).toBe(`Convert to multi-stage with ${expected}`);
  });

  describe("that names one of BuildKit's checks", () => {
    const text = 'FROM thin as build\nMAINTAINER x\n';

    it.each([
      ['shows it beside an extension that shows it too', {}, ['FromAsCasing']],
      ['shows it where the setting is auto', { buildkitChecks: 'auto' }, ['FromAsCasing']],
      ['gives way to a user who wants none', { buildkitChecks: 'off' }, []],
      ['gives way to what the user says of it', { rules: { FromAsCasing: 'off' } }, []],
      ['leaves the others on', { buildkitChecks: 'on' }, ['FromAsCasing', 'MaintainerDeprecated']],
    ])('%s', async (_what, settings, expected) => {
      const { server } = await opened('{ "rules": { "FromAsCasing": "error" } }', {
        settings,
        otherExtensions: ['docker.docker'],
      });
      await server.open(`${root}/Dockerfile.build`, text);
      const codes = (await server.diagnostics(`${root}/Dockerfile.build`)).map(({ code }) => String(code));
      expect(codes.sort()).toEqual(expected);
    });
  });

  describe('above the workspace', () => {
    const workspaceFolder = 'file:///repository/service';
    const outer = `file:///repository/.jettison.json`;

    /** A session in one folder of a repository, whose root holds a configuration or comes to hold one. */
    async function inService(
      capabilities: object,
    ): Promise<{ server: Session; watched: unknown[]; write(text: string): Promise<void> }> {
      let current: string | undefined;
      const watched: unknown[] = [];
      const server = await startSession(await fakeServerBundle(), {
        capabilities,
        initializationOptions: { fileAccess: true },
        workspaceFolders: [{ uri: workspaceFolder, name: 'service' }],
        answers: {
          'jettison/listFolder': ({ uri: folder }: ListFolderParams) => {
            if (folder.replace(/\/$/, '') !== 'file:///repository') return [];
            const file = current === undefined ? [] : [{ name: '.jettison.json', kind: 'file' }];
            return [{ name: '.git', kind: 'folder' }, ...file];
          },
          'jettison/readFile': ({ uri: file }: ReadFileParams) => (file === outer ? (current ?? null) : null),
          'client/registerCapability': ({ registrations }: RegistrationParams) => {
            watched.push(...registrations.flatMap(({ registerOptions }) => registerOptions?.watchers ?? []));
            return null;
          },
        },
      });
      sessions.push(server);
      await server.open(`${workspaceFolder}/Dockerfile`, 'FROM fat\n');
      return {
        server,
        watched,
        async write(text) {
          const type = current === undefined ? 1 : 2;
          current = text;
          const before = server.refreshes();
          const changes = [{ uri: outer, type }];
          await server.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
          await eventually(() => server.refreshes() > before);
        },
      };
    }

    const severities = async (server: Session): Promise<unknown[]> =>
      (await server.diagnostics(`${workspaceFolder}/Dockerfile`)).map(({ severity }) => severity);
    const watchers = { dynamicRegistration: true, relativePatternSupport: true };
    const workspace = { ...modernEditor.workspace, didChangeWatchedFiles: watchers };

    it('is watched, and counts when it comes and when it changes', async () => {
      const { server, watched, write } = await inService({ ...modernEditor, workspace });
      expect(await severities(server)).toEqual([2]);
      const pattern = '{.jettison.json,.jettison.jsonc}';
      expect(watched).toContainEqual({ globPattern: { baseUri: 'file:///repository', pattern } });
      await write('{ "rules": { "fat-base": "error" } }');
      expect(await severities(server)).toEqual([1]);
      await write('{ "rules": { "fat-base": "hint" } }');
      expect(await severities(server)).toEqual([4]);
      expect(watched).toHaveLength(2);
    });

    it('is not watched where the editor watches the workspace alone', async () => {
      const { server, watched } = await inService(modernEditor);
      expect(await severities(server)).toEqual([2]);
      expect(watched).toEqual([{ globPattern: '**/*' }]);
    });
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
