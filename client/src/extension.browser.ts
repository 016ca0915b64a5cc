import { Uri, type ExtensionContext } from 'vscode';
import { BaseLanguageClient } from 'vscode-languageclient';
import type { LanguageClientOptions, MessageTransports } from 'vscode-languageclient';
import { connectToServer } from './browser-server';
import { start } from './start';

let stop: (() => Promise<void>) | undefined;

/** Called by VS Code's web extension host when the first Dockerfile is opened. */
export async function activate(context: ExtensionContext): Promise<void> {
  const bundle = Uri.joinPath(context.extensionUri, 'dist', 'server.js');
  const client = await start(context, (options) => new BrowserClient(bundle, options));
  stop = () => client.stop();
}

export async function deactivate(): Promise<void> {
  await stop?.();
}

/** vscode-languageclient's own browser client asks `instanceof Worker`, which throws where there are no workers. */
class BrowserClient extends BaseLanguageClient {
  constructor(
    private readonly bundle: Uri,
    options: LanguageClientOptions,
  ) {
    super('jettison', 'Jettison', options);
  }

  protected override createMessageTransports(): Promise<MessageTransports> {
    return connectToServer(this.bundle, this.outputChannel);
  }
}
