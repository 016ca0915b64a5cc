import { describe, expect, it } from 'vitest';
import { loadProject, nothingRead, type LoadOptions } from '../../server/src/project/load';
import { projectFromFiles } from '../../server/src/project/memory';
import type { FileAccess, FolderEntry } from '../../server/src/project/project';
import { LoadCancelled } from '../../server/src/project/walk';

/** Files by absolute path; a value of `null` is a folder that cannot be read. */
function memoryAccess(files: Record<string, string | null>, scheme = 'mem://host'): FileAccess {
  const pathOf = (uri: string): string =>
    decodeURIComponent(uri.slice(scheme.length)).replace(/(.)\/$/, '$1');
  return {
    list: async (uri) => {
      const folder = pathOf(uri) === '/' ? '' : pathOf(uri);
      if (files[folder] === null) return undefined;
      const entries = new Map<string, FolderEntry>();
      for (const path of Object.keys(files)) {
        if (!path.startsWith(`${folder}/`)) continue;
        const [name = '', ...rest] = path.slice(folder.length + 1).split('/');
        const kind = rest.length > 0 || files[path] === null ? 'folder' : 'file';
        entries.set(name, { name, kind, size: undefined });
      }
      return entries.size > 0 ? [...entries.values()] : undefined;
    },
    read: async (uri, maxBytes) => {
      const text = files[pathOf(uri)];
      return text && text.length <= maxBytes ? text : undefined;
    },
  };
}

function load(files: Record<string, string | null>, options: Partial<LoadOptions> = {}) {
  return loadProject(memoryAccess(files), {
    root: 'mem://host/w',
    dockerfile: 'mem://host/w/Dockerfile',
    wants: (path) => path.endsWith('.go'),
    ...options,
  });
}

describe('loading a project', () => {
  it('lists files below the root and reads those that are wanted', async () => {
    const project = await load({ '/w/main.go': 'package main', '/w/a b/ü%.txt': 'x', '/other/x.go': 'no' });
    expect(project.files.map((file) => file.path)).toEqual(['a b/ü%.txt', 'main.go']);
    expect(project.read('main.go')).toBe('package main');
    expect(project.read('a b/ü%.txt')).toBeUndefined();
    expect(project.has('a b')).toBe(true);
    expect(project.isFolder('a b')).toBe(true);
    expect(project.isFolder('main.go')).toBe(false);
    expect(project.has('missing.go')).toBe(false);
    expect(project.isFolder('')).toBe(true);
    expect(project.truncated).toBe(false);
    expect(project.dockerfilePath).toBe('Dockerfile');
  });

  it('applies .dockerignore and names what it hides', async () => {
    const project = await load({
      '/w/.dockerignore': 'secret\n*.md\n',
      '/w/secret/a.go': 'x',
      '/w/a.md': '',
      '/w/b': '',
    });
    expect(project.files.map((file) => file.path)).toEqual(['.dockerignore', 'b']);
    expect(project.ignored).toEqual(['a.md', 'secret/a.go']);
    expect(project.read('secret/a.go')).toBeUndefined();
    expect(project.has('secret')).toBe(false);
    expect(project.dockerignore).toBe('secret\n*.md\n');
  });

  it('prefers the ignore file beside the Dockerfile', async () => {
    const files = {
      '/w/.dockerignore': 'a',
      '/w/docker/prod.Dockerfile': 'FROM x',
      '/w/docker/prod.Dockerfile.dockerignore': 'b',
      '/w/a': '1',
      '/w/b': '1',
    };
    const project = await load(files, { dockerfile: 'mem://host/w/docker/prod.Dockerfile' });
    expect(project.has('a')).toBe(true);
    expect(project.has('b')).toBe(false);
    expect((await load(files)).has('b')).toBe(true);
  });

  it('brings back files of an ignored folder by exceptions', async () => {
    const project = await load({
      '/w/.dockerignore': '**\n!cmd/**/*.go',
      '/w/cmd/x/main.go': 'x',
      '/w/cmd/x/y.txt': 'x',
    });
    expect(project.files.map((file) => file.path)).toEqual(['cmd/x/main.go']);
  });

  it('does not look into .git, node_modules and vendored packages, nor claims that they are empty', async () => {
    const project = await load({
      '/w/.git/HEAD': 'x',
      '/w/web/node_modules/a/index.js': 'x',
      '/w/vendor/modules.txt': 'x',
      '/w/vendor/github.com/x/y.go': 'package y',
      '/w/main.go': 'package main',
    });
    expect(project.files.map((file) => file.path)).toEqual(['main.go', 'vendor/modules.txt']);
    expect(project.isFolder('web/node_modules')).toBe(true);
    expect(project.has('web/node_modules/a/index.js')).toBe(true);
    expect(project.has('vendor/github.com/x/y.go')).toBe(true);
    expect(project.has('vendor/other.txt')).toBe(false);
    expect(project.truncated).toBe(false);
  });

  it('treats an unreadable folder as one that may hold anything', async () => {
    const project = await load({ '/w/a.go': 'x', '/w/private': null });
    expect(project.isFolder('private')).toBe(true);
    expect(project.has('private/key')).toBe(true);
    expect((await load({ '/other/x': '' })).truncated).toBe(true);
  });

  it('says that it is truncated when a limit cuts the listing', async () => {
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`/w/f${i}`, 'x']));
    const project = await load(many, { limits: { files: 10 } });
    expect(project.files).toHaveLength(10);
    expect(project.truncated).toBe(true);
    expect((await load(many, { limits: { files: 30 } })).truncated).toBe(false);
    expect((await load({ '/w/a/b/c/d': 'x' }, { limits: { folders: 2 } })).truncated).toBe(true);
  });

  it('leaves out texts that are too large, one by one and together', async () => {
    const files = { '/w/a.go': 'x'.repeat(50), '/w/b.go': 'y'.repeat(20), '/w/c.go': 'z' };
    const single = await load(files, { limits: { bytesPerFile: 30 } });
    expect(single.read('a.go')).toBeUndefined();
    expect(single.has('a.go')).toBe(true);
    expect(single.read('b.go')).toHaveLength(20);
    const together = await load(files, { limits: { totalBytes: 60 } });
    expect(together.read('a.go')).toHaveLength(50);
    expect(together.read('b.go')).toBeUndefined();
  });

  it('stops when cancelled', async () => {
    await expect(load({ '/w/a': '' }, { signal: { aborted: true } })).rejects.toBeInstanceOf(LoadCancelled);
  });

  it('finds targets in folders above the context and in files that .dockerignore hides', async () => {
    const files = {
      '/compose.yaml': 'services: {a: {build: {context: w, target: dev}}}',
      '/w/.dockerignore': 'Makefile',
      '/w/Makefile': 'x:\n\tdocker build --target test .\n',
      '/w/Dockerfile': 'FROM x',
    };
    const project = await load(files, { extraRoots: ['mem://host/'] });
    expect(project.targets).toEqual([
      { target: 'dev', file: '../compose.yaml' },
      { target: 'test', file: 'Makefile' },
    ]);
    expect((await load(files)).targets.map((each) => each.target)).toEqual(['test']);
  });

  it('knows when the Dockerfile lies outside the context', async () => {
    const project = await load(
      { '/w/a': 'x', '/d/Dockerfile': 'x' },
      { dockerfile: 'mem://host/d/Dockerfile' },
    );
    expect(project.dockerfilePath).toBeUndefined();
  });
});

describe('loading for several Dockerfiles', () => {
  const files = {
    '/compose.yaml': 'services: {a: {build: {context: w, target: dev}}}',
    '/w/.dockerignore': 'secret',
    '/w/secret': 'x',
    '/w/Makefile': 'x:\n\tdocker build -f prod.Dockerfile --target test .\n',
    '/w/prod.Dockerfile': 'FROM x',
    '/w/own.Dockerfile.dockerignore': '*.md',
    '/w/own.Dockerfile': 'FROM x',
    '/w/Dockerfile': 'FROM x',
    '/w/a.go': 'package a',
    '/w/a.md': '',
    '/w/sub/b.go': 'package b',
  };
  const names = ['Dockerfile', 'prod.Dockerfile', 'own.Dockerfile'];
  const optionsFor = (name: string): LoadOptions => ({
    root: 'mem://host/w',
    dockerfile: `mem://host/w/${name}`,
    extraRoots: ['mem://host/'],
    wants: (path) => path.endsWith('.go'),
  });

  it('gives each of them what it would get alone', async () => {
    const readSoFar = nothingRead();
    for (const name of names) {
      const together = await loadProject(memoryAccess(files), { ...optionsFor(name), readSoFar });
      const alone = await loadProject(memoryAccess(files), optionsFor(name));
      expect(JSON.stringify(together)).toBe(JSON.stringify(alone));
      for (const path of ['secret', 'a.md', 'a.go', 'Makefile']) {
        expect([name, path, together.has(path), together.read(path)]).toEqual([
          name,
          path,
          alone.has(path),
          alone.read(path),
        ]);
      }
    }
  });

  it('walks a context once for all that share it and its .dockerignore', async () => {
    const access = memoryAccess(files);
    const listed: string[] = [];
    const counting: FileAccess = {
      ...access,
      list: (uri) => {
        listed.push(uri);
        return access.list(uri);
      },
    };
    const readSoFar = nothingRead();
    for (const name of ['Dockerfile', 'prod.Dockerfile']) {
      await loadProject(counting, { ...optionsFor(name), readSoFar });
    }
    for (const folder of ['mem://host/w/sub', 'mem://host/']) {
      expect([folder, listed.filter((uri) => uri === folder).length]).toEqual([folder, 1]);
    }
  });

  it('reads again after a failure', async () => {
    const readSoFar = nothingRead();
    const cancelled = { ...optionsFor('Dockerfile'), readSoFar, signal: { aborted: true } };
    await expect(loadProject(memoryAccess(files), cancelled)).rejects.toBeInstanceOf(LoadCancelled);
    const project = await loadProject(memoryAccess(files), { ...optionsFor('Dockerfile'), readSoFar });
    expect(project.has('a.go')).toBe(true);
  });
});

describe('a project in memory', () => {
  it('behaves like one that was loaded', () => {
    const project = projectFromFiles({
      '.dockerignore': 'tmp',
      'tmp/x': '1',
      'b.go': 'é',
      'a/c': '',
      'empty/': '',
    });
    expect(project.files).toEqual([
      { path: '.dockerignore', size: 3 },
      { path: 'a/c', size: 0 },
      { path: 'b.go', size: 2 },
    ]);
    expect(project.ignored).toEqual(['tmp/x']);
    expect(project.isFolder('a')).toBe(true);
    expect(project.isFolder('empty')).toBe(true);
    expect(project.isFolder('tmp')).toBe(false);
    expect(project.read('b.go')).toBe('é');
    expect(project.dockerfilePath).toBe('Dockerfile');
  });
});
