import {
  DiagnosticSeverity,
  DiagnosticTag,
  DocumentDiagnosticReportKind,
  type CancellationToken,
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ClientSupport } from '../host/client-support';
import type { Severity } from '../rules/rule';
import type { ReportedFinding } from '../service';
import type { Span } from '../text/span';
import type { Analyses } from './analyses';
import { describeError, guarded } from './guarded';

/** Brings findings to the editor: on its request where it asks, else unasked; never both. */
export interface Diagnostics {
  documentChanged(uri: string): void;
  documentClosed(uri: string): void;
  /** Project or settings changed: what was shown may be outdated. */
  refresh(openDocuments: readonly string[]): void;
}

export function pullDiagnostics(
  connection: Connection,
  analyses: Analyses,
  support: ClientSupport,
): Diagnostics {
  const empty: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
  connection.languages.diagnostics.on(
    guarded(
      connection.console,
      'textDocument/diagnostic',
      empty,
      async (
        params: DocumentDiagnosticParams,
        token: CancellationToken,
      ): Promise<DocumentDiagnosticReport> => {
        const analysis = await analyses.of(params.textDocument.uri, token);
        if (analysis === undefined) return empty;
        const { id, document, findings } = analysis;
        if (params.previousResultId === id) {
          return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: id };
        }
        const items = findings.map((finding) => diagnosticOf(document, finding, support));
        return { kind: DocumentDiagnosticReportKind.Full, resultId: id, items };
      },
    ),
  );
  let asked = false;
  let askAgain = false;
  function ask(): void {
    if (asked) {
      // The client may have pulled already for the question under way, before this news.
      askAgain = true;
      return;
    }
    asked = true;
    askAgain = false;
    connection.languages.diagnostics
      .refresh()
      .catch((error: unknown) => {
        connection.console.warn(`diagnostics could not be refreshed: ${describeError(error)}`);
      })
      .finally(() => {
        asked = false;
        if (askAgain) ask();
      });
  }
  return {
    documentChanged() {},
    documentClosed() {},
    refresh() {
      if (support.refreshesDiagnostics) ask();
    },
  };
}

export function pushDiagnostics(
  connection: Connection,
  analyses: Analyses,
  support: ClientSupport,
): Diagnostics {
  const due = new Set<string>();
  const push = guarded(connection.console, 'publishing diagnostics', undefined, async (uri: string) => {
    due.delete(uri);
    const analysis = await analyses.of(uri);
    const diagnostics =
      analysis?.findings.map((each) => diagnosticOf(analysis.document, each, support)) ?? [];
    const version = analysis && { version: analysis.version };
    await connection.sendDiagnostics({ uri, ...version, diagnostics });
  });
  function schedule(uri: string): void {
    if (due.has(uri)) return;
    due.add(uri);
    // After the messages that have come in already: of a burst of edits only the last is analysed.
    setTimeout(() => void push(uri), 0);
  }
  return {
    documentChanged: schedule,
    documentClosed: schedule,
    refresh: (openDocuments) => openDocuments.forEach(schedule),
  };
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const tags = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated };

export function diagnosticOf(
  document: TextDocument,
  { at, message, related, rule, severity, tag }: ReportedFinding,
  support: ClientSupport,
): Diagnostic {
  const diagnostic: Diagnostic = {
    range: rangeOf(document, at),
    severity: severities[severity],
    code: rule.id,
    source: 'jettison',
    message,
  };
  if (tag !== undefined && support.diagnosticTags) diagnostic.tags = [tags[tag]];
  if (related !== undefined && support.relatedInformation) {
    diagnostic.relatedInformation = related.map((each) => ({
      location: { uri: document.uri, range: rangeOf(document, each.at) },
      message: each.message,
    }));
  }
  return diagnostic;
}

export function rangeOf(document: TextDocument, { start, end }: Span): Diagnostic['range'] {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}
