/** What the tests do with files and with the editor. */
import * as vscode from 'vscode';
import { recordWaiting } from './progress';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export function workspaceFile(path: string): vscode.Uri {
  const workspace = vscode.workspace.workspaceFolders?.[0];
  if (workspace === undefined) throw new Error('the suite needs a workspace folder');
  return vscode.Uri.joinPath(workspace.uri, path);
}

export async function readText(uri: vscode.Uri): Promise<string> {
  return decoder.decode(await vscode.workspace.fs.readFile(uri));
}

/** Opens a Dockerfile of its own for one test, so that no test depends on what another left behind. */
export async function openNew(path: string, text: string): Promise<vscode.TextEditor> {
  const uri = workspaceFile(path);
  await vscode.workspace.fs.writeFile(uri, encoder.encode(text));
  return open(uri);
}

export async function open(uri: vscode.Uri): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
}

/** Replaces the whole text, as a user does who selects all and types. */
export async function replaceAll(editor: vscode.TextEditor, text: string): Promise<void> {
  const whole = new vscode.Range(0, 0, editor.document.lineCount, 0);
  const done = await editor.edit((edit) => edit.replace(editor.document.validateRange(whole), text));
  if (!done) throw new Error('the editor did not take the edit');
}

/** Asks until the answer is there. Without a limit: see the note on timeouts in mocha.ts. */
export async function waitFor<T>(
  what: string,
  ask: () => T | undefined | Promise<T | undefined>,
): Promise<T> {
  recordWaiting(what);
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) {
      recordWaiting(undefined);
      return answer;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export function findings(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter((diagnostic) => diagnostic.source === 'jettison');
}

function ruleOf(diagnostic: vscode.Diagnostic): string {
  const { code } = diagnostic;
  return String(typeof code === 'object' ? code.value : code);
}

export function waitForFinding(uri: vscode.Uri, rule: string): Promise<vscode.Diagnostic> {
  return waitFor(`a finding of ${rule}`, () => findings(uri).find((finding) => ruleOf(finding) === rule));
}

export async function waitForNoFinding(uri: vscode.Uri, rule: string): Promise<void> {
  await waitFor(`the finding of ${rule} to go`, () => {
    return findings(uri).every((finding) => ruleOf(finding) !== rule) || undefined;
  });
}
