import { describe, expect, it } from 'vitest';
import { loadConfiguration } from '../../server/src/host/configuration-file';
import type { FileAccess, FolderEntry } from '../../server/src/project/project';
import { readConfiguration } from '../../server/src/rules/configuration/read';

/** Files by URI; folders follow from them. */
function access(files: Readonly<Record<string, string>>, asked: string[] = []): FileAccess {
  return {
    async list(folder) {
      asked.push(folder);
      const base = folder.endsWith('/') ? folder : `${folder}/`;
      const below = Object.keys(files).filter((file) => file.startsWith(base));
      const names = [...new Set(below.map((file) => file.slice(base.length).split('/')[0] ?? ''))];
      return names.map((name): FolderEntry => ({ name, kind: 'file', size: undefined }));
    },
    read: async (uri) => files[uri],
  };
}

const off = '{ "rules": { "r": "off" } }';

async function found(dockerfile: string, workspaceFolders: string[], files: Record<string, string>) {
  const read = (text: string) => readConfiguration(text, ['r']);
  return loadConfiguration(access(files), dockerfile, { read, workspaceFolders });
}

describe('the configuration of a Dockerfile', () => {
  it.each<[string, string, string[], string[], string | undefined]>([
    [
      'lies beside it',
      'file:///w/a/Dockerfile',
      ['file:///w'],
      ['file:///w/a/.jettison.json'],
      'file:///w/a/.jettison.json',
    ],
    [
      'may be a .jsonc',
      'file:///w/a/Dockerfile',
      ['file:///w'],
      ['file:///w/.jettison.jsonc'],
      'file:///w/.jettison.jsonc',
    ],
    [
      'is the nearest',
      'file:///w/a/b/Dockerfile',
      ['file:///w'],
      ['file:///w/.jettison.json', 'file:///w/a/.jettison.jsonc'],
      'file:///w/a/.jettison.jsonc',
    ],
    [
      'is the .json where both lie in a folder',
      'file:///w/Dockerfile',
      ['file:///w'],
      ['file:///w/.jettison.jsonc', 'file:///w/.jettison.json'],
      'file:///w/.jettison.json',
    ],
    [
      'may lie at the root of the repository, above the workspace',
      'file:///repo/w/a/Dockerfile',
      ['file:///repo/w'],
      ['file:///repo/.git/HEAD', 'file:///repo/.jettison.json'],
      'file:///repo/.jettison.json',
    ],
    [
      'does not lie above the repository',
      'file:///home/repo/a/Dockerfile',
      ['file:///home'],
      ['file:///home/repo/.git/HEAD', 'file:///home/.jettison.json'],
      undefined,
    ],
    [
      'does not lie above the workspace where there is no repository',
      'file:///home/w/Dockerfile',
      ['file:///home/w'],
      ['file:///home/.jettison.json'],
      undefined,
    ],
    [
      'lies beside it or nowhere, outside of workspace and repository',
      'file:///tmp/x/Dockerfile',
      ['file:///w'],
      ['file:///tmp/.jettison.json'],
      undefined,
    ],
    [
      'lies within a virtual workspace',
      'vscode-vfs://github/me/p/a/Dockerfile',
      ['vscode-vfs://github/me/p'],
      ['vscode-vfs://github/me/p/.jettison.json'],
      'vscode-vfs://github/me/p/.jettison.json',
    ],
    [
      'is not looked for where nothing was saved',
      'untitled:Dockerfile',
      ['file:///w'],
      ['file:///w/.jettison.json'],
      undefined,
    ],
  ])('%s', async (_what, dockerfile, workspaceFolders, names, expected) => {
    const files = Object.fromEntries(names.map((name) => [name, off]));
    const { uri, severities } = await found(dockerfile, workspaceFolders, files);
    expect(uri).toBe(expected);
    expect(severities).toEqual(expected === undefined ? {} : { r: 'off' });
  });

  it('applies overrides by the path from its folder', async () => {
    const text = '{ "overrides": [{ "files": "a/*/Dockerfile", "rules": { "r": "off" } }] }';
    const files = { 'file:///w/.jettison.json': text };
    expect((await found('file:///w/a/b%20c/Dockerfile', ['file:///w'], files)).severities).toEqual({
      r: 'off',
    });
    expect((await found('file:///w/a/Dockerfile', ['file:///w'], files)).severities).toEqual({});
  });

  it('says where it is wrong', async () => {
    const files = { 'file:///w/.jettison.json': '{\n  "rules": { "q": "off" } }' };
    const { problems, severities } = await found('file:///w/Dockerfile', ['file:///w'], files);
    expect(severities).toEqual({});
    expect(problems).toEqual([
      {
        message: 'there is no rule "q"',
        range: { start: { line: 1, character: 13 }, end: { line: 1, character: 16 } },
      },
    ]);
  });

  it('says so when it cannot be read', async () => {
    const files = { 'file:///w/.jettison.json': off };
    const unreadable: FileAccess = { ...access(files), read: async () => undefined };
    const { problems } = await loadConfiguration(unreadable, 'file:///w/Dockerfile', {
      read: (text) => readConfiguration(text, []),
      workspaceFolders: [],
    });
    expect(problems.map(({ message }) => message)).toEqual([
      'cannot be read: no text, no permission, or more than 1 MB',
    ]);
  });

  it('asks nothing of a virtual file system above the workspace', async () => {
    const asked: string[] = [];
    await loadConfiguration(access({}, asked), 'vscode-vfs://github/me/p/a/Dockerfile', {
      read: (text) => readConfiguration(text, []),
      workspaceFolders: ['vscode-vfs://github/me/p'],
    });
    expect(asked).toEqual(['vscode-vfs://github/me/p/a', 'vscode-vfs://github/me/p']);
  });

  it.each<[string, string, string[], string[], string[]]>([
    ['none within the workspace', 'file:///w/a/Dockerfile', ['file:///w'], ['file:///w/.git/HEAD'], []],
    [
      'those up to the root of the repository',
      'file:///r/s/w/a/Dockerfile',
      ['file:///r/s/w'],
      ['file:///r/.git/HEAD'],
      ['file:///r/s', 'file:///r'],
    ],
    ['none above a workspace without a repository', 'file:///s/w/Dockerfile', ['file:///s/w'], [], []],
    ['its own where there is no workspace', 'file:///s/w/Dockerfile', [], [], ['file:///s/w']],
    [
      'those of another repository than the workspace',
      'file:///o/a/Dockerfile',
      ['file:///w'],
      ['file:///o/.git/HEAD', 'file:///o/a/.jettison.json'],
      ['file:///o/a'],
    ],
  ])('may come or go in outer folders: %s', async (_which, dockerfile, workspaceFolders, files, expected) => {
    const { outerFolders } = await found(
      dockerfile,
      workspaceFolders,
      Object.fromEntries(files.map((file) => [file, off])),
    );
    expect(outerFolders).toEqual(expected);
  });
});
