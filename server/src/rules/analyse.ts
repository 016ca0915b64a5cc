import type { BuildModel } from '../model/model';
import type { Project } from '../project/project';
import { isTemplate } from './facts/template';
import type { Finding, Rule, RuleContext, Severity } from './rule';
import { readSuppressions } from './suppression/read';
import { judgeSuppressions, withoutSuppressed } from './suppression/suppress';

export interface AnalysisOptions {
  /** Severity overrides by rule id; `off` silences a rule. */
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  /** Registries that images may come from; any, where empty or not given. */
  readonly trustedRegistries?: readonly string[];
  /** `ignored`: findings are reported whatever comments in the file say. */
  readonly suppressions?: 'honoured' | 'ignored';
}

export interface ReportedFinding extends Finding {
  readonly rule: Rule;
  readonly severity: Severity;
}

/**
 * Runs the rules. Findings come in document order; those at one place in the order of the rules. Never throws.
 * Nothing is said of a file without a stage, nor of a template that a Dockerfile is yet to be made from.
 * @param log told of each rule that throws; its findings are left out.
 */
export function analyse(
  rules: readonly Rule[],
  model: BuildModel,
  project: Project,
  options: AnalysisOptions,
  log: (message: string) => void,
): readonly ReportedFinding[] {
  const { finalStage } = model;
  if (!finalStage || isTemplate(model.dockerfile)) return [];
  const { trustedRegistries = [] } = options;
  const context: RuleContext = {
    model,
    finalStage,
    project,
    asked: false,
    trustedRegistries,
    suppressions: [],
  };
  const failed = new Set<Rule>();

  const askedContext: RuleContext = { ...context, asked: true };

  function run(rule: Rule, given: RuleContext): ReportedFinding[] {
    const wanted = options.severities[rule.id];
    if (wanted === 'off' || (wanted === undefined && rule.offByDefault)) return [];
    try {
      return rule.check(given).map((finding) => ({
        ...finding,
        rule,
        severity: wanted ?? finding.severity ?? rule.severity,
      }));
    } catch (error) {
      failed.add(rule);
      const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
      log(`the rule ${rule.id} failed and is left out: ${detail}`);
      return [];
    }
  }

  const ordinary = rules.filter(({ judges }) => judges === undefined);
  const contextOf = ({ id }: Rule): RuleContext =>
    options.severities[id] === undefined ? context : askedContext;
  const found = ordinary.flatMap((rule) => run(rule, contextOf(rule)));
  const suppressions = options.suppressions === 'ignored' ? [] : readSuppressions(model.dockerfile);
  if (suppressions.length > 0) {
    const certain = (rule: Rule): boolean =>
      ordinary.includes(rule) &&
      options.severities[rule.id] !== 'off' &&
      !(rule.offByDefault && options.severities[rule.id] === undefined) &&
      !failed.has(rule) &&
      !project.truncated;
    const judged = judgeSuppressions(suppressions, { findings: found, rules, certain });
    for (const rule of rules) {
      if (rule.judges !== undefined) found.push(...run(rule, { ...contextOf(rule), suppressions: judged }));
    }
  }
  return [...withoutSuppressed(found, suppressions)].sort(
    (a, b) => a.at.start - b.at.start || a.at.end - b.at.end,
  );
}
