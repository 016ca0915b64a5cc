/** What a build is made for. Jettison reads sources as a Linux build on amd64 sees them. */
export interface BuildTags {
  readonly cgo: boolean;
  /** Given with `-tags`. */
  readonly tags: readonly string[];
}

/** A build with cgo and without extra tags: what `go build` does where a C compiler is installed. */
export const defaultBuild: BuildTags = { cgo: true, tags: [] };

/** From `go/build` (syslist.go). */
const systems = new Set(
  'aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris wasip1 windows zos'.split(
    ' ',
  ),
);
const architectures = new Set(
  '386 amd64 amd64p32 arm armbe arm64 arm64be loong64 mips mipsle mips64 mips64le mips64p32 mips64p32le ppc ppc64 ppc64le riscv riscv64 s390 s390x sparc sparc64 wasm'.split(
    ' ',
  ),
);

function isSatisfied(tag: string, build: BuildTags): boolean {
  if (tag === 'linux' || tag === 'amd64' || tag === 'unix' || tag === 'gc') return true;
  if (tag === 'cgo') return build.cgo;
  // Release tags of all compilers so far; a constraint on a version to come is rare and negated when it is used.
  if (/^go1(?:\.\d+)?$/.test(tag)) return true;
  return build.tags.includes(tag);
}

/** False for `x_test.go`, `x_windows.go`, `x_linux_arm64.go`, `_x.go` and `.x.go`. Rules: `go help buildconstraint`. */
export function nameIsBuilt(fileName: string): boolean {
  if (!fileName.endsWith('.go') || /^[_.]/.test(fileName) || fileName.endsWith('_test.go')) return false;
  const [, ...parts] = fileName.slice(0, -3).split('_');
  const last = parts.at(-1) ?? '';
  const before = parts.at(-2) ?? '';
  if (architectures.has(last)) return last === 'amd64' && (!systems.has(before) || before === 'linux');
  return !systems.has(last) || last === 'linux';
}

/**
 * Judges the constraint lines of a file's head: `//go:build`, or without one the older `// +build` lines.
 * @param comments the comments before the package clause, in order.
 */
export function headIsBuilt(comments: readonly string[], build: BuildTags): boolean {
  const current = comments.find((comment) => /^\/\/go:build\s/.test(comment));
  if (current !== undefined) return evaluate(current.slice('//go:build'.length), build);
  return comments
    .flatMap((comment) => /^\/\/\s*\+build\s+(.*)/.exec(comment)?.[1] ?? [])
    .every((line) =>
      line
        .trim()
        .split(/\s+/)
        .some((option) => oldOption(option, build)),
    );
}

/** `a,!b`: a comma is "and"; options of a line are joined by "or". */
function oldOption(option: string, build: BuildTags): boolean {
  return option
    .split(',')
    .every((term) => (term.startsWith('!') ? !isSatisfied(term.slice(1), build) : isSatisfied(term, build)));
}

/** Evaluates `(linux || darwin) && !cgo`. A malformed expression counts as satisfied: the compiler will complain, not we. */
function evaluate(expression: string, build: BuildTags): boolean {
  const tokens = expression.replace(/\/\/.*/, '').match(/&&|\|\||[!()]|[\p{L}\p{N}_.]+/gu) ?? [];
  let at = 0;
  // Deep nesting would exhaust the stack; nobody writes it.
  if (tokens.filter((token) => token === '(' || token === '!').length > 200) return true;
  const or = (): boolean => {
    let value = and();
    while (tokens[at] === '||') {
      at++;
      const right = and();
      value = value || right;
    }
    return value;
  };
  const and = (): boolean => {
    let value = not();
    while (tokens[at] === '&&') {
      at++;
      const right = not();
      value = value && right;
    }
    return value;
  };
  const not = (): boolean => {
    const token = tokens[at++];
    if (token === '!') return !not();
    if (token === '(') {
      const value = or();
      at++;
      return value;
    }
    return token === undefined || /^[&|)]/.test(token) || isSatisfied(token, build);
  };
  return or();
}
