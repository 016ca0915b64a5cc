import {
  CodeActionTriggerKind,
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type CodeAction,
  type CodeActionParams,
  type Connection,
  type Diagnostic,
  type Range,
} from 'vscode-languageserver';
import { actionKinds, type ClientSupport } from '../host/client-support';
import type { JettisonService, ReportedFinding } from '../service';
import { isActionData, type ActionData } from './action-data';
import { editsOf, nameOf } from './action-edits';
import type { Analyses, Analysis } from './analyses';
import { conversionQuickFixes, conversionRefactorings, type OfferedAction } from './conversion-actions';
import { diagnosticOf, rangeOf } from './diagnostics';
import { describeError, guarded } from './guarded';
import { ignoreActions } from './ignore-actions';
import { suppressionActions, type ShownFinding } from './suppression-actions';
import { workspaceEdit } from './workspace-edit';

/** Answers the requests for code actions and for their edits. */
export function offerCodeActions(
  connection: Connection,
  service: JettisonService,
  analyses: Analyses,
  support: ClientSupport,
): void {
  const { console: log } = connection;

  function complete(analysis: Analysis, { action, what }: OfferedAction): CodeAction | undefined {
    if (action.disabled !== undefined || what.kind === 'no-edit') return action;
    if (support.resolvesEdits) {
      const data: ActionData = { uri: analysis.document.uri, text: analysis.text, what };
      return { ...action, data };
    }
    try {
      const edits = editsOf(service, analysis, what, log) ?? [];
      return { ...action, edit: workspaceEdit(analysis.document, edits, support) };
    } catch (error) {
      log.error(`the edit of "${action.title}" failed: ${describeError(error)}`);
      return undefined;
    }
  }

  connection.onCodeAction(
    guarded(
      log,
      'textDocument/codeAction',
      [],
      async (params: CodeActionParams, token: CancellationToken) => {
        if (!support.codeActions) return [];
        const analysis = await analyses.of(params.textDocument.uri, token);
        if (analysis === undefined) return [];
        return offeredActions(analysis, params, support)
          .map((offered) => complete(analysis, offered))
          .filter((action) => action !== undefined);
      },
    ),
  );

  connection.onCodeActionResolve(async (action, token) => {
    const resolve = guarded(log, 'codeAction/resolve', action, async () => {
      const data: unknown = action.data;
      if (!isActionData(data)) return action;
      const analysis = await analyses.of(data.uri, token);
      if (analysis?.text !== data.text) throw outdated('the document changed since the action was offered');
      const edits = editsOf(service, analysis, data.what, log);
      if (edits === undefined) throw outdated('what the action was offered for is gone');
      return { ...action, edit: workspaceEdit(analysis.document, edits, support) };
    });
    return resolve();
  });
}

function outdated(reason: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.ContentModified, reason);
}

function offeredActions(
  analysis: Analysis,
  { range, context: { only, triggerKind } }: CodeActionParams,
  support: ClientSupport,
): OfferedAction[] {
  const wants = (kind: string): boolean =>
    only === undefined || only.some((each) => includesKind(each, kind));
  const actions: OfferedAction[] = [];
  if (wants(actionKinds.quickFix)) actions.push(...quickFixes(analysis, range, support));
  if (wants(actionKinds.convert)) {
    // Unasked, a refactoring that cannot run would only be in the way.
    const explicitly = only !== undefined && triggerKind !== CodeActionTriggerKind.Automatic;
    actions.push(...conversionRefactorings(analysis, support, explicitly));
  }
  // Source actions are for "on save" and the source menu: only when asked for.
  if (only !== undefined && wants(actionKinds.fixAll) && hasSafeFix(analysis)) {
    const action = { title: 'Fix all findings that Jettison can fix safely', kind: actionKinds.fixAll };
    actions.push({ action, what: { kind: 'fix-all' } });
  }
  return actions;
}

function quickFixes(analysis: Analysis, range: Range, support: ClientSupport): OfferedAction[] {
  const { document, findings } = analysis;
  const actions: OfferedAction[] = [];
  const answered: Diagnostic[] = [];
  const shown: ShownFinding[] = [];
  for (const finding of findings) {
    if (!overlap(rangeOf(document, finding.at), range)) continue;
    const diagnostic = diagnosticOf(document, finding, support);
    shown.push({ finding, diagnostic });
    if (finding.rule.answeredByConversion) answered.push(diagnostic);
    const preferred = support.preferredActions && isPlain(finding);
    for (const { title } of finding.fixes ?? []) {
      const action: CodeAction = { title, kind: actionKinds.quickFix, diagnostics: [diagnostic] };
      if (preferred) action.isPreferred = true;
      actions.push({ action, what: { kind: 'fix', finding: nameOf(finding), title } });
    }
  }
  // First: it answers the finding at its root, and often makes the smaller fixes of the same line needless.
  const conversions = answered.length > 0 ? conversionQuickFixes(analysis, answered) : [];
  const ignores = ignoreActions(document.uri, shown, support);
  return [...conversions, ...actions, ...ignores, ...suppressionActions(analysis, shown, support)];
}

/** One safe fix and no other: it may be applied without looking at a menu. */
function isPlain({ fixes }: ReportedFinding): boolean {
  return fixes?.length === 1 && fixes[0]?.safety === 'safe';
}

function hasSafeFix({ findings }: Analysis): boolean {
  return findings.some(({ fixes }) => fixes?.some(({ safety }) => safety === 'safe'));
}

/** Kinds are hierarchical: `refactor` asks for `refactor.rewrite` too. */
function includesKind(asked: string, kind: string): boolean {
  return asked === '' || kind === asked || kind.startsWith(`${asked}.`);
}

/** A cursor at either end of a finding counts. */
function overlap(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
