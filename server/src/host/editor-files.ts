import type { Connection } from 'vscode-languageserver';
import type { FileAccess } from '../project/project';
import {
  listFolderMethod,
  readFileMethod,
  type ListFolderParams,
  type ListFolderResult,
  type ReadFileParams,
  type ReadFileResult,
} from '../protocol';

/** Files through the editor, which reaches virtual and remote file systems. A failing request counts as unreadable. */
export function editorFiles(connection: Connection): FileAccess {
  async function ask<P, R>(method: string, params: P): Promise<R | null> {
    try {
      return await connection.sendRequest<R | null>(method, params);
    } catch (error) {
      connection.console.warn(`${method} failed: ${String(error)}`);
      return null;
    }
  }
  return {
    async list(uri) {
      const entries = await ask<ListFolderParams, ListFolderResult>(listFolderMethod, { uri });
      return entries?.map(({ name, kind, size }) => ({ name, kind, size }));
    },
    async read(uri, maxBytes) {
      const params = { uri, maxBytes };
      return (await ask<ReadFileParams, ReadFileResult>(readFileMethod, params)) ?? undefined;
    },
  };
}
