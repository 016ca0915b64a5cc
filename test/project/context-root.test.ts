import { describe, expect, it } from 'vitest';
import { contextCandidates } from '../../server/src/project/context-root';
import type { FileAccess } from '../../server/src/project/project';

function access(files: Record<string, string>): FileAccess {
  const pathOf = (uri: string): string => uri.slice('mem://'.length).replace(/\/$/, '');
  return {
    list: async (uri) => {
      const folder = `${pathOf(uri)}/`;
      const names = new Map<string, boolean>();
      for (const path of Object.keys(files)) {
        const [name = '', ...rest] = path.startsWith(folder) ? path.slice(folder.length).split('/') : [];
        if (name) names.set(name, rest.length > 0);
      }
      return [...names].map(([name, deep]) => ({ name, kind: deep ? 'folder' : 'file', size: undefined }));
    },
    read: async (uri) => files[pathOf(uri)],
  };
}

async function roots(
  files: string[] | Record<string, string>,
  dockerfile: string,
  copySources: string[],
  boundary?: string,
) {
  const all = Array.isArray(files) ? Object.fromEntries(files.map((file) => [file, ''])) : files;
  const question = {
    dockerfile: `mem://${dockerfile}`,
    copySources,
    ...(boundary && { boundary: `mem://${boundary}` }),
  };
  return (await contextCandidates(access(all), question)).map(({ root }) => root.slice('mem://'.length));
}

describe('the build context of a Dockerfile', () => {
  const go = [
    '/r/go.mod',
    '/r/cmd/a/main.go',
    '/r/cmd/a/Dockerfile',
    '/r/docker/Dockerfile',
    '/r/Dockerfile',
  ];

  it('is its own folder when the sources are there', async () => {
    expect((await roots(go, '/r/Dockerfile', ['go.mod', 'cmd']))[0]).toBe('/r');
  });

  it('is the nearest folder above with all sources', async () => {
    expect((await roots(go, '/r/cmd/a/Dockerfile', ['go.mod', 'cmd/']))[0]).toBe('/r');
    expect((await roots(go, '/r/cmd/a/Dockerfile', ['main.go']))[0]).toBe('/r/cmd/a');
  });

  it('understands patterns, absolute and dotted sources', async () => {
    expect((await roots(go, '/r/docker/Dockerfile', ['go.*', './cmd', '/go.mod']))[0]).toBe('/r');
    expect((await roots(go, '/r/docker/Dockerfile', ['cmd/*/main.go']))[0]).toBe('/r');
  });

  it('of COPY . . is a folder with sources, not one that holds nothing but the Dockerfile', async () => {
    expect((await roots(go, '/r/docker/Dockerfile', ['.']))[0]).toBe('/r');
    expect((await roots(go, '/r/cmd/a/Dockerfile', ['.']))[0]).toBe('/r/cmd/a');
    expect((await roots(['/r/docker/Dockerfile'], '/r/docker/Dockerfile', ['.']))[0]).toBe('/r/docker');
  });

  it('of COPY . . is its own folder as soon as there is something to copy, whatever lies above', async () => {
    const above = ['/r/setup.py', '/r/index.js', '/r/site/Dockerfile'];
    for (const [file, expected] of [
      ['index.html', '/r/site'],
      ['main.pl', '/r/site'],
      ['.env', '/r/site'],
      ['public/index.html', '/r/site'],
      ['entrypoint.sh', '/r/site'],
      ['Dockerfile.dev', '/r'],
      ['dev.dockerfile', '/r'],
      ['Dockerfile.dockerignore', '/r'],
      ['.dockerignore', '/r'],
      ['docker-compose.yml', '/r'],
      ['README.md', '/r'],
    ] as const) {
      const [first] = await roots([...above, `/r/site/${file}`], '/r/site/Dockerfile', ['.']);
      expect([file, first]).toEqual([file, expected]);
    }
  });

  it('is not its own folder when COPY names a source that only a folder above has', async () => {
    const files = ['/r/setup.py', '/r/site/index.html', '/r/site/Dockerfile'];
    expect((await roots(files, '/r/site/Dockerfile', ['.', 'setup.py']))[0]).toBe('/r');
    expect((await roots(files, '/r/site/Dockerfile', ['.', 'index.html']))[0]).toBe('/r/site');
  });

  it('without any COPY is its own folder', async () => {
    const files = ['/r/setup.py', '/r/site/index.html', '/r/site/Dockerfile'];
    expect((await roots(files, '/r/site/Dockerfile', []))[0]).toBe('/r/site');
  });

  it('is its own folder when the sources are nowhere', async () => {
    expect(await roots(go, '/r/docker/Dockerfile', ['missing'])).toEqual(['/r/docker']);
    expect(await roots(go, '/r/docker/Dockerfile', ['../go.mod'])).toEqual(['/r/docker']);
  });

  it('is not looked for above the boundary, the repository or four levels', async () => {
    expect(await roots(go, '/r/cmd/a/Dockerfile', ['go.mod'], '/r/cmd')).toEqual(['/r/cmd/a']);
    const nested = ['/a/x', '/a/b/.git/HEAD', '/a/b/c/Dockerfile'];
    expect(await roots(nested, '/a/b/c/Dockerfile', ['x'])).toEqual(['/a/b/c']);
    const deep = ['/a/x', '/a/1/2/3/4/5/Dockerfile'];
    expect(await roots(deep, '/a/1/2/3/4/5/Dockerfile', ['x'])).toEqual(['/a/1/2/3/4/5']);
  });

  it('is what a compose file says', async () => {
    const files = {
      '/r/compose.yaml': 'services: {a: {build: {context: services, dockerfile: a/Dockerfile}}}',
      '/r/services/a/main.go': '',
      '/r/services/a/Dockerfile': '',
    };
    expect((await roots(files, '/r/services/a/Dockerfile', ['main.go']))[0]).toBe('/r/services');
    expect(
      (
        await roots({ ...files, '/r/compose.yaml': 'services: {' }, '/r/services/a/Dockerfile', ['main.go'])
      )[0],
    ).toBe('/r/services/a');
  });
});
