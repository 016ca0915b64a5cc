import { describe, expect, it } from 'vitest';
import { basename, dirname, joinPath, normalisePath, relativeTo } from '../../server/src/text/path';

describe('normalisePath', () => {
  it.each([
    ['/', '/'],
    ['//a///b', '/a/b'],
    ['/a/./b/../c', '/a/c'],
    ['/../a', '/a'],
    ['a/../..', '..'],
    ['../../a', '../../a'],
    ['.', '.'],
    ['./', './'],
    ['', '.'],
    ['a/', 'a/'],
    ['/a/b/..', '/a'],
    ['/a/..', '/'],
    ['/a/../', '/'],
  ])('%s', (path, normal) => {
    expect(normalisePath(path)).toBe(normal);
    expect(normalisePath(normal)).toBe(normal);
  });
});

describe('joinPath', () => {
  it.each([
    ['/app', 'x', '/app/x'],
    ['/app', './x/', '/app/x/'],
    ['/app', '.', '/app'],
    ['/app', '', '/app'],
    ['/app', '../x', '/x'],
    ['/app', '/x', '/x'],
    ['/', 'x', '/x'],
    ['/app/', 'x', '/app/x'],
  ])('%s and %s', (base, path, joined) => {
    expect(joinPath(base, path)).toBe(joined);
  });
});

describe('dirname and basename', () => {
  it.each([
    ['/a/b', '/a', 'b'],
    ['/a/b/', '/a', 'b'],
    ['/a', '/', 'a'],
    ['/', '/', ''],
    ['a', '.', 'a'],
    ['a/b', 'a', 'b'],
    ['', '.', ''],
  ])('%s', (path, folder, name) => {
    expect(dirname(path)).toBe(folder);
    expect(basename(path)).toBe(name);
  });
});

describe('relativeTo', () => {
  it.each([
    ['/a', '/a/b/c', 'b/c'],
    ['/a/', '/a/b', 'b'],
    ['/', '/a', 'a'],
    ['/', '/', ''],
    ['/a', '/a/', ''],
    ['/a', '/a', ''],
    ['a', 'a/b', 'b'],
    ['.', 'a/b', 'a/b'],
    ['/a', '/ab', undefined],
    ['/a/b', '/a', undefined],
    ['.', '../a', undefined],
    ['.', '/a', undefined],
  ])('%s holds %s', (folder, path, below) => {
    expect(relativeTo(folder, path)).toBe(below);
  });
});
