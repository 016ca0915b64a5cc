import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import { actionKinds, type ClientSupport } from '../host/client-support';
import { uriBelow } from '../project/uris';
import type { OfferedAction } from './conversion-actions';
import type { ShownFinding } from './suppression-actions';

/** Lines for .dockerignore, which is made where there is none: one action for all findings under the cursor that want some. */
export function ignoreActions(
  dockerfile: string,
  shown: readonly ShownFinding[],
  support: ClientSupport,
): OfferedAction[] {
  const wanting = shown.filter(({ finding }) => finding.ignores !== undefined);
  const [first] = wanting.flatMap(({ finding }) => finding.ignores ?? []);
  if (!first || !support.versionedEdits || (first.text === undefined && !support.createsFiles)) return [];
  const lines = [...new Set(wanting.flatMap(({ finding }) => finding.ignores?.lines ?? []))];
  const name = first.path.replace(/^.*\//, '');
  const title =
    first.text === undefined
      ? `Create ${name} with ${lines.join(', ')}`
      : `Add ${lines.join(', ')} to ${name}`;
  const diagnostics = wanting.map(({ diagnostic }) => diagnostic);
  const edit = ignoreEdit(uriBelow(dockerfile, `../${first.path}`), first.text, lines);
  return [{ action: { title, kind: actionKinds.quickFix, diagnostics, edit }, what: { kind: 'no-edit' } }];
}

/** Appends the lines. The file is not bound to a version: it need not be open. */
function ignoreEdit(uri: string, text: string | undefined, lines: readonly string[]): WorkspaceEdit {
  const newline = text?.includes('\r\n') ? '\r\n' : '\n';
  const added = lines.map((line) => line + newline).join('');
  const before = (text ?? '').split(/\r\n|\r|\n/);
  const last = before.at(-1) ?? '';
  const end = { line: before.length - 1, character: last.length };
  const change: TextDocumentEdit = {
    textDocument: { uri, version: null },
    edits: [{ range: { start: end, end }, newText: last === '' ? added : newline + added }],
  };
  return {
    documentChanges:
      text === undefined ? [{ kind: 'create', uri, options: { ignoreIfExists: true } }, change] : [change],
  };
}
