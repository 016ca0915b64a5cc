import * as vscode from 'vscode';
import {
  CodeActionRequest,
  CodeActionResolveRequest,
  CodeActionTriggerKind,
  Command,
} from 'vscode-languageclient';
import type { BaseLanguageClient, CodeAction } from 'vscode-languageclient';

const conversionKind = 'refactor.rewrite.jettison.convert';

/** `jettison.convert`: converts the Dockerfile of the active editor, or says why it stays as it is. */
export async function convertActiveEditor(client: BaseLanguageClient): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document?.languageId !== 'dockerfile') {
    void vscode.window.showInformationMessage('Jettison: open a Dockerfile to convert it.');
    return;
  }
  if (!client.isRunning()) {
    void vscode.window.showWarningMessage(
      'Jettison: the server is not running. Run "Jettison: Restart Server".',
    );
    return;
  }
  const version = document.version;
  const action = await offeredConversion(client, document);
  if (action === undefined) {
    void vscode.window.showInformationMessage('Jettison has no conversion for this file.');
    return;
  }
  if (action.disabled !== undefined) {
    void vscode.window.showInformationMessage(
      `Jettison leaves this file as it is: ${action.disabled.reason}`,
    );
    return;
  }
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(await editOf(client, action));
  if (edit === undefined || document.version !== version) {
    void vscode.window.showInformationMessage('Jettison: the file changed meanwhile; nothing was converted.');
    return;
  }
  await vscode.workspace.applyEdit(edit, { isRefactoring: true });
}

async function offeredConversion(
  client: BaseLanguageClient,
  document: vscode.TextDocument,
): Promise<CodeAction | undefined> {
  const start = { line: 0, character: 0 };
  const offered = await client.sendRequest(CodeActionRequest.type, {
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
    range: { start, end: start },
    context: { diagnostics: [], only: [conversionKind], triggerKind: CodeActionTriggerKind.Invoked },
  });
  return offered?.find((each): each is CodeAction => !Command.is(each));
}

async function editOf(client: BaseLanguageClient, action: CodeAction): Promise<CodeAction['edit']> {
  if (action.edit !== undefined) return action.edit;
  return (await client.sendRequest(CodeActionResolveRequest.type, action)).edit;
}
