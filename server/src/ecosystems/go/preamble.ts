/** What `#cgo` lines ask of the linker. */
export interface CgoPreamble {
  /** Words of `#cgo LDFLAGS` that apply on Linux. */
  readonly ldflags: readonly string[];
  /** Packages of `#cgo pkg-config`. */
  readonly pkgConfig: readonly string[];
  /** Linked to the C++ library by a flag. */
  readonly cxx: boolean;
}

/** Reads the comments before `import "C"`. Documented at https://pkg.go.dev/cmd/cgo. */
export function readPreambles(preambles: readonly string[]): CgoPreamble {
  const ldflags: string[] = [];
  const pkgConfig: string[] = [];
  for (const preamble of preambles) {
    for (const [, conditions = '', name, value = ''] of preamble.matchAll(
      /^[ \t]*#cgo[ \t]+([^:\n]{0,200}?)[ \t]*\b([\w-]+)[ \t]*:(.*)$/gm,
    )) {
      if (!applies(conditions)) continue;
      const words = value.trim().split(/\s+/).filter(Boolean);
      if (name === 'LDFLAGS') ldflags.push(...words);
      if (name === 'pkg-config') pkgConfig.push(...words);
    }
  }
  const cxx = ldflags.some((flag) => flag === '-lstdc++' || flag === '-lc++');
  return { ldflags, pkgConfig: pkgConfig.filter((name) => !name.startsWith('-')), cxx };
}

/** `linux,amd64 !windows`: options joined by "or", terms of one by "and". Unknown tags count as not given. */
function applies(conditions: string): boolean {
  const options = conditions.split(/\s+/).filter(Boolean);
  const isGiven = (term: string): boolean => ['linux', 'amd64', 'unix', 'gc', 'cgo'].includes(term);
  return (
    options.length === 0 ||
    options.some((option) =>
      option.split(',').every((term) => (term.startsWith('!') ? !isGiven(term.slice(1)) : isGiven(term))),
    )
  );
}
