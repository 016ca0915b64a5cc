import type { WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** The text after a workspace edit of one document, as an editor would apply it. */
export function applyWorkspaceEdit(uri: string, text: string, edit: WorkspaceEdit | undefined): string {
  if (edit === undefined) throw new Error('the action has no edit');
  const document = TextDocument.create(uri, 'dockerfile', 1, text);
  const edits = edit.changes?.[uri] ?? [];
  for (const change of edit.documentChanges ?? []) {
    if (!('textDocument' in change) || change.textDocument.uri !== uri)
      throw new Error('an edit of another file');
    for (const each of change.edits) {
      if (!('newText' in each)) throw new Error('a snippet where text was expected');
      edits.push(each);
    }
  }
  return TextDocument.applyEdits(document, edits);
}
