import { describe, expect, it } from 'vitest';
import { binsOf } from '../../server/src/ecosystems/rust/bins';
import { closureOf, readLockfile } from '../../server/src/ecosystems/rust/lockfile';
import { nativeUse } from '../../server/src/ecosystems/rust/native-crates';
import { lexSource } from '../../server/src/ecosystems/source-literals';
import { createService } from '../../server/src/service';
import { projectFromFiles } from '../../server/src/project/memory';

const manifest = (extra = '') => `[package]\nname = "app"\nversion = "0.1.0"\nedition = "2021"\n${extra}`;

describe('binsOf', () => {
  it('finds main.rs, src/bin and what the manifest names', () => {
    const project = projectFromFiles({
      'Cargo.toml': manifest('[[bin]]\nname = "named"\npath = "src/other.rs"\n'),
      'src/main.rs': '',
      'src/other.rs': '',
      'src/bin/one.rs': '',
      'src/bin/two/main.rs': '',
      'src/bin/two/part.rs': '',
    });
    expect(binsOf(project, '').map(({ name }) => name)).toEqual(['app', 'one', 'two', 'named']);
  });

  it('gives a main file with a name of its own that name alone, also several of them', () => {
    const project = projectFromFiles({
      'Cargo.toml': manifest(
        '[[bin]]\nname = "a"\npath = "src/main.rs"\n[[bin]]\nname = "b"\npath = "src/main.rs"\n',
      ),
      'src/main.rs': '',
    });
    expect(binsOf(project, '').map(({ name }) => name)).toEqual(['a', 'b']);
  });

  it('finds none in a library', () => {
    const project = projectFromFiles({ 'Cargo.toml': manifest(), 'src/lib.rs': '' });
    expect(binsOf(project, '')).toEqual([]);
  });

  it('finds none by place where the manifest switches that off', () => {
    const project = projectFromFiles({ 'Cargo.toml': manifest('autobins = false\n'), 'src/main.rs': '' });
    expect(binsOf(project, '')).toEqual([]);
  });
});

describe('the lock file', () => {
  const text = [
    '[[package]]',
    'name = "app"',
    'version = "0.1.0"',
    'dependencies = [',
    ' "used",',
    ' "unused",',
    ']',
    '',
    '[[package]]',
    'name = "used"',
    'version = "1.0.0"',
    'dependencies = ["openssl-sys 0.9.1"]',
    '',
    '[[package]]',
    'name = "openssl-sys"',
    'version = "0.9.1"',
    '',
    '[[package]]',
    'name = "openssl-sys"',
    'version = "0.8.0"',
    '',
    '[[package]]',
    'name = "unused"',
    'version = "1.0.0"',
  ].join('\n');

  it('follows dependencies by name and version, without crates that the sources do not name', () => {
    const found = closureOf(readLockfile(text), 'app', (name) => name !== 'unused');
    expect(found.map(({ name, version }) => `${name} ${version}`)).toEqual([
      'app 0.1.0',
      'used 1.0.0',
      'openssl-sys 0.9.1',
    ]);
  });

  it('counts everything when it does not name the package', () => {
    expect(closureOf(readLockfile(text), 'other', () => false)).toHaveLength(5);
  });

  it('reads half a file without complaint', () => {
    expect(readLockfile('[[package]]\nname = "a"\ndependencies = [\n "b",')).toEqual([
      { name: 'a', version: '', dependencies: ['b'] },
    ]);
  });
});

describe('nativeUse', () => {
  it.each([
    ['openssl-sys', ['cc', 'libc'], { kind: 'links', libraries: ['ssl'] }],
    ['openssl-sys', ['cc', 'openssl-src'], { kind: 'nothing' }],
    ['libsqlite3-sys', ['pkg-config'], { kind: 'links', libraries: ['sqlite3'] }],
    ['libsqlite3-sys', ['cc', 'pkg-config'], { kind: 'nothing' }],
    ['windows-sys', [], { kind: 'nothing' }],
    ['serde', [], { kind: 'nothing' }],
    ['never-heard-of-sys', [], { kind: 'unknown' }],
    ['opencv', [], { kind: 'brings-more' }],
  ])('%s with %j', (name, along, expected) => {
    expect(nativeUse(name, along, new Set(), false)).toEqual(expected);
  });

  it('knows that a full image has development packages which a slim one lacks', () => {
    expect(nativeUse('curl-sys', [], new Set(), true)).toEqual({ kind: 'links', libraries: ['curl'] });
    expect(nativeUse('curl-sys', [], new Set(), false)).toEqual({ kind: 'nothing' });
  });
});

describe('lexSource', () => {
  const values = (text: string, language: 'rust' | 'c') =>
    lexSource(text, language).literals.map(({ value }) => value);

  it('reads plain, raw and byte texts of Rust, past comments, characters and lifetimes', () => {
    const text = `// "no"\n/* "no" /* "no" */ */ fn f<'a>(x: &'a str) { let q = '"'; g("a\\"b", r#"c"d"#, b"e"); }`;
    expect(values(text, 'rust')).toEqual(['a"b', 'c"d', 'e']);
  });

  it('reads texts of C++, raw ones included', () => {
    expect(values('char c = \'"\'; auto s = R"x(a)"b)x"; puts("c"); // "no"', 'c')).toEqual(['a)"b', 'c']);
  });

  it('ends open texts and comments with the file', () => {
    expect(values('"open', 'rust')).toEqual(['open']);
    expect(values('/* "open', 'rust')).toEqual([]);
    expect(values('r#"open', 'rust')).toEqual(['open']);
  });

  it('tells lines, and the code before a text', () => {
    const [literal] = lexSource('fn main() {\n  open(/* here */ "x")\n}', 'rust').literals;
    expect(literal).toMatchObject({ line: 2, value: 'x' });
    expect(literal?.before).toMatch(/open\(\s+$/);
  });
});

describe('a Rust conversion', () => {
  const service = createService({ log: (message) => expect.fail(message) });
  const convert = (dockerfile: string, files: Record<string, string>) =>
    service.convert(dockerfile, projectFromFiles({ Dockerfile: dockerfile, ...files }));

  it('does not crash on half-typed manifests and lock files', () => {
    const dockerfile =
      'FROM rust:1\nWORKDIR /app\nCOPY . .\nRUN cargo build --release\nCMD ["./target/release/app"]\n';
    for (const text of ['', '[package', '[package]\nname =', 'name = "app"']) {
      const conversion = convert(dockerfile, {
        'Cargo.toml': text,
        'Cargo.lock': text,
        'src/main.rs': 'fn main() {',
      });
      expect(conversion.status).toBe('refused');
    }
  });

  it('is not tried on a program of another kind', () => {
    const conversion = convert('FROM rust:1\nWORKDIR /app\nCOPY . .\nRUN cargo build\nCMD ["bash"]\n', {
      'Cargo.toml': manifest(),
      'src/main.rs': 'fn main() {}',
    });
    expect(conversion.status).toBe('refused');
  });
});
