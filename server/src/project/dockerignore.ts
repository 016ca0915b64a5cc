import { compileGlob, type PathTest } from './glob';
import { cleanPath } from './paths';

/** Which of the patterns a folder or one of its parents matches: what its entries start from. */
export type IgnoreState = readonly boolean[];

export interface IgnoreVerdict {
  readonly ignored: boolean;
  /** To be handed in with the entries of this folder. */
  readonly state: IgnoreState;
}

/** The patterns of a `.dockerignore`, ready to be asked folder by folder from the root down. */
export interface DockerIgnore {
  /** True when a `!` pattern may bring back what lies in an ignored folder. */
  readonly hasExceptions: boolean;
  /** Judges one entry. `path` is relative to the context; `parent` is the state of the folder that holds it. */
  judge(path: string, parent: IgnoreState): IgnoreVerdict;
}

interface Pattern {
  readonly exception: boolean;
  readonly matches: PathTest;
}

/** State of the context's root: nothing has matched. */
export const rootState: IgnoreState = [];

/**
 * Reads a `.dockerignore` as BuildKit does (moby/patternmatcher and its `ignorefile`): case-sensitive, anchored at the
 * root, a pattern also hides what lies below its match, the last match wins, `!` makes an exception, `#` starts a
 * comment in the first column only. Patterns that BuildKit refuses to build with are left out.
 */
export function parseDockerIgnore(text: string): DockerIgnore {
  const patterns = text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map(parseLine)
    .filter((pattern) => pattern !== undefined);
  return {
    hasExceptions: patterns.some((pattern) => pattern.exception),
    judge(path, parent) {
      let ignored = false;
      const state = patterns.map((pattern, i) => {
        const matched = parent[i] === true || (pattern.exception === ignored && pattern.matches(path));
        if (matched) ignored = !pattern.exception;
        return matched;
      });
      return { ignored, state };
    },
  };
}

function parseLine(line: string): Pattern | undefined {
  if (line.startsWith('#')) return undefined;
  const trimmed = line.trim();
  const exception = trimmed.startsWith('!');
  const written = (exception ? trimmed.slice(1) : trimmed).trim();
  // `.` and `/` clean to nothing: they match the root alone, which cannot be ignored.
  const pattern = cleanPath(written).replace(/^\//, '');
  const matches = pattern === '' ? undefined : compileGlob(pattern);
  return matches && { exception, matches };
}
