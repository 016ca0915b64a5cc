import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import type { CodeAction } from 'vscode-languageserver';
import type { ListFolderParams, ReadFileParams } from '../../server/src/protocol';
import { applyWorkspaceEdit } from './support/apply';
import { fakeServerBundle } from './support/bundles';
import {
  at,
  eventually,
  modernEditor,
  plainEditor,
  startSession,
  type Session,
  type SessionOptions,
} from './support/server-process';

const root = 'vscode-vfs://github/someone/project';
const uri = `${root}/Dockerfile`;
const ends: (() => Promise<unknown>)[] = [];

async function session(options: SessionOptions): Promise<Session> {
  const started = await startSession(await fakeServerBundle(), options);
  ends.push(() => started.stop());
  return started;
}

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** An editor's file system with files by path, which notes what it is asked for. */
function virtualFiles(files: Map<string, string>): {
  asked: string[];
  answers: NonNullable<SessionOptions['answers']>;
} {
  const asked: string[] = [];
  const rooted = (given: string): string | undefined =>
    given === root
      ? ''
      : given.startsWith(`${root}/`)
        ? decodeURIComponent(given.slice(root.length + 1))
        : undefined;
  return {
    asked,
    answers: {
      'jettison/listFolder': ({ uri: folder }: ListFolderParams) => {
        asked.push(`list ${folder}`);
        if (rooted(folder.replace(/\/$/, '')) !== '') return null;
        return [...files.keys()].map((name) => ({ name, kind: 'file' }));
      },
      'jettison/readFile': ({ uri: file }: ReadFileParams) => {
        asked.push(`read ${file}`);
        return files.get(rooted(file) ?? '') ?? null;
      },
    },
  };
}

const workspaceFolders = [{ uri: root, name: 'project' }];

async function messages(server: Session): Promise<string[]> {
  return (await server.diagnostics(uri)).map(({ message }) => String(message));
}

function fileEvent(server: Session, name: string, type: 1 | 2 | 3): Promise<void> {
  const changes = [{ uri: `${root}/${name}`, type }];
  return server.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
}

describe('project files through the editor', () => {
  it('are part of the first answer when they come soon', async () => {
    const { answers } = virtualFiles(new Map([['go.mod', 'module a']]));
    const server = await session({ answers, workspaceFolders, initializationOptions: { fileAccess: true } });
    await server.open(uri, 'FROM thin\n');
    expect(await messages(server)).toEqual(['The project is module a.']);
  });

  it('are asked for once, whatever is typed', async () => {
    const { answers, asked } = virtualFiles(new Map([['go.mod', 'module a']]));
    const server = await session({ answers, workspaceFolders, initializationOptions: { fileAccess: true } });
    await server.open(uri, 'FROM thin\n');
    await messages(server);
    const before = asked.length;
    expect(before).toBeGreaterThan(0);
    for (let version = 2; version < 20; version++) {
      await server.change(uri, version, [{ text: `FROM thin\nRUN ${version}\n` }]);
      await messages(server);
    }
    expect(asked.slice(before)).toEqual([]);
  });

  it('do not hold the first answer back when they are slow: the editor is asked to come again', async () => {
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    const { answers } = virtualFiles(new Map([['go.mod', 'module slow']]));
    const slow = async (params: never): Promise<unknown> => {
      await gate;
      return answers['jettison/listFolder']?.(params);
    };
    const server = await session({
      answers: { ...answers, 'jettison/listFolder': slow },
      workspaceFolders,
      initializationOptions: { fileAccess: true },
    });
    await server.open(uri, 'FROM fat\n');
    expect(await messages(server)).toEqual(['The base is fat.']);
    expect(server.refreshes()).toBe(0);
    release();
    await eventually(() => server.refreshes() > 0);
    expect(await messages(server)).toEqual(['The base is fat.', 'The project is module slow.']);
  });

  describe('that come between the offer of an action and its choice', () => {
    const text = 'FROM thin\nRUN MODULE OLD\n';

    /** The action of a title, offered before the project's files came; they are there when this is done. */
    async function offeredBefore(
      goMod: string,
      title: string,
    ): Promise<{ server: Session; action: CodeAction }> {
      let release = (): void => undefined;
      const gate = new Promise<void>((resolve) => (release = resolve));
      const { answers } = virtualFiles(new Map([['go.mod', goMod]]));
      const slow = async (params: never): Promise<unknown> => {
        await gate;
        return answers['jettison/listFolder']?.(params);
      };
      const server = await session({
        answers: { ...answers, 'jettison/listFolder': slow },
        workspaceFolders,
        initializationOptions: { fileAccess: true },
      });
      await server.open(uri, text);
      const actions = await server.actions(uri, at(1, 0, 1, 14), { only: ['quickfix', 'source.fixAll'] });
      const action = actions.find((each) => each.title === title);
      if (!action) throw new Error(`"${title}" is not offered`);
      release();
      await eventually(() => server.refreshes() > 0);
      return { server, action };
    }

    it.each([
      ['Write NEW', 'FROM thin\nRUN MODULE NEW\n'],
      ['Name the module', 'FROM thin\nRUN module late OLD\n'],
      ['Disable old-word in this file', `# jettison global ignore=old-word\n${text}`],
      ['Fix all findings that Jettison can fix safely', 'FROM thin\nRUN module late NEW\n'],
    ])('are looked at when "%s" is made', async (title, expected) => {
      const { server, action } = await offeredBefore('module late\n', title);
      const { edit } = await server.resolve(action);
      expect(applyWorkspaceEdit(uri, text, edit)).toBe(expected);
    });

    it('end an action that they answer', async () => {
      const { server, action } = await offeredBefore('module none\n', 'Name the module');
      await expect(server.resolve(action)).rejects.toMatchObject({ code: -32801 });
    });

    it('do not save an action of a text that is gone', async () => {
      const { server, action } = await offeredBefore('module late\n', 'Write NEW');
      await server.close(uri);
      await server.open(uri, `# another text of the same version\n${text}`);
      await expect(server.resolve(action)).rejects.toMatchObject({ code: -32801 });
    });
  });

  it('are pushed when they come late to an editor that waits for diagnostics', async () => {
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    const { answers } = virtualFiles(new Map([['go.mod', 'module slow']]));
    const slow = async (params: never): Promise<unknown> => {
      await gate;
      return answers['jettison/listFolder']?.(params);
    };
    const server = await session({
      capabilities: plainEditor,
      answers: { ...answers, 'jettison/listFolder': slow },
      workspaceFolders,
      initializationOptions: { fileAccess: true },
    });
    await server.open(uri, 'FROM fat\n');
    await eventually(() => server.published.length === 1);
    expect(server.published[0]?.diagnostics.map(({ code }) => code)).toEqual(['fat-base']);
    release();
    await eventually(() => server.published.length === 2);
    expect(server.published[1]?.diagnostics.map(({ code }) => code)).toEqual(['fat-base', 'module-seen']);
  });

  it('are read again when they change, they alone', async () => {
    const files = new Map([
      ['go.mod', 'module a'],
      ['Makefile', 'build:'],
    ]);
    const { answers, asked } = virtualFiles(files);
    const server = await session({ answers, workspaceFolders, initializationOptions: { fileAccess: true } });
    await server.open(uri, 'FROM thin\n');
    await messages(server);
    const before = asked.length;
    files.set('go.mod', 'module b');
    await fileEvent(server, 'go.mod', 2);
    await eventually(() => server.refreshes() === 1);
    expect(await messages(server)).toEqual(['The project is module b.']);
    expect(asked.slice(before)).toEqual([`read ${root}/go.mod`]);
  });

  it('are noticed when they appear and when they are deleted', async () => {
    const files = new Map([['main.go', 'package main']]);
    const { answers } = virtualFiles(files);
    const server = await session({ answers, workspaceFolders, initializationOptions: { fileAccess: true } });
    await server.open(uri, 'FROM thin\n');
    expect(await messages(server)).toEqual([]);
    files.set('go.mod', 'module new');
    await fileEvent(server, 'go.mod', 1);
    await eventually(async () => (await messages(server)).length === 1);
    files.delete('go.mod');
    await fileEvent(server, 'go.mod', 3);
    await eventually(async () => (await messages(server)).length === 0);
  });

  it('cause nothing when a file that does not matter changes', async () => {
    const { answers, asked } = virtualFiles(new Map([['go.mod', 'module a']]));
    const server = await session({ answers, workspaceFolders, initializationOptions: { fileAccess: true } });
    await server.open(uri, 'FROM thin\n');
    const { resultId } = await server.pull(uri);
    const before = asked.length;
    await fileEvent(server, 'notes.txt', 2);
    await fileEvent(server, 'node_modules/x/y.js', 1);
    // A change that does matter, behind them in the queue: by its refresh, theirs would have been seen.
    await fileEvent(server, 'go.mod', 2);
    await eventually(() => server.refreshes() > 0);
    expect(server.refreshes()).toBe(1);
    expect(asked.slice(before)).toEqual([`read ${root}/go.mod`]);
    expect((await server.pull(uri)).resultId).not.toBe(resultId);
  });

  it('are left alone in an untrusted workspace', async () => {
    const { answers, asked } = virtualFiles(new Map([['go.mod', 'module a']]));
    const initializationOptions = { fileAccess: true, trusted: false };
    const server = await session({ answers, workspaceFolders, initializationOptions });
    await server.open(uri, 'FROM fat\n');
    expect(await messages(server)).toEqual(['The base is fat.']);
    expect(asked).toEqual([]);
  });

  it('that cannot be read count as unknown', async () => {
    const fail = (): never => {
      throw new Error('no such provider');
    };
    const server = await session({
      answers: { 'jettison/listFolder': fail, 'jettison/readFile': fail },
      initializationOptions: { fileAccess: true },
    });
    await server.open(uri, 'FROM fat\n');
    expect(await messages(server)).toEqual(['The base is fat.']);
  });
});

describe('project files from the disk', () => {
  async function folder(): Promise<string> {
    const made = await mkdtemp(path.join(tmpdir(), 'jettison project '));
    ends.push(() => rm(made, { recursive: true }));
    return made;
  }

  it('are read where the editor offers no file system of its own', async () => {
    const made = await folder();
    await writeFile(path.join(made, 'go.mod'), 'module disk');
    const dockerfile = pathToFileURL(path.join(made, 'Dockerfile')).href;
    const server = await session({ capabilities: plainEditor });
    await server.open(dockerfile, 'FROM thin\n');
    await eventually(() => server.published.length === 1);
    expect(server.published[0]?.diagnostics.map(({ message }) => message)).toEqual([
      'The project is module disk.',
    ]);
  });

  it('are read again when a document is saved, where the editor reports no changes of files', async () => {
    const made = await folder();
    const dockerfile = pathToFileURL(path.join(made, 'Dockerfile')).href;
    const server = await session({ capabilities: { textDocument: modernEditor.textDocument } });
    await server.open(dockerfile, 'FROM thin\n');
    expect(await server.diagnostics(dockerfile)).toEqual([]);
    await writeFile(path.join(made, 'go.mod'), 'module later');
    await server.connection.sendNotification('textDocument/didSave', { textDocument: { uri: dockerfile } });
    await eventually(async () => (await server.diagnostics(dockerfile)).length === 1);
  });
});
