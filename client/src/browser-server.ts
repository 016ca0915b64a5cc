import * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter } from 'vscode-languageclient/browser';
import type { MessageTransports } from 'vscode-languageclient';

/** How long the server may take to report that it has loaded, in milliseconds. */
const loadTimeout = 10_000;

type Channel = Worker | MessagePort;

/** Starts the server's bundle in a worker, or in this very thread where no worker can be had. */
export async function connectToServer(
  bundle: vscode.Uri,
  log: vscode.LogOutputChannel,
): Promise<MessageTransports> {
  const channel = await startWorker(bundle).catch((error: unknown) => {
    log.info(`no worker for the server (${messageOf(error)}); it runs in the extension host's own thread`);
    return startInThisThread(bundle);
  });
  return { reader: new BrowserMessageReader(channel), writer: new BrowserMessageWriter(channel) };
}

async function startWorker(bundle: vscode.Uri): Promise<Channel> {
  // Throws for extensions that come from a remote (vscode-remote:), and where workers are forbidden.
  const worker = new Worker(bundle.toString(true));
  try {
    await loaded(worker);
    return worker;
  } catch (error) {
    worker.terminate();
    throw error;
  }
}

async function startInThisThread(bundle: vscode.Uri): Promise<Channel> {
  const source = new TextDecoder().decode(await vscode.workspace.fs.readFile(bundle));
  const { port1, port2 } = new MessageChannel();
  const ready = loaded(port1);
  // The bundle talks to `self`: in a worker that is the worker, here it is the other end of the channel.
  // VS Code's web extension host loads extensions by the same means.
  const run = new Function('self', source) as (self: MessagePort) => void;
  run(port2);
  await ready;
  return port1;
}

/** The server posts one message of its own, before it speaks the protocol, when it listens. */
function loaded(channel: Channel): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => settle(new Error('it did not load in time')), loadTimeout);
    function settle(error?: Error): void {
      clearTimeout(timer);
      channel.onmessage = null;
      if ('onerror' in channel) channel.onerror = null;
      if (error) reject(error);
      else resolve();
    }
    channel.onmessage = () => settle();
    if ('onerror' in channel) {
      channel.onerror = (event) => {
        event.preventDefault();
        settle(new Error(event.message || 'it could not be loaded'));
      };
    }
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
