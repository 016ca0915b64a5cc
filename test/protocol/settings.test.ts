import { afterEach, describe, expect, it } from 'vitest';
import type { CodeAction, ConfigurationParams } from 'vscode-languageserver';
import { applyWorkspaceEdit } from './support/apply';
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

afterEach(async () => {
  await Promise.all(sessions.splice(0).map((each) => each.stop()));
});

/** A session with an editor that is asked for its settings; change the returned object and call `changed`. */
async function configured(settings: {
  jettison: unknown;
}): Promise<{ server: Session; changed(): Promise<void> }> {
  const workspace = {
    ...modernEditor.workspace,
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
  };
  const server = await startSession(await fakeServerBundle(), {
    capabilities: { ...modernEditor, workspace },
    answers: {
      'workspace/configuration': ({ items }: ConfigurationParams) =>
        items.map(({ section, scopeUri }) =>
          section === 'jettison' && scopeUri === uri ? settings.jettison : null,
        ),
    },
  });
  sessions.push(server);
  const changed = (): Promise<void> =>
    server.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  return { server, changed };
}

describe('settings', () => {
  it('change the severity of a rule and silence it', async () => {
    const { server } = await configured({ jettison: { rules: { 'fat-base': 'error', 'old-word': 'off' } } });
    await server.open(uri, 'FROM fat\nRUN OLD\n');
    expect((await server.diagnostics(uri)).map(({ code, severity }) => [code, severity])).toEqual([
      ['fat-base', 1],
    ]);
  });

  it('switch everything off and on', async () => {
    const settings = { jettison: { enable: false } };
    const { server, changed } = await configured(settings);
    await server.open(uri, 'FROM fat\n');
    expect(await server.diagnostics(uri)).toEqual([]);
    expect(await server.actions(uri, at(0, 6))).toEqual([]);
    settings.jettison.enable = true;
    await changed();
    await eventually(() => server.refreshes() === 1);
    expect(await server.diagnostics(uri)).toHaveLength(1);
  });

  it('choose the runtime of the conversion', async () => {
    const text = 'FROM fat\n';
    const { server } = await configured({ jettison: { runtime: 'scratch' } });
    await server.open(uri, text);
    const [action] = await server.actions(uri, at(0, 0), { only: ['refactor'] });
    expect(action?.title).toBe('Convert to multi-stage with the scratch runtime');
    const { edit } = await server.resolve(action as CodeAction);
    expect(applyWorkspaceEdit(uri, text, edit)).toBe('FROM fat AS build\nFROM scratch\n');
  });

  it.each([
    ['a text', 'x'],
    ['a list', [1]],
    ['null', null],
    ['wrong values', { enable: 'no', runtime: 'windows', rules: { 'fat-base': 'loud', 'old-word': 3 } }],
    ['wrong rules', { rules: ['fat-base'] }],
  ])('fall back to the defaults when they are %s', async (_case, jettison) => {
    const { server } = await configured({ jettison });
    await server.open(uri, 'FROM fat\n');
    expect((await server.diagnostics(uri)).map(({ severity }) => severity)).toEqual([2]);
  });

  it('that are wrong are named in the log', async () => {
    const { server } = await configured({ jettison: { runtime: 'windows', rules: { 'fat-base': 'loud' } } });
    await server.open(uri, 'FROM fat\n');
    await server.diagnostics(uri);
    expect(server.logged.join('\n')).toMatch(/"fat-base" is "loud"/);
    expect(server.logged.join('\n')).toMatch(/jettison\.runtime: "windows"/);
  });

  it('may be sent by editors that are not asked', async () => {
    const server = await startSession(await fakeServerBundle(), {
      capabilities: plainEditor,
      initializationOptions: { settings: { rules: { 'fat-base': 'hint' } } },
    });
    sessions.push(server);
    await server.open(uri, 'FROM fat\n');
    await eventually(() => server.published.length === 1);
    expect(server.published[0]?.diagnostics[0]?.severity).toBe(4);
    const settings = { jettison: { rules: { 'fat-base': 'off' } } };
    await server.connection.sendNotification('workspace/didChangeConfiguration', { settings });
    await eventually(() => server.published.length === 2);
    expect(server.published[1]?.diagnostics).toEqual([]);
  });
});

describe("BuildKit's checks", () => {
  const text = 'FROM thin as build\nMAINTAINER x\n';

  async function codes(server: Session): Promise<readonly unknown[]> {
    return (await server.diagnostics(uri)).map(({ code }) => code);
  }

  async function beside(...ids: string[]): Promise<Session> {
    const server = await startSession(await fakeServerBundle(), {
      initializationOptions: { otherExtensions: ids },
    });
    sessions.push(server);
    await server.open(uri, text);
    return server;
  }

  it('are shown where nobody else shows them', async () => {
    expect(await codes(await beside())).toEqual(['MaintainerDeprecated', 'FromAsCasing']);
  });

  it('are left to the extensions that show them', async () => {
    expect(await codes(await beside('docker.docker'))).toEqual([]);
    expect(await codes(await beside('ms-azuretools.vscode-containers'))).toEqual(['FromAsCasing']);
  });

  it('follow when extensions come and go', async () => {
    const server = await beside('docker.docker');
    expect(await codes(server)).toEqual([]);
    await server.connection.sendNotification('jettison/otherExtensions', { ids: [] });
    await eventually(() => server.refreshes() === 1);
    expect(await codes(server)).toEqual(['MaintainerDeprecated', 'FromAsCasing']);
    await server.connection.sendNotification('jettison/otherExtensions', { ids: ['docker.docker', 3] });
    await eventually(() => server.refreshes() === 2);
    expect(await codes(server)).toEqual([]);
    await server.connection.sendNotification('jettison/otherExtensions', null);
    await eventually(() => server.refreshes() === 3);
    expect(await codes(server)).toHaveLength(2);
  });

  it('are switched by a setting, except those that have one of their own', async () => {
    const settings: { jettison: unknown } = { jettison: { buildkitChecks: 'off' } };
    const { server, changed } = await configured(settings);
    await server.open(uri, text);
    expect(await codes(server)).toEqual([]);
    settings.jettison = { buildkitChecks: 'off', rules: { FromAsCasing: 'error' } };
    await changed();
    await eventually(() => server.refreshes() === 1);
    expect(await codes(server)).toEqual(['FromAsCasing']);
    settings.jettison = { buildkitChecks: 'sometimes' };
    await changed();
    await eventually(() => server.refreshes() === 2);
    expect(await codes(server)).toHaveLength(2);
    expect(server.logged.join('\n')).toMatch(/jettison\.buildkitChecks: "sometimes"/);
  });
});
