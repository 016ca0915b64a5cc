import type { Span } from '../../text/span';
import { nearest } from '../facts/spelling';
import type { Rule } from '../rule';
import type { JudgedName, JudgedSuppression, Suppression, SuppressedName } from './suppression';

interface Suppressible {
  readonly rule: Rule;
  readonly at: Span;
}

/** Takes out what is suppressed. */
export function withoutSuppressed<T extends Suppressible>(
  findings: readonly T[],
  suppressions: readonly Suppression[],
): readonly T[] {
  if (suppressions.length === 0) return findings;
  return findings.filter(
    (finding) =>
      !suppressions.some(
        (suppression) =>
          covers(suppression, finding.at) &&
          suppression.names.some(({ name }) => names(suppression.by, name, finding.rule)),
      ),
  );
}

export interface Evidence {
  /** Of all rules that ran, before anything was suppressed. */
  readonly findings: readonly Suppressible[];
  /** Every rule that there is. */
  readonly rules: readonly Rule[];
  /** True when the silence of this rule proves that there is nothing to find. */
  certain(rule: Rule): boolean;
}

/** Says of each of our own suppression comments whether there was anything to suppress. */
export function judgeSuppressions(
  suppressions: readonly Suppression[],
  { findings, rules, certain }: Evidence,
): readonly JudgedSuppression[] {
  const standingOf = (suppression: Suppression, name: string): JudgedName['standing'] => {
    const meant = rules.filter((rule) => names('jettison', name, rule));
    if (meant.length === 0) return 'unknown-rule';
    if (suppression.scope === 'nothing') return 'unused';
    if (findings.some(({ rule, at }) => meant.includes(rule) && covers(suppression, at))) return 'used';
    return meant.every(certain) ? 'unused' : 'unjudged';
  };
  return suppressions
    .filter(({ by }) => by === 'jettison')
    .map((suppression) => ({
      ...suppression,
      names: suppression.names.map((each: SuppressedName): JudgedName => {
        const standing = standingOf(suppression, each.name);
        const ids = standing === 'unknown-rule' ? rules.map(({ id }) => id) : [];
        return { ...each, standing, meant: nearest(each.name, ids) };
      }),
    }));
}

/** Where a finding starts decides: in an instruction, or in a comment in front of it. */
export function covers({ scope }: Suppression, { start }: Span): boolean {
  if (scope === 'file') return true;
  return scope !== 'nothing' && scope.start <= start && start < scope.end;
}

/** True when the name, said to that tool, means this rule or one that finds the same. */
function names(by: Suppression['by'], name: string, { id, aliases = [], group }: Rule): boolean {
  // BuildKit's own checks read the directive themselves: it says more than names.
  if (by === 'buildkit' && group === 'buildkit') return false;
  if (by === 'buildkit' && name === 'all') return aliases.some(isBuildKitName);
  return id === name || aliases.includes(name);
}

/** `StageNameCasing`, not `DL3002` or one of our ids. */
function isBuildKitName(name: string): boolean {
  return /^[A-Z][A-Za-z]+$/.test(name);
}
