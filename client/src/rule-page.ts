import * as vscode from 'vscode';

/** Shows the page of a rule, which ships with the extension: nothing is asked of the network. */
export async function openRulePage(extension: vscode.Uri, rule: unknown): Promise<void> {
  // Anyone may run a command: the id must not lead out of the folder.
  if (typeof rule !== 'string' || !/^[A-Za-z][\w-]*$/.test(rule)) return;
  const page = vscode.Uri.joinPath(extension, 'docs', 'rules', `${rule}.md`);
  try {
    await vscode.workspace.fs.stat(page);
  } catch {
    void vscode.window.showWarningMessage(`Jettison has no page about "${rule}".`);
    return;
  }
  try {
    await vscode.commands.executeCommand('markdown.showPreview', page);
  } catch {
    // The preview comes with VS Code but can be switched off.
    await vscode.window.showTextDocument(page, { preview: true });
  }
}
