/**
 * Tells the harness outside how the suite is doing, in a file beside the workspace. The file is written through
 * VS Code, the one way that exists in both extension hosts.
 */
import * as vscode from 'vscode';

export interface TestResult {
  title: string;
  state: 'passed' | 'failed' | 'skipped';
  error?: string;
}

export interface Progress {
  host: string;
  editor: string;
  results: TestResult[];
  /** What the suite is doing now: the harness shows it when the suite never ends. */
  running?: string | undefined;
  waitingFor?: string | undefined;
  finished: boolean;
}

const progress: Progress = {
  host: 'WorkerGlobalScope' in globalThis ? 'web' : 'node',
  editor: `${vscode.env.appName} ${vscode.version}`,
  results: [],
  finished: false,
};

let lastWrite: Promise<void> = Promise.resolve();

export function recordStart(title: string): void {
  update({ running: title, waitingFor: undefined });
}

export function recordWaiting(waitingFor: string | undefined): void {
  update({ waitingFor });
}

export function recordEnd(result: TestResult): void {
  update({ results: [...progress.results, result], running: undefined, waitingFor: undefined });
}

export function recordFinished(): Promise<void> {
  update({ finished: true });
  return lastWrite;
}

function update(changes: Partial<Progress>): void {
  Object.assign(progress, changes);
  const text = JSON.stringify(progress, undefined, 2);
  lastWrite = lastWrite.then(() => write(text));
}

async function write(text: string): Promise<void> {
  const workspace = vscode.workspace.workspaceFolders?.[0];
  if (workspace === undefined) throw new Error('the suite needs a workspace folder');
  const file = vscode.Uri.joinPath(workspace.uri, '..', 'progress.json');
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
}
