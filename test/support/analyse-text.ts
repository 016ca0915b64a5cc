import type { Project } from '../../server/src/project/project';
import type { AnalysisOptions, ReportedFinding } from '../../server/src/rules/analyse';
import type { Rule } from '../../server/src/rules/rule';
import { createService } from '../../server/src/service';

/**
 * Findings of some of the rules. A rule that throws fails the test instead of being left out. A rule that is off by
 * default is asked for when it is the only one.
 */
export function findingsOf(
  rules: readonly Rule[],
  text: string,
  project: Project,
  options: AnalysisOptions = { severities: {} },
): readonly ReportedFinding[] {
  const faults: string[] = [];
  const [only, ...others] = rules;
  const asked = only?.offByDefault && others.length === 0 ? { [only.id]: only.severity } : {};
  const service = createService({ log: (message) => void faults.push(message) });
  const severities = { ...asked, ...options.severities };
  const findings = service.lint(text, project, { ...options, severities });
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return findings.filter(({ rule }) => rules.includes(rule));
}
