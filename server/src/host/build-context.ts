import { contextCandidates } from '../project/context-root';
import { loadProject, type ReadSoFar } from '../project/load';
import { unknownProject, type FileAccess, type Project } from '../project/project';
import { parentUri } from '../project/uris';

export interface BuildContextOptions {
  /** Which files of the context to load as text. */
  wants(path: string): boolean;
  /** Sources of COPY and ADD from the build context, as written: they tell which folder the context is. */
  readonly copySources: readonly string[];
  /** URI of the build context where the user has named it; else it is found. */
  readonly root?: string | undefined;
  /** URIs of folders that are not left in search of the context: the workspace's, or the one that the user is in. */
  readonly workspaceFolders?: readonly string[];
  /** Shared by Dockerfiles that are loaded one after the other while no file changes. */
  readonly readSoFar?: ReadSoFar;
}

/** Finds the build context of a Dockerfile, by its URI, and reads it. */
export async function loadBuildContext(
  access: FileAccess,
  dockerfile: string,
  { wants, copySources, root, workspaceFolders = [], readSoFar }: BuildContextOptions,
): Promise<Project> {
  // Documents that were never saved (`untitled:`) lie in no folder.
  if (!/^[a-z][\w+.-]*:\/\//i.test(dockerfile)) return unknownProject;
  const boundary =
    innermost(workspaceFolders, dockerfile) ?? (await repositoryOrOwnFolder(access, dockerfile));
  const [likeliest] =
    root === undefined ? await contextCandidates(access, { dockerfile, copySources, boundary }) : [];
  return loadProject(access, {
    root: root ?? likeliest?.root ?? parentUri(dockerfile),
    dockerfile,
    wants,
    extraRoots: [parentUri(dockerfile), boundary],
    ...(readSoFar && { readSoFar }),
  });
}

/** The folder that holds the file most closely. */
function innermost(folders: readonly string[], file: string): string | undefined {
  return folders
    .filter((folder) => file.startsWith(folder.endsWith('/') ? folder : `${folder}/`))
    .sort((a, b) => b.length - a.length)[0];
}

/** How far up a repository's root is looked for. */
const levels = 4;

/** Without either limit the search might end in the user's home or in the folder of all temporary files. */
async function repositoryOrOwnFolder(access: FileAccess, dockerfile: string): Promise<string> {
  const own = parentUri(dockerfile);
  let folder = own;
  for (let level = 0; level <= levels; level++) {
    if ((await access.list(folder))?.some(({ name }) => name === '.git')) return folder;
    folder = parentUri(folder);
  }
  return own;
}
