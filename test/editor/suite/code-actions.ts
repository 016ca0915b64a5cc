/** Code actions as the editor gets them. */
import * as vscode from 'vscode';
import { waitFor } from './documents';

export const CONVERT = 'refactor.rewrite.jettison.convert';

/** Waits until the server offers an action of this kind with an edit that matches `accept`. */
export function waitForAction(
  what: string,
  editor: vscode.TextEditor,
  range: vscode.Range,
  kind: string,
  accept: (action: vscode.CodeAction) => boolean = () => true,
): Promise<vscode.CodeAction> {
  return waitFor(what, async () => (await codeActions(editor, range, kind)).find(accept));
}

/** Only actions that can run: VS Code leaves the disabled ones out of this answer. */
export function codeActions(
  editor: vscode.TextEditor,
  range: vscode.Range,
  kind: string,
): Thenable<vscode.CodeAction[]> {
  // The last argument asks VS Code to resolve the edits of so many actions, which it does lazily otherwise.
  return vscode.commands.executeCommand(
    'vscode.executeCodeActionProvider',
    editor.document.uri,
    range,
    kind,
    20,
  );
}

/** Does what VS Code does when the user picks the action: the edit first, then the command. */
export async function apply(action: vscode.CodeAction): Promise<void> {
  if (
    action.edit !== undefined &&
    !(await vscode.workspace.applyEdit(action.edit, { isRefactoring: true }))
  ) {
    throw new Error(`VS Code refused the edit of "${action.title}"`);
  }
  if (action.command !== undefined) {
    await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
  }
}
