/** Operating system and architecture, in the names that images bear. */
export interface Platform {
  /** Undefined where the machine that builds decides. */
  readonly os: string | undefined;
  readonly architecture: string | undefined;
}

const systems = new Set(
  'aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris windows zos'.split(
    ' ',
  ),
);
const architectures = new Set(
  [
    '386 amd64 amd64p32 arm armbe arm64 arm64be loong64 mips mipsle mips64 mips64le mips64p32 mips64p32le',
    'ppc ppc64 ppc64le riscv riscv64 s390 s390x sparc sparc64 wasm',
  ].flatMap((line) => line.split(' ')),
);
const otherNames = new Map([
  ['i386', '386'],
  ['x86_64', 'amd64'],
  ['x86-64', 'amd64'],
  ['aarch64', 'arm64'],
  ['armhf', 'arm'],
  ['armel', 'arm'],
]);

/**
 * Reads `os[/architecture[/variant]]`, or either alone, as containerd does (containerd/platforms, `Parse`). Undefined for
 * what it refuses.
 */
export function parsePlatform(text: string): Platform | undefined {
  const [written = '', ...rest] = text.split('/');
  const first = /^([\w.-]+)(?:\(\S*\))?$/.exec(written)?.[1];
  if (first === undefined || rest.length > 2 || !rest.every((part) => /^[\w.-]+$/.test(part)))
    return undefined;
  const [second] = rest;
  const os = first.toLowerCase() === 'macos' ? 'darwin' : first.toLowerCase();
  if (second !== undefined) return { os, architecture: architectureOf(second) };
  if (systems.has(os)) return { os, architecture: undefined };
  const architecture = architectureOf(first);
  return architectures.has(architecture) ? { os: undefined, architecture } : undefined;
}

function architectureOf(name: string): string {
  const lower = name.toLowerCase();
  return otherNames.get(lower) ?? lower;
}
