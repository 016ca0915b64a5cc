import type { BuildModel } from '../model/model';
import type { Project } from '../project/project';
import { isTemplate } from './facts/template';
import type { Finding, Rule, Severity } from './rule';

/** Severity overrides by rule id; `off` silences a rule. */
export interface AnalysisOptions {
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
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
  const reported: ReportedFinding[] = [];
  for (const rule of rules) {
    const severity = options.severities[rule.id] ?? rule.severity;
    if (severity === 'off') continue;
    try {
      for (const finding of rule.check({ model, finalStage, project }))
        reported.push({ ...finding, rule, severity });
    } catch (error) {
      log(
        `the rule ${rule.id} failed and is left out: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    }
  }
  return reported.sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end);
}
