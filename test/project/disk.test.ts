import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diskAccess } from '../../server/src/host/disk';
import { loadProject } from '../../server/src/project/load';

describe('files on disk', () => {
  let folder = '';
  const uri = (path: string): string => pathToFileURL(join(folder, path)).href;
  const kinds = async (path: string): Promise<Record<string, string>> =>
    Object.fromEntries(((await diskAccess.list(uri(path))) ?? []).map(({ name, kind }) => [name, kind]));

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'jettison-disk-'));
    mkdirSync(join(folder, 'a/b'), { recursive: true });
    mkdirSync(join(folder, 'c'));
    writeFileSync(join(folder, 'a/text #1%.txt'), 'grüße');
    writeFileSync(join(folder, 'a/binary'), Buffer.from([1, 0, 2]));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are read as text, names with special characters included', async () => {
    expect(await diskAccess.read(uri('a/text #1%.txt'), 100)).toBe('grüße');
  });

  it('are not read when missing, binary, too large or folders', async () => {
    expect(await diskAccess.read(uri('a/none'), 100)).toBeUndefined();
    expect(await diskAccess.read(uri('a/binary'), 100)).toBeUndefined();
    expect(await diskAccess.read(uri('a/text #1%.txt'), 6)).toBeUndefined();
    expect(await diskAccess.read(uri('a'), 100)).toBeUndefined();
    expect(await diskAccess.list(uri('none'))).toBeUndefined();
    expect(await diskAccess.list(uri('a/binary'))).toBeUndefined();
  });

  it('of other schemes are unknown', async () => {
    expect(await diskAccess.read('https://example.com/x', 100)).toBeUndefined();
    expect(await diskAccess.list('untitled:Dockerfile')).toBeUndefined();
  });

  it.skipIf(process.platform === 'win32')(
    'behind links are what the links point to, loops are files',
    async () => {
      symlinkSync('../a/b', join(folder, 'c/to-b'));
      symlinkSync('..', join(folder, 'c/up'));
      symlinkSync('.', join(folder, 'c/self'));
      symlinkSync('/', join(folder, 'c/top'));
      symlinkSync('nowhere', join(folder, 'c/dangling'));
      symlinkSync('../c', join(folder, 'a/b/to-c'));
      expect(await kinds('c')).toEqual({
        'to-b': 'folder',
        up: 'file',
        self: 'file',
        top: 'file',
        dangling: 'file',
      });
      expect(await kinds('c/to-b')).toEqual({ 'to-c': 'file' });
      const project = await loadProject(diskAccess, { root: uri(''), wants: () => false });
      expect(project.truncated).toBe(false);
      expect(project.has('c/to-b/to-c')).toBe(true);
    },
  );

  it.skipIf(process.platform === 'win32')('that are pipes are neither listed nor opened', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    expect(await kinds('')).not.toHaveProperty('pipe');
    expect(await diskAccess.read(uri('pipe'), 100)).toBeUndefined();
    expect(await diskAccess.read(pathToFileURL('/dev/zero').href, 100)).toBeUndefined();
  });
});
