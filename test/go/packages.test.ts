import { describe, expect, it } from 'vitest';
import { embeddedPaths, goPackages } from '../../server/src/ecosystems/go/packages';
import { localModules, reachablePackages } from '../../server/src/ecosystems/go/reach';
import { projectFromFiles } from '../../server/src/project/memory';

const main = 'package main\nfunc main() {}\n';

function reach(files: Record<string, string>, dir = '', root = '', modulePath?: string) {
  const project = projectFromFiles(files);
  const options = modulePath === undefined ? {} : { modulePath };
  const found = goPackages(project, root, options).find((pkg) => pkg.dir === dir);
  if (!found) throw new Error(`no package in ${dir}`);
  return reachablePackages(project, found, options);
}

describe('the packages of a module', () => {
  it('are its folders with Go files, main ones marked', () => {
    const project = projectFromFiles({
      'go.mod': 'module example.com/app',
      'main.go': main,
      'util/a.go': 'package util\nimport "os"',
      'util/b.go': 'package util\nimport ("os"; "fmt")',
      'cmd/x/x.go': main,
    });
    expect(
      goPackages(project, '').map(({ dir, importPath, name, isMain }) => [dir, importPath, name, isMain]),
    ).toEqual([
      ['cmd/x', 'example.com/app/cmd/x', 'main', true],
      ['', 'example.com/app', 'main', true],
      ['util', 'example.com/app/util', 'util', false],
    ]);
    expect(goPackages(project, '')[2]?.imports).toEqual(['os', 'fmt']);
  });

  it('leave out tests, other systems, vendor, testdata, hidden folders and nested modules', () => {
    const project = projectFromFiles({
      'go.mod': 'module m',
      'main.go': main,
      'main_test.go': 'package main\nimport "testing"',
      'main_windows.go': 'package main\nimport "windows"',
      'gen.go': '//go:build ignore\n\npackage gen\nimport "gen"',
      'vendor/v/v.go': 'package v',
      'testdata/t.go': 'package t',
      '_x/x.go': 'package x',
      '.y/y.go': 'package y',
      'nested/go.mod': 'module n',
      'nested/n.go': 'package n',
      'nested/deep/n.go': 'package n',
    });
    expect(goPackages(project, '').map(({ dir, imports }) => [dir, imports])).toEqual([['', []]]);
    expect(goPackages(project, 'nested').map(({ importPath }) => importPath)).toEqual(['n/deep', 'n']);
  });

  it('know files that could not be read', () => {
    const base = projectFromFiles({ 'go.mod': 'module m', 'a.go': 'package m', 'b.go': 'package m' });
    const project = { ...base, read: (path: string) => (path === 'b.go' ? undefined : base.read(path)) };
    expect(goPackages(project, '')[0]?.unread).toEqual(['b.go']);
  });

  it('depend on tags', () => {
    const project = projectFromFiles({
      'go.mod': 'module m',
      'a.go': '//go:build x\n\npackage m\nimport "a"',
      'b.go': 'package m',
    });
    expect(goPackages(project, '')[0]?.imports).toEqual([]);
    expect(goPackages(project, '', { tags: ['x'] })[0]?.imports).toEqual(['a']);
  });

  it('say which paths they embed', () => {
    const files = {
      'go.mod': 'module m',
      'web/web.go': 'package web\nimport "embed"\n//go:embed static tmpl/*.html\nvar fs embed.FS',
      'other/o.go': 'package o\n//go:embed x\nvar s = 1',
    };
    const isEmbedded = embeddedPaths({ packages: goPackages(projectFromFiles(files), '') });
    expect(['web/static', 'web/static/a/b.css', 'web/tmpl/a.html'].filter(isEmbedded)).toHaveLength(3);
    expect(['static/a', 'web/tmpl/a.txt', 'other/x', ''].filter(isEmbedded)).toEqual([]);
  });
});

describe('what a program is compiled from', () => {
  it('are the packages that it imports, at any distance', () => {
    const { packages, external, missing } = reach({
      'go.mod': 'module m',
      'main.go': 'package main\nimport ("m/a"; "os"; "m/gone"; "github.com/x/y")',
      'a/a.go': 'package a\nimport ("m/b"; "m/a")',
      'b/b.go': 'package b',
      'c/c.go': 'package c\nimport "unused"',
    });
    expect(packages.map(({ dir }) => dir)).toEqual(['', 'a', 'b']);
    expect(external).toEqual(['os', 'github.com/x/y']);
    expect(missing).toEqual(['m/gone']);
  });

  it('cross modules that are replaced by folders of the context', () => {
    const { packages } = reach(
      {
        'app/go.mod': 'module app\nrequire lib.org/x v1.0.0\nreplace lib.org/x => ../lib',
        'app/main.go': 'package main\nimport "lib.org/x/sub"',
        'lib/go.mod': 'module whatever',
        'lib/sub/s.go': 'package sub',
      },
      'app',
      'app',
    );
    expect(packages.map(({ dir }) => dir)).toEqual(['app', 'lib/sub']);
  });

  it('cross modules of a workspace', () => {
    const files = {
      'go.work': 'go 1.22\nuse (\n./a\n./b\n)',
      'a/go.mod': 'module a.org',
      'a/main.go': 'package main\nimport "b.org/x"',
      'b/go.mod': 'module b.org',
      'b/x/x.go': 'package x',
    };
    expect(reach(files, 'a', 'a').packages.map(({ dir }) => dir)).toEqual(['a', 'b/x']);
    expect(localModules(projectFromFiles(files), 'a')).toEqual(['a', 'b']);
  });

  it('are found without go.mod by a given import path, or by the end of import paths', () => {
    const files = {
      'main.go': 'package main\nimport ("github.com/me/app/util"; "fmt")',
      'util/u.go': 'package util',
    };
    expect(reach(files, '', '', 'github.com/me/app').packages.map(({ dir }) => dir)).toEqual(['', 'util']);
    expect(reach(files).packages.map(({ dir }) => dir)).toEqual(['', 'util']);
    expect(reach(files, '', '', 'example.com/other').packages.map(({ dir }) => dir)).toEqual(['']);
  });
});
