import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import {
  CancellationToken,
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageConnection,
} from 'vscode-jsonrpc/node';
import type {
  CodeAction,
  CodeActionContext,
  Diagnostic,
  DocumentDiagnosticReport,
  InitializeResult,
  PublishDiagnosticsParams,
  Range,
  TextDocumentContentChangeEvent,
} from 'vscode-languageserver';

/** A server that runs, and a client that speaks to it. */
export interface Session {
  readonly process: ChildProcessWithoutNullStreams;
  readonly connection: MessageConnection;
  readonly initialized: InitializeResult;
  /** What the server pushed, oldest first. */
  readonly published: PublishDiagnosticsParams[];
  /** Messages of `window/logMessage`. */
  readonly logged: string[];
  /** How often the server asked to refresh diagnostics. */
  readonly refreshes: () => number;
  readonly exit: Promise<number | null>;
  open(uri: string, text: string, languageId?: string): Promise<void>;
  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): Promise<void>;
  close(uri: string): Promise<void>;
  pull(uri: string, previousResultId?: string, token?: CancellationToken): Promise<DocumentDiagnosticReport>;
  /** The findings of a full report. */
  diagnostics(uri: string): Promise<Diagnostic[]>;
  actions(uri: string, range: Range, context?: Partial<CodeActionContext>): Promise<CodeAction[]>;
  resolve(action: CodeAction): Promise<CodeAction>;
  stop(): Promise<number | null>;
}

export interface SessionOptions {
  /** Of the bundle; `--stdio` where not given. */
  readonly args?: readonly string[];
  readonly capabilities?: object;
  readonly initializationOptions?: unknown;
  readonly workspaceFolders?: readonly { uri: string; name: string }[];
  /** Options of Node itself. */
  readonly execArgv?: readonly string[];
  /** Answers the requests of the server, by method. */
  readonly answers?: Readonly<Record<string, (params: never) => unknown>>;
}

/** What a modern editor can do, VS Code above all. */
export const modernEditor = {
  textDocument: {
    diagnostic: { dynamicRegistration: true, tagSupport: { valueSet: [1, 2] }, relatedInformation: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor', 'source'] } },
      isPreferredSupport: true,
      disabledSupport: true,
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
  },
  workspace: {
    diagnostics: { refreshSupport: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: { groupsOnLabel: true } },
    workspaceFolders: true,
  },
};

/** What an old or simple editor can do: it waits for diagnostics, and takes finished, plain edits. */
export const plainEditor = {
  textDocument: {
    publishDiagnostics: {},
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
  },
};

/** Starts a server and shakes hands with it. */
export async function startSession(bundle: string, options: SessionOptions = {}): Promise<Session> {
  const server = spawn(process.execPath, [
    ...(options.execArgv ?? []),
    bundle,
    ...(options.args ?? ['--stdio']),
  ]);
  const exit = new Promise<number | null>((resolve) => server.on('exit', resolve));
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const published: PublishDiagnosticsParams[] = [];
  const logged: string[] = [];
  let refreshes = 0;
  connection.onNotification('textDocument/publishDiagnostics', (params) => void published.push(params));
  connection.onNotification('window/logMessage', ({ message }) => void logged.push(message));
  connection.onRequest('workspace/diagnostic/refresh', () => {
    refreshes++;
    return null;
  });
  connection.onRequest('client/registerCapability', () => null);
  for (const [method, answer] of Object.entries(options.answers ?? {})) {
    connection.onRequest(method, (params: never) => answer(params));
  }
  connection.listen();
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: options.workspaceFolders ?? null,
    capabilities: options.capabilities ?? modernEditor,
    initializationOptions: options.initializationOptions,
  });
  await connection.sendNotification('initialized', {});

  const session: Session = {
    process: server,
    connection,
    initialized,
    published,
    logged,
    refreshes: () => refreshes,
    exit,
    open: (uri, text, languageId = 'dockerfile') =>
      connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId, version: 1, text },
      }),
    change: (uri, version, contentChanges) =>
      connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges,
      }),
    close: (uri) => connection.sendNotification('textDocument/didClose', { textDocument: { uri } }),
    pull: (uri, previousResultId, token) =>
      connection.sendRequest(
        'textDocument/diagnostic',
        { textDocument: { uri }, previousResultId },
        token ?? CancellationToken.None,
      ),
    async diagnostics(uri) {
      const report = await session.pull(uri);
      if (report.kind !== 'full') throw new Error('the report is not a full one');
      return report.items;
    },
    actions: (uri, range, context = {}) =>
      connection.sendRequest('textDocument/codeAction', {
        textDocument: { uri },
        range,
        context: { diagnostics: [], ...context },
      }),
    resolve: (action) => connection.sendRequest('codeAction/resolve', action),
    async stop() {
      if (server.exitCode === null) {
        await connection.sendRequest('shutdown');
        await connection.sendNotification('exit');
      }
      const code = await exit;
      connection.dispose();
      return code;
    },
  };
  return session;
}

/** Asks until the answer is there; a test that waits in vain fails by its own time limit. */
export async function eventually<T>(
  ask: () => T | undefined | false | Promise<T | undefined | false>,
): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

export function at(line: number, character: number, endLine = line, endCharacter = character): Range {
  return { start: { line, character }, end: { line: endLine, character: endCharacter } };
}
