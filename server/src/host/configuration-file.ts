import { relativePath } from '../project/paths';
import type { FileAccess, FolderEntry } from '../project/project';
import { parentUri, pathOfUri, uriBelow } from '../project/uris';
import {
  emptyConfiguration,
  severitiesFor,
  type Configuration,
  type Severities,
} from '../rules/configuration/configuration';
import type { ConfigurationReading } from '../rules/configuration/read';
import { oncePer } from '../text/remember';
import { LineIndex, type Range } from '../text/span';

/** What configuration says for one Dockerfile. */
export interface DockerfileConfiguration extends Pick<
  Configuration,
  'runtime' | 'trustedRegistries' | 'targets'
> {
  /** URI of the file; undefined where there is none. */
  readonly uri: string | undefined;
  readonly severities: Severities;
  /** What is wrong with the file; the rest of it counts. */
  readonly problems: readonly FileProblem[];
  /** URIs of folders outside of the workspace in which a configuration may come, change or go. */
  readonly outerFolders: readonly string[];
}

export interface FileProblem {
  readonly message: string;
  readonly range: Range;
}

export const noConfiguration: DockerfileConfiguration = configurationAt(undefined, '', {
  configuration: emptyConfiguration,
  problems: [],
});

/** In the order in which they count, should a folder hold both. */
export const fileNames: readonly string[] = ['.jettison.json', '.jettison.jsonc'];

const maxBytes = 1_000_000;

export interface ConfigurationSearch {
  readonly read: (text: string) => ConfigurationReading;
  /** URIs of folders that the search does not leave where there is no repository around the Dockerfile. */
  readonly workspaceFolders: readonly string[];
}

/**
 * The configuration nearest to a Dockerfile, in its folder or one above it: up to the repository's root, else the
 * workspace folder, else its own folder.
 */
export async function loadConfiguration(
  access: FileAccess,
  dockerfile: string,
  { read, workspaceFolders }: ConfigurationSearch,
): Promise<DockerfileConfiguration> {
  // Documents that were never saved lie in no folder.
  if (!/^[a-z][\w+.-]*:\/\//i.test(dockerfile)) return noConfiguration;
  const { uri, outerFolders } = await nearestFile(access, parentUri(dockerfile), workspaceFolders);
  if (uri === undefined) return { ...noConfiguration, outerFolders };
  const text = await access.read(uri, maxBytes);
  const path = relativePath(pathOfUri(parentUri(uri)), pathOfUri(dockerfile));
  const unreadable = `cannot be read: no text, no permission, or more than ${maxBytes / 1_000_000} MB`;
  const nothing = {
    configuration: emptyConfiguration,
    problems: [{ message: unreadable, at: { start: 0, end: 0 } }],
  };
  return { ...configurationAt(uri, path, text === undefined ? nothing : read(text), text), outerFolders };
}

/**
 * What a configuration that was read means for one Dockerfile.
 * @param path of the Dockerfile, from the folder that overrides are relative to.
 */
export function configurationAt(
  uri: string | undefined,
  path: string,
  { configuration, problems }: ConfigurationReading,
  text = '',
): DockerfileConfiguration {
  const { runtime, trustedRegistries, targets } = configuration;
  const lines = new LineIndex(text);
  return {
    uri,
    runtime,
    trustedRegistries,
    targets,
    severities: severitiesFor(configuration, path),
    problems: problems.map(({ message, at }) => ({ message, range: lines.rangeOf(at) })),
    outerFolders: [],
  };
}

interface Landmarks {
  /** Of the configuration that counts in a folder. */
  readonly name: string | undefined;
  readonly isRepository: boolean;
}

/** Of a listing that is remembered: thousands of Dockerfiles may lie below one folder of thousands of entries. */
const landmarksOf: (entries: readonly FolderEntry[]) => Landmarks = oncePer((entries) => ({
  name: fileNames.find((name) => entries.some((entry) => entry.name === name)),
  isRepository: entries.some(({ name }) => name === '.git'),
}));

interface Nearest {
  readonly uri: string | undefined;
  readonly outerFolders: readonly string[];
}

async function nearestFile(
  access: FileAccess,
  own: string,
  workspaceFolders: readonly string[],
): Promise<Nearest> {
  const edges = workspaceFolders.map(pathOfUri);
  // Beyond the edge a file counts only once the root of a repository is met.
  let beyond = false;
  let uri: string | undefined;
  const outerFolders: string[] = [];
  for (let folder = own, last = ''; folder !== last; [folder, last] = [parentUri(folder), folder]) {
    const path = pathOfUri(folder);
    if (!edges.includes(path) && !isWithin(edges, path)) outerFolders.push(folder);
    const { name, isRepository } = landmarksOf((await access.list(folder)) ?? []);
    if (uri === undefined) {
      if (name !== undefined) uri = uriBelow(folder, name);
      if (uri !== undefined && !beyond) return { uri, outerFolders };
    }
    if (isRepository) return { uri, outerFolders };
    beyond ||= edges.includes(path) || !isWithin(edges, path);
    // Above a folder of a virtual file system there is nothing to ask for.
    if (beyond && !/^file:/i.test(folder)) break;
  }
  // Without a repository only the Dockerfile's own folder counts of those outside.
  return { uri: undefined, outerFolders: outerFolders.filter((folder) => folder === own) };
}

function isWithin(edges: readonly string[], path: string): boolean {
  return edges.some((edge) => path.startsWith(edge.endsWith('/') ? edge : `${edge}/`));
}
