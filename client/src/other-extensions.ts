import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { otherExtensionsMethod, type OtherExtensionsParams } from '../../server/src/protocol';

const known = ['docker.docker', 'ms-azuretools.vscode-containers', 'ms-azuretools.vscode-docker'];

/** Those of the extensions which report on Dockerfiles too that are installed and not disabled here. */
export function otherExtensions(): string[] {
  return known.filter((id) => vscode.extensions.getExtension(id) !== undefined);
}

/** Tells the server when they change, so that nothing is reported twice. */
export function reportOtherExtensions(client: BaseLanguageClient): vscode.Disposable {
  return vscode.extensions.onDidChange(() => {
    const params: OtherExtensionsParams = { ids: otherExtensions() };
    if (client.isRunning()) void client.sendNotification(otherExtensionsMethod, params);
  });
}
