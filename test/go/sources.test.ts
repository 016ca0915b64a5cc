import { describe, expect, it } from 'vitest';
import { headIsBuilt, nameIsBuilt } from '../../server/src/ecosystems/go/constraints';
import { readBody } from '../../server/src/ecosystems/go/source-body';
import { readHead } from '../../server/src/ecosystems/go/source-head';
import { goTokens, stringValue } from '../../server/src/ecosystems/go/tokenise';

describe('Go tokens', () => {
  it('tell strings, runes, comments and raw strings apart', () => {
    const source = 'a := "x // \\" y" /* "no" */ + `r\\` + \'"\' // "end"\n1.5e3';
    expect([...goTokens(source)].map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'name a',
      'operator :=',
      'string "x // \\" y"',
      'comment /* "no" */',
      'operator +',
      'string `r\\`',
      'operator +',
      "rune '\"'",
      'comment // "end"',
      'number 1.5e3',
    ]);
  });

  it('end somewhere in every broken text', () => {
    for (const text of ['"', '`', "'", '/*', '//', '"\\', '\\', '\u0000', '"a\nb', 'ä', '😀']) {
      const tokens = [...goTokens(text)];
      expect(tokens.at(-1)?.end ?? 0).toBeLessThanOrEqual(text.length);
    }
  });

  it('have the values that Go gives them', () => {
    expect(stringValue('"a\\tb\\x41\\u00e9\\101\\\\"')).toBe('a\tbAéA\\');
    expect(stringValue('`a\\n\r\nb`')).toBe('a\\n\nb');
    expect(stringValue('"open')).toBe('open');
    expect(stringValue('"')).toBe('');
  });
});

describe('the head of a Go file', () => {
  it('has package, imports with names, and the comments before', () => {
    const head = readHead(`// Copyright
//go:build linux

// Package x.
package x

import "fmt"
import (
	"os"
	t "text/template" // t
	_ "embed"
	. "math"
)

const a = "import \\"no\\""
import "late"
`);
    expect(head.packageName).toBe('x');
    expect(head.imports.map(({ path, name }) => [name, path])).toEqual([
      [undefined, 'fmt'],
      [undefined, 'os'],
      ['t', 'text/template'],
      ['_', 'embed'],
      ['.', 'math'],
    ]);
    expect(head.leading).toContain('//go:build linux');
    expect(head.preamble).toBeUndefined();
  });

  it('has the C preamble', () => {
    expect(
      readHead('package x\n\n// #cgo LDFLAGS: -lfoo\n// #include <foo.h>\nimport "C"\n').preamble,
    ).toContain('#cgo LDFLAGS: -lfoo');
    expect(readHead('package x\n/*\n#cgo pkg-config: bar\n*/\nimport "C"\n').preamble).toContain(
      '#cgo pkg-config: bar',
    );
    expect(readHead('package x\nimport (\n\t"os"\n\t// #cgo LDFLAGS: -la\n\t"C"\n)\n').preamble).toContain(
      '-la',
    );
  });

  it('ignores what only looks like an import of C', () => {
    expect(readHead('package x\n// import "C"\nvar s = `import "C"`\n').preamble).toBeUndefined();
  });

  it('of nonsense is empty', () => {
    for (const text of ['', 'package', 'import (', 'package 1', '\u0000', '"']) {
      expect(readHead(text).imports).toEqual([]);
    }
  });
});

describe('build constraints', () => {
  const build = { cgo: true, tags: ['prod'] };
  const lines: [string, boolean][] = [
    ['//go:build linux', true],
    ['//go:build windows', false],
    ['//go:build linux && !arm64', true],
    ['//go:build (darwin || linux) && amd64', true],
    ['//go:build !(linux)', false],
    ['//go:build ignore', false],
    ['//go:build cgo', true],
    ['//go:build !cgo', false],
    ['//go:build unix && go1.21', true],
    ['//go:build prod', true],
    ['//go:build integration || e2e', false],
    ['// +build linux darwin', true],
    ['// +build windows,amd64 !linux', false],
    ['// +build ignore', false],
    ['// a comment', true],
    ['//go:build', true],
    ['//go:build &&', true],
  ];
  for (const [line, isBuilt] of lines) {
    it(`${line} is ${isBuilt ? 'built' : 'left out'}`, () =>
      expect(headIsBuilt([line], build)).toBe(isBuilt));
  }

  it('of the new form win over those of the old, which must all hold', () => {
    expect(headIsBuilt(['//go:build linux', '// +build windows'], build)).toBe(true);
    expect(headIsBuilt(['// +build linux', '// +build ignore'], build)).toBe(false);
  });

  it('stand in file names', () => {
    const built = [
      'a.go',
      'a_linux.go',
      'a_amd64.go',
      'a_linux_amd64.go',
      'linux.go',
      'a_unix.go',
      'a_test_x.go',
    ];
    const not = [
      'a_test.go',
      'a_windows.go',
      'a_arm64.go',
      'a_linux_arm64.go',
      'a_windows_amd64.go',
      '_a.go',
      '.a.go',
      'a.txt',
    ];
    expect(built.filter(nameIsBuilt)).toEqual(built);
    expect(not.filter(nameIsBuilt)).toEqual([]);
  });
});

describe('the body of a Go file', () => {
  function literals(source: string): string[] {
    return readBody(source, 0).literals.map(
      ({ value, call, argument, key, isKey }) =>
        `${value}: ${isKey ? 'key' : `${call ? `${call.callee} ${argument}` : '-'}${key === undefined ? '' : ` ${key}`}`}`,
    );
  }

  const cases: [string, string[]][] = [
    ['func f() { os.Open("a") }', ['a: os.Open 0']],
    ['func f() { x(1, "a", y("b"), "c") }', ['a: x 1', 'b: y 0', 'c: x 3']],
    [
      'func f() { template.Must(template.New("n").ParseFiles("a", "b")) }',
      ['n: template.New 0', 'a: template.New().ParseFiles 0', 'b: template.New().ParseFiles 1'],
    ],
    ['func f() { r.Static("/s", "./s")\n x := "b"\n g(x) }', ['/s: r.Static 0', './s: r.Static 1', 'b: - x']],
    [
      'var a = "x"\nvar b string = "y"\nconst (\n c = "z"\n d = "w"\n)',
      ['x: - a', 'y: - b', 'z: - c', 'w: - d'],
    ],
    ['func f() { h("/", func(w W) { g("in")\n y := "q" }) }', ['/: h 0', 'in: g 0', 'q: - y']],
    ['func f() { g([]string{"a", "b"}) }', ['a: g 0', 'b: g 0']],
    ['func f() { g(T{Name: "a", Sub: U{"b"}}) }', ['a: g 0 Name', 'b: g 0']],
    ['func f() { m["k"] = "v"\n switch x { case "c": g("d") } }', ['k: key', 'v: - m[]', 'c: key', 'd: g 0']],
    ['var m = map[string]string{"k": "v"}', ['k: key', 'v: - k']],
    ['func f() { if x == "a" { g("b") } else { g("c") } }', ['a: -', 'b: g 0', 'c: g 0']],
    ['func f() { for _, s := range []string{"a"} { g("b") } }', ['a: -', 'b: g 0']],
    ['type T struct {\n A string `json:"a"`\n}', ['json:"a": -']],
    ['func f() { return g("a"), "b" }', ['a: g 0', 'b: -']],
    ['func f() { a, err := g("x") }', ['x: g 0']],
    ['func f(x interface{}) { g("a" + s + "b") }', ['a: g 0', 'b: g 0']],
    ['func f() { x := Open[T]("a") }', ['a: Open 0']],
    ['// "no"\n/* g("no") */', []],
  ];
  for (const [source, expected] of cases) {
    it(`places the literals of ${source.replace(/\n/g, ' ')}`, () =>
      expect(literals(source)).toEqual(expected));
  }

  it('knows what names are bound to', () => {
    const { bindings } = readBody(
      'const a = "x"\nfunc f() { b := "y"; c, err := g(); d.e = "z"; if i == "q" {} }',
      0,
    );
    expect(bindings.map(({ name, unit }) => `${name} ${unit}`)).toEqual(['a 0', 'b 1', 'c 1', 'd.e 1']);
  });

  it('finds embeds with their variable', () => {
    const { embeds } = readBody(
      '//go:embed a/*.html "b c" all:d\nvar fs embed.FS\nvar (\n//go:embed x\nx string)',
      0,
    );
    expect(embeds.map(({ pattern, variable }) => `${variable}: ${pattern}`)).toEqual([
      'fs: a/*.html',
      'fs: b c',
      'fs: d',
      'x: x',
    ]);
  });

  it('tells func main from others', () => {
    expect(readBody('func main() {}', 0).declaresMain).toBe(true);
    expect(readBody('func (t T) main() {}\nfunc mainly() {}', 0).declaresMain).toBe(false);
  });

  it('of nonsense does not fail', () => {
    for (const text of [
      ')))',
      '((((',
      '}{][',
      '"',
      ':= =',
      'func',
      '('.repeat(3000),
      '{"a":'.repeat(2000),
      'f('.repeat(2000) + '"x"',
    ]) {
      expect(() => readBody(text, 0)).not.toThrow();
    }
  });
});
