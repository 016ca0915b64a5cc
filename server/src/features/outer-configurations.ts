import { DidChangeWatchedFilesNotification, type Connection } from 'vscode-languageserver';
import type { ClientSupport } from '../host/client-support';
import { fileNames, type DockerfileConfiguration } from '../host/configuration-file';
import { describeError } from './guarded';

/**
 * Has the client watch the folders above the workspace that configurations come from: it watches the workspace's own
 * without being asked for each. Folders are watched until the server ends; there are few.
 */
export function watchOuterConfigurations(
  connection: Connection,
  support: ClientSupport,
): (configuration: DockerfileConfiguration) => void {
  const watched = new Set<string>();
  return ({ outerFolders }) => {
    const added = outerFolders.filter((folder) => !watched.has(folder));
    if (!support.watchesAnyFolder || added.length === 0) return;
    for (const folder of added) watched.add(folder);
    const pattern = `{${fileNames.join(',')}}`;
    const watchers = added.map((baseUri) => ({ globPattern: { baseUri, pattern } }));
    connection.client
      .register(DidChangeWatchedFilesNotification.type, { watchers })
      .catch((error: unknown) =>
        connection.console.warn(
          `configurations above the workspace are not watched: ${describeError(error)}`,
        ),
      );
  };
}
