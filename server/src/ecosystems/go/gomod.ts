import { cleanPath, joinPath } from '../../project/paths';

/** What a go.mod says, as far as a build needs it. Unreadable lines are left out. */
export interface GoMod {
  /** Module path; undefined while the line is missing or half typed. */
  readonly module: string | undefined;
  /** Language version: `1.22`, `1.23.4`. */
  readonly go: string | undefined;
  /** `go1.23.4`, without `default`. */
  readonly toolchain: string | undefined;
  readonly requires: readonly GoRequire[];
  readonly replaces: readonly GoReplace[];
  /** Import paths of `tool` lines. */
  readonly tools: readonly string[];
}

export interface GoRequire {
  readonly path: string;
  readonly version: string;
  /** Marked `// indirect`: no package of this module imports it. */
  readonly indirect: boolean;
}

export interface GoReplace {
  readonly path: string;
  /** Folder relative to the go.mod when it replaces by a directory, as written: `../lib`. Such a folder must be in the image that builds. */
  readonly directory: string | undefined;
  /** Module path when it replaces by another module. */
  readonly module: string | undefined;
}

export interface GoWork {
  readonly go: string | undefined;
  /** Folders of the modules, relative to the go.work, clean; `''` is its own folder. */
  readonly uses: readonly string[];
  readonly replaces: readonly GoReplace[];
}

/** Reads a go.mod. Grammar: https://go.dev/ref/mod#go-mod-file-grammar. */
export function readGoMod(text: string): GoMod {
  const lines = directives(text);
  const of = (verb: string): Directive[] => lines.filter((line) => line.verb === verb);
  const toolchain = of('toolchain')[0]?.words[0];
  return {
    module: of('module')[0]?.words[0],
    go: of('go')[0]?.words[0],
    toolchain: toolchain === 'default' ? undefined : toolchain,
    requires: of('require').flatMap(({ words: [path, version], comment }) =>
      path === undefined || version === undefined
        ? []
        : { path, version, indirect: /^\s*indirect\b/.test(comment) },
    ),
    replaces: of('replace').flatMap(readReplace),
    tools: of('tool').flatMap(({ words }) => words.slice(0, 1)),
  };
}

/** Reads a go.work. */
export function readGoWork(text: string): GoWork {
  const lines = directives(text);
  return {
    go: lines.find((line) => line.verb === 'go')?.words[0],
    uses: lines
      .filter((line) => line.verb === 'use')
      .flatMap(({ words }) => words.slice(0, 1).map(cleanPath)),
    replaces: lines.filter((line) => line.verb === 'replace').flatMap(readReplace),
  };
}

/** Folder of a directory replacement relative to the context; undefined when it lies outside. */
export function replacedFolder(moduleRoot: string, replace: GoReplace): string | undefined {
  if (replace.directory === undefined) return undefined;
  const folder = joinPath(moduleRoot, replace.directory);
  return folder.startsWith('/') || folder === '..' || folder.startsWith('../') ? undefined : folder;
}

/**
 * The name that cmd/go gives the program of a main package: the last element of its import path, or the one before where
 * the last is a major version (`example.com/foo/v2` makes `foo`). Without modules it is the folder's name.
 * Source: `DefaultExecName` in cmd/go/internal/load.
 */
export function executableName(importPath: string): string {
  const elements = importPath.split('/').filter((element) => element !== '');
  const last = elements.at(-1) ?? '';
  // A major version is v2 or more, without leading zeros.
  return elements.length > 1 && /^v(?:[2-9]|[1-9]\d+)$/.test(last) ? (elements.at(-2) ?? last) : last;
}

interface Directive {
  readonly verb: string;
  readonly words: readonly string[];
  /** Text after `//` on the line. */
  readonly comment: string;
}

/** The lines of a module file; those of a block `verb ( ... )` carry the block's verb. */
function directives(text: string): Directive[] {
  const found: Directive[] = [];
  let block: string | undefined;
  for (const line of text.replace(/^\uFEFF/, '').split(/\r?\n/)) {
    const { words, comment } = wordsOf(line);
    const [first] = words;
    if (first === undefined) continue;
    if (block !== undefined) {
      if (first === ')') block = undefined;
      else found.push({ verb: block, words, comment });
    } else if (words[1] === '(') block = first;
    else found.push({ verb: first, words: words.slice(1), comment });
  }
  return found;
}

function wordsOf(line: string): { words: string[]; comment: string } {
  const words: string[] = [];
  const lexer = /\s*(?:\/\/(.*)|"((?:\\.|[^"\\])*)"|`([^`]*)`|([()])|((?:(?!\/\/)[^\s()"`])+))/y;
  for (let match = lexer.exec(line); match; match = lexer.exec(line)) {
    const [, comment, quoted, raw, bracket, bare] = match;
    if (comment !== undefined) return { words, comment };
    words.push(quoted ?? raw ?? bracket ?? bare ?? '');
  }
  return { words, comment: '' };
}

function readReplace({ words }: Directive): GoReplace[] {
  const arrow = words.indexOf('=>');
  const path = words[0];
  const target = words[arrow + 1];
  if (arrow < 1 || path === undefined || target === undefined) return [];
  const local = /^\.{1,2}(?:\/|$)|^\//.test(target);
  return [{ path, directory: local ? target : undefined, module: local ? undefined : target }];
}
