import { contextCandidates } from '../project/context-root';
import { loadProject } from '../project/load';
import type { FileAccess, Project } from '../project/project';

export interface BuildContextOptions {
  /** Which files of the context to load as text. */
  wants(path: string): boolean;
  /** Sources of COPY and ADD from the build context, as written: they tell which folder the context is. */
  readonly copySources: readonly string[];
  /** URI of the build context where the user has named it; else it is found. */
  readonly root?: string | undefined;
  /** URIs of the workspace's folders; none is left in search of the context. */
  readonly workspaceFolders?: readonly string[];
}

/** Finds the build context of a Dockerfile, by its URI, and reads it. */
export async function loadBuildContext(
  access: FileAccess,
  dockerfile: string,
  { wants, copySources, root, workspaceFolders = [] }: BuildContextOptions,
): Promise<Project> {
  const boundary = innermost(workspaceFolders, dockerfile);
  const context = root ?? (await likeliestRoot(access, dockerfile, copySources, boundary));
  return loadProject(access, {
    root: context,
    dockerfile,
    wants,
    extraRoots: [
      dockerfile.slice(0, dockerfile.lastIndexOf('/')),
      ...(boundary === undefined ? [] : [boundary]),
    ],
  });
}

async function likeliestRoot(
  access: FileAccess,
  dockerfile: string,
  copySources: readonly string[],
  boundary: string | undefined,
): Promise<string> {
  const question = { dockerfile, copySources, ...(boundary === undefined ? {} : { boundary }) };
  const [likeliest] = await contextCandidates(access, question);
  return likeliest?.root ?? dockerfile.slice(0, dockerfile.lastIndexOf('/'));
}

/** The folder that holds the file most closely. */
function innermost(folders: readonly string[], file: string): string | undefined {
  return folders
    .filter((folder) => file.startsWith(folder.endsWith('/') ? folder : `${folder}/`))
    .sort((a, b) => b.length - a.length)[0];
}
