/**
 * Runs in a plain web page: the server's browser bundle in a real worker, spoken to in LSP.
 *
 * The web extension host of the suite cannot do this, because VS Code allows no worker to an extension that it loads
 * from a remote machine; vscode.dev does allow it.
 */
interface Message {
  jsonrpc: '2.0';
  id?: number | string;
  method?: string;
  params?: unknown;
  result?: unknown;
  error?: { code: number; message: string };
}

interface DiagnosticReport {
  kind: string;
  items: { source?: string; code?: string; message: string }[];
}

const METHOD_NOT_FOUND = -32601;
const uri = 'untitled:Dockerfile';

/** What the test script calls from outside. */
async function diagnose(serverUrl: string, text: string): Promise<DiagnosticReport> {
  const connection = connect(new Worker(serverUrl));
  await connection.request('initialize', {
    processId: null,
    rootUri: null,
    workspaceFolders: null,
    capabilities: { textDocument: { diagnostic: {} } },
  });
  connection.notify('initialized', {});
  connection.notify('textDocument/didOpen', {
    textDocument: { uri, languageId: 'dockerfile', version: 1, text },
  });
  const report = await connection.request('textDocument/diagnostic', { textDocument: { uri } });
  await connection.request('shutdown', undefined);
  return report as DiagnosticReport;
}

function connect(worker: Worker) {
  const waiting = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>();
  let lastId = 0;
  const send = (message: Omit<Message, 'jsonrpc'>) => worker.postMessage({ jsonrpc: '2.0', ...message });

  worker.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.method !== undefined) {
      // The server may ask for files and settings. This page has none, and the server must live with that.
      if (data.id !== undefined)
        send({ id: data.id, error: { code: METHOD_NOT_FOUND, message: 'a plain page' } });
      return;
    }
    const request = waiting.get(Number(data.id));
    if (data.error !== undefined) request?.reject(new Error(data.error.message));
    else request?.resolve(data.result);
  };
  worker.onerror = (event) => {
    for (const { reject } of waiting.values()) reject(new Error(`the worker failed: ${event.message}`));
  };
  return {
    notify: (method: string, params: unknown) => send({ method, params }),
    request: (method: string, params: unknown) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        send({ id: lastId, method, params });
      }),
  };
}

Object.assign(globalThis, { diagnose });
