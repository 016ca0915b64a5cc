import type { CodeAction, Diagnostic } from 'vscode-languageserver';
import { actionKinds, type ClientSupport } from '../host/client-support';
import { openRulePageCommand } from '../protocol';
import type { ReportedFinding } from '../service';
import type { ActionSubject } from './action-data';
import { nameOf } from './action-edits';
import type { Analysis } from './analyses';
import type { OfferedAction } from './conversion-actions';

/** A finding under the cursor, and how it is shown. */
export interface ShownFinding {
  readonly finding: ReportedFinding;
  readonly diagnostic: Diagnostic;
}

/**
 * What every finding has besides its fixes: to silence its rule in the instruction and in the file, and to read about it.
 * Rules that find several things there are named once.
 */
export function suppressionActions(
  { suppressible }: Analysis,
  shown: readonly ShownFinding[],
  support: ClientSupport,
): OfferedAction[] {
  const ofRule = new Map<string, ShownFinding[]>();
  for (const each of shown) {
    const { id } = each.finding.rule;
    ofRule.set(id, [...(ofRule.get(id) ?? []), each]);
  }
  const here: OfferedAction[] = [];
  const inFile: OfferedAction[] = [];
  const pages: OfferedAction[] = [];
  for (const [id, findings] of ofRule) {
    const diagnostics = findings.map(({ diagnostic }) => diagnostic);
    const offer = (title: string, what: ActionSubject, more: Partial<CodeAction> = {}): OfferedAction => ({
      action: { title, kind: actionKinds.quickFix, diagnostics, ...more },
      what,
    });
    const local = findings.find((each) => suppressible(each.finding));
    if (local) {
      const what = { kind: 'suppress', finding: nameOf(local.finding), inFile: false } as const;
      here.push(offer(`Disable ${id} here`, what));
    }
    const [{ finding }] = findings as [ShownFinding];
    const everywhere = { kind: 'suppress', finding: nameOf(finding), inFile: true } as const;
    inFile.push(offer(`Disable ${id} in this file`, everywhere));
    const title = `Open the page of ${id}`;
    const command = { title, command: openRulePageCommand, arguments: [id] };
    if (support.rulePages) pages.push(offer(title, { kind: 'no-edit' }, { command }));
  }
  return [...here, ...inFile, ...pages];
}
