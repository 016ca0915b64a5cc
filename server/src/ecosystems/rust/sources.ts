import type { Project } from '../../project/project';
import { basename, dirname, joinPath } from '../../text/path';
import { lexSource, type LexedSource } from '../source-literals';
import type { RustSource } from './outputs';
import { manifestOf } from './manifest';
import { packageFolders } from './workspace';

/** A source file of a program, its tests left out. */
export interface RustFile extends LexedSource {
  /** Relative to the build context. */
  readonly path: string;
}

const remembered = new WeakMap<Project, Map<string, RustFile>>();

/** The files that a program is compiled from: those of its package and of its path dependencies. */
export function sourceFiles(source: RustSource, project: Project): RustFile[] {
  const folders = packageFolders(source.folder, source.place.root, project).filter(
    (folder) => folder !== source.folder,
  );
  const others = project.files
    .filter(({ path }) => path.endsWith('.rs') && folders.some((folder) => isOf(path, folder, project)))
    .flatMap(({ path }) => lexed(path, project) ?? []);
  return [...ownFiles(source, project), ...others];
}

/** The files of the program's own package: from its main file, and the library beside it, along `mod` lines. */
export function ownFiles({ folder, bin }: RustSource, project: Project): RustFile[] {
  const library = folder === '' ? 'src/lib.rs' : `${folder}/src/lib.rs`;
  const open = [bin.main, library].filter((path) => project.has(path));
  const found = new Map<string, RustFile>();
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    const file = found.has(path) ? undefined : lexed(path, project);
    if (!file) continue;
    found.set(path, file);
    open.push(...modulesOf(file, project));
  }
  // Without a main file that can be read, any file may be part of the program.
  if (found.size > 0) return [...found.values()];
  return project.files
    .filter(({ path }) => path.endsWith('.rs') && isOf(path, folder, project))
    .flatMap(({ path }) => lexed(path, project) ?? []);
}

/** Files of the modules that a file declares. Source: the Rust reference, "Module source filenames". */
function modulesOf({ path, code, literals }: RustFile, project: Project): string[] {
  const folder = dirname(path);
  const stem = basename(path).replace(/\.rs$/, '');
  const at = (...parts: string[]) => joinPath('/', [folder, ...parts].join('/')).slice(1);
  const named = literals
    .filter(({ before }) => /#\[\s*path\s*=\s*$|\binclude!\s*\(\s*$/.test(before))
    .map(({ value }) => at(value));
  const modules = [...code.matchAll(/\bmod\s+(?:r#)?(\w+)\s*;/g)].flatMap(([, name = '']) => [
    at(`${name}.rs`),
    at(name, 'mod.rs'),
    at(stem, `${name}.rs`),
    at(stem, name, 'mod.rs'),
  ]);
  return [...named, ...modules].filter((each) => project.has(each));
}

/** In the folder of a package, but not in that of a package below it; no tests, examples or build scripts. */
function isOf(path: string, folder: string, project: Project): boolean {
  const prefix = folder === '' ? '' : `${folder}/`;
  if (!path.startsWith(prefix)) return false;
  const below = path.slice(prefix.length);
  if (/^(tests|benches|examples|target)\//.test(below) || below === 'build.rs') return false;
  const parts = below.split('/').slice(0, -1);
  return parts.every((_, i) => !manifestOf(project, prefix + parts.slice(0, i + 1).join('/')));
}

function lexed(path: string, project: Project): RustFile | undefined {
  const files = remembered.get(project) ?? new Map<string, RustFile>();
  remembered.set(project, files);
  const before = files.get(path);
  if (before) return before;
  const text = project.read(path);
  if (text === undefined) return undefined;
  // Modules of tests stand at the end of a file.
  const tests = /^\s*#\[cfg\(test\)\]\s*(?:pub\s+)?mod\s/m.exec(text);
  const file = { path, ...lexSource(tests ? text.slice(0, tests.index) : text, 'rust') };
  files.set(path, file);
  return file;
}
