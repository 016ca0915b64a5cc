import type { RemoteConsole } from 'vscode-languageserver';
import { fixAll } from '../fix-all';
import type { JettisonService, ReportedFinding } from '../service';
import type { TextEdit } from '../text/edit';
import type { ActionSubject, FindingName } from './action-data';
import type { Analysis } from './analyses';

/**
 * The edits of an action. Undefined where the analysis no longer has what the action was offered for: project files that
 * came later may have answered it.
 */
export function editsOf(
  service: JettisonService,
  analysis: Analysis,
  what: ActionSubject,
  log: RemoteConsole,
): readonly TextEdit[] | undefined {
  const { document, conversion, lint } = analysis;
  switch (what.kind) {
    case 'fix':
      return findingsNamed(analysis, what.finding)
        .flatMap(({ fixes = [] }) => fixes)
        .find(({ title }) => title === what.title)
        ?.edits();
    case 'conversion': {
      const result = conversion(what.optimise);
      return result.status === 'converted' ? result.edits : undefined;
    }
    case 'suppress': {
      const [finding] = findingsNamed(analysis, what.finding);
      return (
        finding && service.suppress(document.getText(), finding.rule.id, what.inFile ? 'file' : finding.at)
      );
    }
    case 'no-edit':
      return [];
    case 'fix-all':
      return fixAll(document.getText(), { accepted: ['safe'], lint, log: (message) => log.error(message) });
  }
}

export function nameOf({ rule, at: { start, end } }: ReportedFinding): FindingName {
  return { rule: rule.id, start, end };
}

function findingsNamed(
  { findings }: Analysis,
  { rule: id, start, end }: FindingName,
): readonly ReportedFinding[] {
  return findings.filter(({ rule, at }) => rule.id === id && at.start === start && at.end === end);
}
