import { describe, expect, it } from 'vitest';
import { cgoUse } from '../../server/src/ecosystems/go/cgo';
import { cgoModules } from '../../server/src/ecosystems/go/cgo-modules';
import { goPackages } from '../../server/src/ecosystems/go/packages';
import { readPreambles } from '../../server/src/ecosystems/go/preamble';
import { reachablePackages } from '../../server/src/ecosystems/go/reach';
import { projectFromFiles } from '../../server/src/project/memory';

function use(files: Record<string, string>) {
  const project = projectFromFiles({ 'go.mod': 'module m\ngo 1.22\n', ...files });
  const main = goPackages(project, '').find((pkg) => pkg.dir === '');
  if (!main) throw new Error('no main');
  return cgoUse(project, reachablePackages(project, main));
}

function known(files: Record<string, string>) {
  const fact = use(files);
  if (!fact.known) throw new Error(fact.because);
  return fact.value;
}

const importing = (...paths: string[]): string =>
  `package main\nimport (\n${paths.map((path) => `_ "${path}"`).join('\n')}\n)\n`;

describe('whether a program needs cgo', () => {
  it('is no for plain Go, the network and user look-ups included', () => {
    expect(
      known({ 'main.go': importing('net', 'net/http', 'os/user', 'crypto/tls', 'github.com/lib/pq') }),
    ).toMatchObject({
      needed: 'no',
      reasons: [],
      apt: [],
    });
  });

  it('is yes for its own import "C", with the libraries that it links to', () => {
    const c =
      'package main\n\n/*\n#cgo LDFLAGS: -lz -lm -lweird -L.\n#cgo windows LDFLAGS: -lwin\n#cgo pkg-config: libcurl\n*/\nimport "C"\n';
    expect(known({ 'main.go': c })).toMatchObject({
      needed: 'yes',
      reasons: [{ message: 'main.go imports "C"', needed: 'yes' }],
      apt: ['zlib1g', 'libcurl4'],
      apk: ['zlib', 'libcurl'],
      unknownLibraries: ['libweird'],
      cxx: false,
    });
  });

  it('is optional when other files take the place of the C ones', () => {
    const files = {
      'fast.go': 'package main\nimport "C"',
      'slow.go': '//go:build !cgo\n\npackage main',
      'main.go': 'package main',
    };
    expect(known(files).needed).toBe('optional');
  });

  it('asks for the C++ library where C++ is linked', () => {
    expect(known({ 'main.go': 'package main\n// #cgo LDFLAGS: -lstdc++\nimport "C"' })).toMatchObject({
      cxx: true,
      unknownLibraries: [],
    });
    expect(known({ 'main.go': 'package main\nimport "C"', 'x.cpp': '' }).cxx).toBe(true);
    expect(known({ 'main.go': 'package main\nimport "C"', 'sub/x.cpp': '' }).cxx).toBe(false);
  });

  it('counts only packages that the program reaches', () => {
    const files = {
      'main.go': 'package main',
      'other/o.go': 'package other\nimport "C"',
      'x_test.go': 'package main\nimport "C"',
    };
    expect(known(files).needed).toBe('no');
    expect(known({ ...files, 'main.go': 'package main\nimport "m/other"' }).needed).toBe('yes');
  });

  const modules: [string, Partial<ReturnType<typeof known>>][] = [
    ['github.com/mattn/go-sqlite3', { needed: 'yes', apt: [], cxx: false }],
    ['gorm.io/driver/sqlite', { needed: 'yes' }],
    ['github.com/golang-migrate/migrate/v4/database/sqlite3', { needed: 'yes' }],
    ['github.com/golang-migrate/migrate/v4/database/postgres', { needed: 'no' }],
    ['github.com/confluentinc/confluent-kafka-go/v2/kafka', { needed: 'yes', muslTags: ['musl'] }],
    ['github.com/confluentinc/confluent-kafka-go/v2/schemaregistry', { needed: 'no' }],
    ['github.com/davidbyttow/govips/v2/vips', { needed: 'yes', apt: ['libvips42'], apk: ['vips'] }],
    ['github.com/google/gopacket/pcap', { needed: 'yes', apt: ['libpcap0.8'] }],
    ['github.com/google/gopacket/layers', { needed: 'no' }],
    ['github.com/marcboeker/go-duckdb/v2', { needed: 'yes', cxx: true }],
    ['github.com/godror/godror', { needed: 'yes', unknownLibraries: ["Oracle's client libraries"] }],
    ['github.com/ethereum/go-ethereum/crypto', { needed: 'optional' }],
    ['github.com/shirou/gopsutil/v3/cpu', { needed: 'no' }],
    ['modernc.org/sqlite', { needed: 'no' }],
    ['plugin', { needed: 'yes' }],
    ['plugin.example/x', { needed: 'no' }],
    ['github.com/mattn/go-sqlite3x', { needed: 'no' }],
  ];
  for (const [path, expected] of modules) {
    it(`is ${expected.needed} for ${path}`, () => {
      expect(known({ 'main.go': importing(path) })).toMatchObject(expected);
    });
  }

  const indirect = (head: string): Record<string, string> => ({
    'go.mod': `module m\n${head}\nrequire github.com/mattn/go-sqlite3 v1.14.0 // indirect\n`,
    'main.go': importing('example.com/store'),
  });
  it('is maybe when go.mod says that a dependency uses C code', () => {
    expect(known(indirect('go 1.21'))).toMatchObject({
      needed: 'maybe',
      reasons: [{ message: 'go.mod lists github.com/mattn/go-sqlite3, which is C code', needed: 'maybe' }],
    });
  });
  it('is no when such a line may mean something else', () => {
    expect(known(indirect('go 1.13')).needed).toBe('no');
    expect(known(indirect('go 1.24\ntool example.com/tool')).needed).toBe('no');
    const direct = {
      'go.mod': 'module m\ngo 1.21\nrequire github.com/mattn/go-sqlite3 v1.14.0\n',
      'main.go': 'package main',
    };
    expect(known(direct).needed).toBe('no');
  });

  it('is unknown when sources were not read', () => {
    const base = projectFromFiles({
      'go.mod': 'module m',
      'main.go': 'package main',
      'b.go': 'package main',
    });
    const project = { ...base, read: (path: string) => (path === 'b.go' ? undefined : base.read(path)) };
    const [main] = goPackages(project, '');
    if (!main) throw new Error('no main');
    expect(cgoUse(project, reachablePackages(project, main))).toMatchObject({
      known: false,
      because: 'b.go was not read',
    });
  });
});

describe('the table of C packages', () => {
  it('has no entry twice and no versions in its paths', () => {
    const paths = cgoModules.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths.filter((path) => /\/v\d+(?:\/|$)/.test(path) && !path.startsWith('gonum.org/'))).toEqual([]);
  });
});

describe('#cgo lines', () => {
  it('apply where their conditions hold on Linux', () => {
    const preamble = [
      '#cgo LDFLAGS: -la',
      '#cgo linux LDFLAGS: -lb',
      '#cgo darwin LDFLAGS: -lc',
      '#cgo linux,arm64 darwin LDFLAGS: -ld',
      '#cgo !windows,amd64 LDFLAGS: -le -Wl,-x',
      '#cgo CFLAGS: -lf',
      '#cgo linux pkg-config: --static g h',
    ].join('\n');
    expect(readPreambles([preamble])).toEqual({
      ldflags: ['-la', '-lb', '-le', '-Wl,-x'],
      pkgConfig: ['g', 'h'],
      cxx: false,
    });
  });
});
