import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { start } from './start';

/** Analyses leave much garbage and little else: collected early, the server stays at three quarters of the memory. */
const smallYoungGeneration = '--max-semi-space-size=4';

let stop: (() => Promise<void>) | undefined;

/** Called by VS Code's Node extension host when the first Dockerfile is opened. */
export async function activate(context: ExtensionContext): Promise<void> {
  const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  const serverOptions = {
    run: { ...server, options: { execArgv: [smallYoungGeneration] } },
    debug: { ...server, options: { execArgv: [smallYoungGeneration, '--nolazy', '--inspect=6009'] } },
  };
  const client = await start(
    context,
    (options) => new LanguageClient('jettison', 'Jettison', serverOptions, options),
  );
  stop = () => client.stop();
}

export async function deactivate(): Promise<void> {
  await stop?.();
}
