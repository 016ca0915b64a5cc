/** Requests that the server sends to its client, beyond the Language Server Protocol. Types and names only. */

/** Server to client: entries of a folder through the editor's file system; null when missing or unreadable. */
export const listFolderMethod = 'jettison/listFolder';

export interface ListFolderParams {
  readonly uri: string;
}

export type ListFolderResult =
  readonly { readonly name: string; readonly kind: 'file' | 'folder'; readonly size?: number }[] | null;

/** Server to client: text of a file; null when missing, unreadable, binary or larger than `maxBytes`. */
export const readFileMethod = 'jettison/readFile';

export interface ReadFileParams {
  readonly uri: string;
  readonly maxBytes: number;
}

export type ReadFileResult = string | null;

/** Client to server: which extensions that report on Dockerfiles too are there now. */
export const otherExtensionsMethod = 'jettison/otherExtensions';

export interface OtherExtensionsParams {
  /** Ids in lower case: `docker.docker`. */
  readonly ids: readonly string[];
}

/** Command of the client: opens the page of a rule, which ships with the extension. Its argument is the rule's id. */
export const openRulePageCommand = 'jettison.openRulePage';

/** In `initializationOptions`. */
export interface InitializationOptions {
  /** The client answers `jettison/listFolder` and `jettison/readFile`. */
  readonly fileAccess?: boolean;
  /** False in an untrusted workspace: project files are not read. */
  readonly trusted?: boolean;
  /** As in `jettison/otherExtensions`, at the start. */
  readonly otherExtensions?: readonly string[];
  /** The client has the command `jettison.openRulePage`. */
  readonly rulePages?: boolean;
}
