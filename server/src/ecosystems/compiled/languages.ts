import type { Project } from '../../project/project';

export type LanguageName = 'dart' | 'crystal' | 'haskell' | 'swift' | 'ocaml';

/** What sources of a language say about the program that is made of them. */
interface Signs {
  readonly files: RegExp;
  /** It starts other programs. */
  readonly spawns: RegExp;
  /** It writes files. */
  readonly writes: RegExp;
  /** It loads libraries by name, which the linker does not record. */
  readonly loads: RegExp;
}

const languages: Readonly<Record<LanguageName, Signs>> = {
  dart: {
    files: /(\.dart|(^|\/)pubspec\.(yaml|lock))$/,
    spawns: /\bProcess\.(run|runSync|start)\b/,
    writes:
      /\b(writeAsString|writeAsBytes|openWrite|createSync|createTemp)\w*\(|\bDirectory\([^)]*\)\.create|^ {2}(hive|sembast):/m,
    loads:
      /\bDynamicLibrary\.(open|process)\b|\bIsolate\.spawnUri\b|^ {2}(sqlite3|drift|sqlite_async|isar|realm\w*|objectbox|libsodium|ffi_\w+):/m,
  },
  crystal: {
    files: /(\.cr|(^|\/)shard\.yml)$/,
    spawns: /\bProcess\.(run|exec|new)\b|\bsystem\(|(=|\(|\s)`[a-z][^`\n]*`/,
    writes: /\bFile\.(write|open|touch)\b|\b(Dir|FileUtils)\.mkdir|\bsqlite3:/,
    loads: /\bLibC\.dlopen\b/,
  },
  haskell: {
    files: /(\.l?hs|\.cabal|(^|\/)package\.yaml)$/,
    spawns: /\bSystem\.Process\b|\btyped-process\b|\bturtle\b|\bshelly\b/,
    writes: /\b(writeFile|appendFile|createDirectory\w*|withSqlite\w*|openTempFile)\b|\bsqlite/,
    loads: /\bSystem\.Posix\.DynamicLinker\b|\bhint\b|\bplugins\b/,
  },
  swift: {
    files: /(\.swift)$/,
    spawns: /\bProcess\(\)|\bposix_spawn\b/,
    writes: /\.write\(to|\bcreateFile\(|\bcreateDirectory\(|\bSQLite\b|\bfluent-sqlite/i,
    loads: /\bdlopen\b|\bresources\s*:\s*\[|\bBundle\.module\b/,
  },
  ocaml: {
    files: /\.mli?$/,
    spawns: /\bSys\.command\b|\bUnix\.(open_process|create_process|system|execv)|\bLwt_process\b/,
    writes: /\bopen_out|\bUnix\.mkdir\b|\bsqlite/i,
    loads: /\bDynlink\b|\bForeign\.foreign\b/,
  },
};

/** Where a language's sources show something, as `lib/main.dart:12`. */
export interface SourceSigns {
  readonly spawns: string | undefined;
  readonly writes: string | undefined;
  readonly loads: string | undefined;
  readonly hasSources: boolean;
}

export function signsIn(language: LanguageName, project: Project): SourceSigns {
  const { files, spawns, writes, loads } = languages[language];
  const paths = project.files.map(({ path }) => path).filter((path) => files.test(path) && !isTest(path));
  const first = (sign: RegExp) => {
    for (const path of paths) {
      const text = project.read(path) ?? '';
      const at = sign.exec(text)?.index;
      if (at !== undefined) return `${path}:${String(text.slice(0, at).split('\n').length)}`;
    }
    return undefined;
  };
  return { spawns: first(spawns), writes: first(writes), loads: first(loads), hasSources: paths.length > 0 };
}

/** True for what a compiler of these languages reads, and for what nobody reads but people. */
export function isCompiledSource(path: string): boolean {
  return (
    Object.values(languages).some(({ files }) => files.test(path)) ||
    /(^|\/)(pubspec\.\w+|analysis_options\.yaml|shard\.(yml|lock)|stack\.yaml(\.lock)?|cabal\.project.*|dune(-project)?|Package\.resolved|Makefile|LICEN[CS]E.*|[^/]+\.(md|opam))$/.test(
      path,
    )
  );
}

function isTest(path: string): boolean {
  return /(^|\/)(tests?|spec|Tests|example|examples)\//.test(path);
}
