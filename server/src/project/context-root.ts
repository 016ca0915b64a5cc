import { composeContexts } from './builds/compose';
import { compileGlob } from './glob';
import { baseName, cleanPath, folderOf } from './paths';
import type { FileAccess, FolderEntry } from './project';
import { isComposeFile } from './targets';
import { parentUri, pathOfUri, uriBelow } from './uris';

export interface ContextCandidate {
  /** URI of a folder. */
  readonly root: string;
  /** As a phrase for the user. */
  readonly because: string;
}

export interface ContextQuestion {
  /** URI of the Dockerfile. */
  readonly dockerfile: string;
  /** Sources of COPY and ADD from the build context, as written; those with variables left out. */
  readonly copySources: readonly string[];
  /** URI of the outermost folder to consider: the workspace folder. */
  readonly boundary?: string;
}

/** How many folders above the Dockerfile's are considered. */
const levels = 4;

const composeBytes = 500_000;

/** Files that mark the top of a program's sources. */
const manifests =
  /^(?:go\.mod|package\.json|pom\.xml|build\.gradle(?:\.kts)?|Cargo\.toml|requirements\.txt|pyproject\.toml|Gemfile|composer\.json|mix\.exs|Makefile|CMakeLists\.txt|.+\.(?:csproj|sln|go|py|js|ts|java|rs|c|cpp|cs|rb|php))$/;

/** Files about the build and the project: where there is nothing else, `COPY . .` has nothing to copy. */
const besides =
  /^(?:dockerfile|containerfile)(?:\..+)?$|\.(?:dockerfile|containerfile)$|^\.(?:docker|git)ignore$|^readme(?:\..+)?$/i;

/**
 * Build contexts that a Dockerfile is likely meant for, the likeliest first; never empty. A compose file that builds the
 * Dockerfile decides. Otherwise it is the Dockerfile's own folder or the nearest above it in which all COPY sources
 * exist, up to the boundary, the repository's root or four levels; otherwise its own folder. `COPY . .` fits every
 * folder: then it is the own one, or, when the Dockerfile is alone there (`docker/`), the nearest above with sources.
 */
export async function contextCandidates(
  access: FileAccess,
  { dockerfile, copySources, boundary }: ContextQuestion,
): Promise<ContextCandidate[]> {
  const listing = rememberListings(access);
  const own = parentUri(dockerfile);
  const folders = await foldersUpwards(listing, own, boundary);
  const found: ContextCandidate[] = [];
  const add = (root: string, because: string): void => {
    if (!found.some((other) => other.root === root)) found.push({ root, because });
  };
  for (const folder of folders) {
    for (const { name } of (await listing(folder)) ?? []) {
      if (!isComposeFile(name)) continue;
      const path = pathOfUri(uriBelow(folder, name));
      const text = (await access.read(uriBelow(folder, name), composeBytes)) ?? '';
      const build = composeContexts({ path, text }).find((each) => each.dockerfile === pathOfUri(dockerfile));
      if (build) add(uriAt(folder, build.context), `${name} builds it so`);
    }
  }
  const named = copySources.map(cleanPath).filter((source) => source !== '' && source !== '*');
  for (const folder of folders) {
    if (named.length > 0) {
      const there = await Promise.all(named.map((source) => exists(listing, folder, source)));
      if (there.every(Boolean)) add(folder, 'all COPY sources are there');
    } else if (await (folder === own ? holdsAnything : holdsSources)(listing, folder)) {
      add(folder, 'the sources are there');
    }
  }
  add(own, 'the Dockerfile lies there');
  return found;
}

type Listing = (folder: string) => Promise<readonly FolderEntry[] | undefined>;

function rememberListings(access: FileAccess): Listing {
  const known = new Map<string, ReturnType<Listing>>();
  return (folder) => {
    const listing = known.get(folder) ?? access.list(folder);
    known.set(folder, listing);
    return listing;
  };
}

async function foldersUpwards(
  listing: Listing,
  own: string,
  boundary: string | undefined,
): Promise<string[]> {
  const folders: string[] = [];
  const last = boundary === undefined ? undefined : pathOfUri(boundary);
  for (let folder = own; folders.length <= levels && !folders.includes(folder); folder = parentUri(folder)) {
    folders.push(folder);
    if (pathOfUri(folder) === last) break;
    if ((await listing(folder))?.some((entry) => entry.name === '.git')) break;
  }
  return folders;
}

/** The URI of an absolute path on the same file system as `folder`. */
function uriAt(folder: string, path: string): string {
  const depth = pathOfUri(folder).split('/').length;
  return uriBelow(folder, `${'../'.repeat(depth)}${path.slice(1)}`);
}

async function exists(listing: Listing, root: string, source: string): Promise<boolean> {
  const path = source.replace(/^\//, '');
  // A source that climbs out is pinned to the root by Docker; nobody means that.
  if (path.startsWith('..')) return false;
  const holder = folderOf(path);
  if (/[*?[]/.test(holder)) return exists(listing, root, holder);
  const entries = await listing(uriBelow(root, holder));
  const matches = compileGlob(baseName(path));
  return matches !== undefined && (entries ?? []).some((entry) => matches(entry.name));
}

async function holdsAnything(listing: Listing, folder: string): Promise<boolean> {
  const entries = (await listing(folder)) ?? [];
  return entries.some(({ name, kind }) => kind === 'folder' || !(besides.test(name) || isComposeFile(name)));
}

async function holdsSources(listing: Listing, folder: string): Promise<boolean> {
  const entries = (await listing(folder)) ?? [];
  return entries.some((entry) => entry.kind === 'file' && manifests.test(entry.name));
}
