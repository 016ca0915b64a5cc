import type { RuntimeFlavour } from '../../images/image';
import { compileGlob } from '../../project/glob';
import type { Severity } from '../rule';

/** Severities by rule id; `off` silences a rule. */
export type Severities = Readonly<Record<string, Severity | 'off'>>;

export const severityLevels: readonly (Severity | 'off')[] = [
  'off',
  'hint',
  'information',
  'warning',
  'error',
];

/** What a configuration file says. */
export interface Configuration {
  readonly rules: Severities;
  /** In the order of the file: a later one wins. */
  readonly overrides: readonly Override[];
  /** Undefined where the file says nothing. */
  readonly runtime: RuntimeFlavour | undefined;
  readonly trustedRegistries: readonly string[];
  readonly targets: readonly string[];
}

export interface Override {
  readonly files: readonly string[];
  readonly rules: Severities;
}

export const emptyConfiguration: Configuration = {
  rules: {},
  overrides: [],
  runtime: undefined,
  trustedRegistries: [],
  targets: [],
};

/**
 * The severities that a configuration sets for one Dockerfile.
 * @param path from the folder that `overrides` are relative to, with slashes; may climb with `..`.
 */
export function severitiesFor({ rules, overrides }: Configuration, path: string): Severities {
  const applying = overrides.filter(({ files }) => files.some((pattern) => matches(pattern, path)));
  return Object.assign({}, rules, ...applying.map((override) => override.rules)) as Severities;
}

/** True for patterns that `matches` understands. */
export function isPattern(pattern: string): boolean {
  return pattern !== '' && compileGlob(withoutDot(pattern)) !== undefined;
}

function matches(pattern: string, path: string): boolean {
  const subject = pattern.includes('/') ? path : path.slice(path.lastIndexOf('/') + 1);
  return compileGlob(withoutDot(pattern))?.(subject) ?? false;
}

/** `./a` and `/a` mean `a`. */
function withoutDot(pattern: string): string {
  return pattern.replace(/^\.?\/+/, '');
}
