import { describe, expect, it } from 'vitest';
import { executableName, readGoMod, readGoWork, replacedFolder } from '../../server/src/ecosystems/go/gomod';

describe('go.mod', () => {
  it('is read with blocks, single lines, quotes and comments', () => {
    const mod = readGoMod(`// example
module "example.com/app/v2" // the module
go 1.22.1
toolchain go1.23.4

require example.com/a v1.0.0
require (
	example.com/b v0.1.0 // indirect
	example.com/c/v3 v3.2.1 // indirect; for x
	// example.com/no v1.0.0
)
exclude example.com/b v0.2.0
replace example.com/a => ../a
replace (
	example.com/b v0.1.0 => example.com/fork v0.1.1
	example.com/c/v3 => ./third_party/c
)
retract v1.0.0
tool example.com/tool/cmd/gen
`);
    expect(mod).toEqual({
      module: 'example.com/app/v2',
      go: '1.22.1',
      toolchain: 'go1.23.4',
      requires: [
        { path: 'example.com/a', version: 'v1.0.0', indirect: false },
        { path: 'example.com/b', version: 'v0.1.0', indirect: true },
        { path: 'example.com/c/v3', version: 'v3.2.1', indirect: true },
      ],
      replaces: [
        { path: 'example.com/a', directory: '../a', module: undefined },
        { path: 'example.com/b', directory: undefined, module: 'example.com/fork' },
        { path: 'example.com/c/v3', directory: './third_party/c', module: undefined },
      ],
      tools: ['example.com/tool/cmd/gen'],
    });
  });

  it('with Windows line ends and a byte order mark reads the same', () => {
    expect(readGoMod('\uFEFFmodule x\r\n\r\ngo 1.21\r\nrequire (\r\n\ta.b/c v1.0.0\r\n)\r\n')).toMatchObject({
      module: 'x',
      go: '1.21',
      requires: [{ path: 'a.b/c', version: 'v1.0.0', indirect: false }],
    });
  });

  it('half typed gives what is there', () => {
    for (const text of [
      '',
      'module',
      'require (',
      'require (\n a',
      'replace a =>',
      'replace => b',
      'go',
      '(((',
      '"',
    ]) {
      expect(readGoMod(text)).toMatchObject({ requires: [], replaces: [] });
    }
    expect(readGoMod('module x\nrequire (\n a.b/c v1').requires).toHaveLength(1);
  });

  it('names replaced folders only inside the context', () => {
    const replaces = readGoMod(
      'replace a => ./lib\nreplace b => ../lib\nreplace c => /abs\nreplace d => e v1',
    ).replaces;
    expect(replaces.map((replace) => replacedFolder('svc', replace))).toEqual([
      'svc/lib',
      'lib',
      undefined,
      undefined,
    ]);
    expect(replaces.map((replace) => replacedFolder('', replace))).toEqual([
      'lib',
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('go.work', () => {
  it('is read', () => {
    expect(readGoWork('go 1.22\nuse (\n\t.\n\t./svc/a // x\n)\nuse ./b/\nreplace x => ./y\n')).toEqual({
      go: '1.22',
      uses: ['', 'svc/a', 'b'],
      replaces: [{ path: 'x', directory: './y', module: undefined }],
    });
  });
});

describe('the name of a program', () => {
  const names: [string, string][] = [
    ['example.com/foo', 'foo'],
    ['example.com/foo/v2', 'foo'],
    ['example.com/foo/cmd/bar', 'bar'],
    ['example.com/foo/v2/cmd/bar', 'bar'],
    ['example.com/foo/v10', 'foo'],
    ['example.com/foo/v1', 'v1'],
    ['example.com/foo/v02', 'v02'],
    ['example.com/foo/vx', 'vx'],
    ['v2', 'v2'],
    ['app', 'app'],
    ['gopkg.in/tool.v3', 'tool.v3'],
  ];
  for (const [path, name] of names) {
    it(`of ${path} is ${name}, as cmd/go has it`, () => expect(executableName(path)).toBe(name));
  }
});
