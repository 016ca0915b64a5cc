import type { Project } from '../../server/src/project/project';
import type { AnalysisOptions, ReportedFinding } from '../../server/src/rules/analyse';
import type { Rule } from '../../server/src/rules/rule';
import { createService } from '../../server/src/service';

/** Findings of some of the rules. A rule that throws fails the test instead of being left out. */
export function findingsOf(
  rules: readonly Rule[],
  text: string,
  project: Project,
  options: AnalysisOptions = { severities: {} },
): readonly ReportedFinding[] {
  const faults: string[] = [];
  const findings = createService({ log: (message) => void faults.push(message) }).lint(
    text,
    project,
    options,
  );
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return findings.filter(({ rule }) => rules.includes(rule));
}
