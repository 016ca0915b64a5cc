import type { Instruction } from '../../../dockerfile/ast';
import type { Finding, Rule, RuleContext } from '../../rule';
import { type CheckOptions, fileOptions, names, optionsAt } from './check-options';

export interface CheckFinding extends Finding {
  /**
   * The instruction whose comments may skip the check. Absent where BuildKit asks the directive at the top of the file
   * alone: for what it finds by comparing stages or instructions with each other.
   */
  readonly skippedAbove?: Instruction;
}

export interface BuildKitCheck extends Omit<Rule, 'group' | 'check'> {
  /** Runs only where `# check=experimental=` or a setting names it. */
  readonly experimental?: true;
  find(context: RuleContext): readonly CheckFinding[];
}

/** A rule out of one of BuildKit's checks: honours `# check=` as BuildKit does. */
export function buildkitCheck({ experimental, find, ...rule }: BuildKitCheck): Rule {
  const runs = ({ skip, experimental: wanted }: CheckOptions, asked: boolean): boolean =>
    experimental ? names(wanted, rule.id) || (asked && !names(skip, rule.id)) : !names(skip, rule.id);
  return {
    ...rule,
    group: 'buildkit',
    check(context) {
      const { dockerfile } = context.model;
      const file = fileOptions(dockerfile);
      const asked = context.asked === true;
      return find(context).flatMap(({ skippedAbove, ...finding }) => {
        const options = skippedAbove ? optionsAt(dockerfile, skippedAbove) : file;
        if (!runs(options, asked)) return [];
        return [file.error ? { ...finding, severity: 'error' as const } : finding];
      });
    },
  };
}
