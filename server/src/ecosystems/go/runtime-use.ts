import type { GoEvaluator, GoPlace } from './evaluate';
import { withoutVersion } from './evaluate';
import type { GoCall } from './expressions';
import type { Reachable } from './reach';

/** A file or folder that a program uses while it runs, and the line that shows it. */
export interface RuntimeUse {
  readonly path: string;
  readonly kind: 'file' | 'folder';
  /** As a phrase for the user: `main.go:41 parses templates/*.html`. */
  readonly why: string;
  /** `certain`: a call that opens files is given it. `possible`: a text in the sources names it. */
  readonly strength: 'certain' | 'possible';
  readonly at: RuntimePlace;
  /** A framework looks for it without being told, and does without it when it is missing. */
  readonly byConvention?: boolean;
}

export interface RuntimePlace {
  /** Go source, relative to the context. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
}

/** Every call of the program's packages with its resolved name. */
export function* callsOf(
  { packages }: Reachable,
  evaluate: GoEvaluator,
): Generator<{ readonly call: GoCall; readonly callee: string; readonly place: GoPlace }> {
  for (const pkg of packages) {
    for (const file of pkg.files) {
      for (const call of file.body().calls) {
        yield { call, callee: evaluate.calleeOf(call, file), place: { file, pkg, unit: call.unit } };
      }
    }
  }
}

export function placeAt({ file }: GoPlace, offset: number): RuntimePlace {
  return { file: file.path, line: file.lineAt(offset) };
}

/** The entry of a table for a resolved callee. */
export function lookUp<T>(table: Readonly<Record<string, T>>, callee: string): T | undefined {
  return Object.hasOwn(table, callee) ? table[callee] : undefined;
}

/** True when the program imports a package that matches. */
export function imports({ external }: Reachable, pattern: RegExp | undefined): boolean {
  return pattern === undefined || external.some((path) => pattern.test(withoutVersion(path)));
}

/** One use per path: the most certain, then the first. Sorted by path. */
export function distinctUses(uses: readonly RuntimeUse[]): RuntimeUse[] {
  const best = new Map<string, RuntimeUse>();
  for (const use of uses) {
    const before = best.get(use.path);
    if (!before || (before.strength === 'possible' && use.strength === 'certain')) best.set(use.path, use);
  }
  return [...best.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}
