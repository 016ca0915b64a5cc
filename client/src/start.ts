import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { openRulePageCommand, type InitializationOptions } from '../../server/src/protocol';
import { chosenSettings } from './chosen-settings';
import { convertActiveEditor } from './convert-command';
import { answerFileRequests } from './file-requests';
import { otherExtensions, reportOtherExtensions } from './other-extensions';
import { openRulePage } from './rule-page';
import { dockerfiles } from './selector';
import { showStatus } from './status';

/** Makes the client of one kind of extension host, not started yet. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** What both entries do: starts the server, registers the commands, keeps the status up to date. */
export async function start(
  { subscriptions, extensionUri }: vscode.ExtensionContext,
  createClient: CreateClient,
): Promise<BaseLanguageClient> {
  const log = vscode.window.createOutputChannel('Jettison', { log: true });
  subscriptions.push(log);
  const client = createClient({
    documentSelector: dockerfiles,
    outputChannel: log,
    traceOutputChannel: log,
    middleware: { workspace: chosenSettings },
    // Asked again at each start: trust may have been granted since.
    initializationOptions: (): InitializationOptions => ({
      fileAccess: true,
      trusted: vscode.workspace.isTrusted,
      otherExtensions: otherExtensions(),
      rulePages: true,
    }),
  });
  const restart = (): Promise<void> => restartClient(client, log);
  subscriptions.push(
    answerFileRequests(client),
    showStatus(client),
    reportOtherExtensions(client),
    vscode.commands.registerCommand('jettison.restart', restart),
    vscode.commands.registerCommand('jettison.showLog', () => log.show(true)),
    vscode.commands.registerCommand('jettison.convert', () => convertActiveEditor(client)),
    vscode.commands.registerCommand(openRulePageCommand, (rule: unknown) => openRulePage(extensionUri, rule)),
    vscode.workspace.onDidGrantWorkspaceTrust(restart),
  );
  await client.start();
  return client;
}

async function restartClient(client: BaseLanguageClient, log: vscode.LogOutputChannel): Promise<void> {
  try {
    if (client.isRunning()) await client.stop();
  } catch (error) {
    // A server that hangs must not keep the user from a new one.
    log.warn(`the server did not stop cleanly: ${String(error)}`);
  }
  await client.start();
}
