import { compileGlob } from '../../project/glob';
import { baseName, cleanPath, folderOf, joinPath } from '../../project/paths';
import type { Project } from '../../project/project';
import type { GoText } from './evaluate';

/** A path of the build context that a text names. */
export interface ContextMatch {
  /** Relative to the context; `''` is the context itself. */
  readonly path: string;
  readonly kind: 'file' | 'folder';
}

export interface MatchOptions {
  /** Folder of the context that is the working directory at run time. */
  readonly workdir: string;
  /** Absolute folder of the image that holds the whole context; absolute texts below it are understood. */
  readonly copiedTo: string | undefined;
}

/** What is read at build time only. */
const sources =
  /\.go$|(?:^|\/)(?:go\.(?:mod|sum|work|work\.sum)|\.dockerignore|(?:[^/]*\.)?Dockerfile[^/]*|Makefile)$/;

/** Files and folders of the context that a text names for a program in its working directory; empty when it names none. */
export function contextMatches(project: Project, text: GoText, options: MatchOptions): ContextMatch[] {
  const written = text.text.replace(/^file:(?:\/\/)?/, '');
  if (written === '' || written.length > 500 || /[\0\n]/.test(written)) return [];
  const path = text.isComplete ? written : written.slice(0, written.lastIndexOf('/') + 1);
  if (path === '' || (!text.isComplete && cleanPath(path) === '')) return [];
  const magic = path.search(/[*?[]/);
  if (magic >= 0) return globMatches(project, path, magic, options, text.hasUnknownStart);
  const found = locate(text.hasUnknownStart ? path.replace(/^\/+/, '') : path, options);
  return found === undefined ? [] : existing(project, found);
}

/** The path in the context; undefined when it lies outside. */
function locate(path: string, { workdir, copiedTo }: MatchOptions): string | undefined {
  if (path.startsWith('/')) {
    if (copiedTo === undefined) return undefined;
    const absolute = cleanPath(path);
    if (absolute === copiedTo) return '';
    const prefix = copiedTo === '/' ? '/' : `${copiedTo}/`;
    return absolute.startsWith(prefix) ? absolute.slice(prefix.length) : undefined;
  }
  const found = joinPath(workdir, path);
  return found === '..' || found.startsWith('../') ? undefined : found;
}

function existing(project: Project, path: string): ContextMatch[] {
  if (project.isFolder(path)) return [{ path, kind: 'folder' }];
  return project.has(path) && !sources.test(path) ? [{ path, kind: 'file' }] : [];
}

/** A pattern in a folder needs the folder; one in the working directory the files that it matches. */
function globMatches(
  project: Project,
  path: string,
  magic: number,
  options: MatchOptions,
  hasUnknownStart: boolean,
): ContextMatch[] {
  const folder = path.slice(0, path.lastIndexOf('/', magic) + 1);
  const root = locate((hasUnknownStart ? folder.replace(/^\/+/, '') : folder) || '.', options);
  if (root === undefined || !project.isFolder(root)) return [];
  if (cleanPath(folder) !== '') return holdsFiles(project, root) ? [{ path: root, kind: 'folder' }] : [];
  // Files of an unknown folder are not those of the working directory.
  const matches = hasUnknownStart ? undefined : compileGlob(path.slice(folder.length));
  if (!matches) return [];
  return project.files
    .filter((file) => matches(root === '' ? file.path : file.path.slice(root.length + 1)))
    .filter((file) => (root === '' || file.path.startsWith(`${root}/`)) && !sources.test(file.path))
    .map((file) => ({ path: file.path, kind: 'file' as const }));
}

const withFiles = new WeakMap<Project, Set<string>>();

/** True when a folder holds anything besides sources, at any depth. */
export function holdsFiles(project: Project, folder: string): boolean {
  let folders = withFiles.get(project);
  if (!folders) {
    folders = new Set(['']);
    for (const { path } of project.files) {
      if (sources.test(path)) continue;
      for (let holder = folderOf(path); !folders.has(holder); holder = folderOf(holder)) folders.add(holder);
    }
    withFiles.set(project, folders);
  }
  return folders.has(folder);
}

/** `config` names `config.yaml` and the like, in the way viper looks for it. */
export function configFiles(project: Project, folder: string, name: string): ContextMatch[] {
  const types = /\.(?:json|toml|ya?ml|properties|props|prop|hcl|tfvars|dotenv|env|ini)$/;
  return project.files
    .filter(({ path }) => folderOf(path) === folder)
    .filter(({ path }) => baseName(path) === name || baseName(path).replace(types, '') === name)
    .map(({ path }) => ({ path, kind: 'file' as const }));
}
