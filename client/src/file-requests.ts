import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  listFolderMethod,
  readFileMethod,
  type ListFolderParams,
  type ListFolderResult,
  type ReadFileParams,
  type ReadFileResult,
} from '../../server/src/protocol';

/** Lets the server read project files through the editor, which reaches virtual and remote file systems. */
export function answerFileRequests(client: BaseLanguageClient): vscode.Disposable {
  // Folders reached through a symbolic link: a link below one of them may lead in circles.
  const linkedFolders = new Set<string>();
  return vscode.Disposable.from(
    client.onRequest(listFolderMethod, (params: ListFolderParams) => listFolder(params, linkedFolders)),
    client.onRequest(readFileMethod, readFile),
  );
}

async function listFolder({ uri }: ListFolderParams, linkedFolders: Set<string>): Promise<ListFolderResult> {
  const folder = vscode.Uri.parse(uri);
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    const belowLink = isBelow(folder, linkedFolders);
    return entries.map(([name, type]) => {
      const isLink = (type & vscode.FileType.SymbolicLink) !== 0;
      if ((type & vscode.FileType.Directory) === 0 || (isLink && belowLink)) return { name, kind: 'file' };
      if (isLink) linkedFolders.add(vscode.Uri.joinPath(folder, name).path);
      return { name, kind: 'folder' };
    });
  } catch {
    // Missing or unreadable: the file system's own words differ by scheme and help nobody here.
    return null;
  }
}

function isBelow({ path }: vscode.Uri, folders: ReadonlySet<string>): boolean {
  if (folders.size === 0) return false;
  for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
    if (folders.has(path.slice(0, end))) return true;
  }
  return false;
}

async function readFile({ uri, maxBytes }: ReadFileParams): Promise<ReadFileResult> {
  const file = vscode.Uri.parse(uri);
  try {
    const { size } = await vscode.workspace.fs.stat(file);
    if (size > maxBytes) return null;
    const bytes = await vscode.workspace.fs.readFile(file);
    if (bytes.byteLength > maxBytes || bytes.includes(0)) return null;
    return new TextDecoder().decode(bytes);
  } catch {
    return null;
  }
}
