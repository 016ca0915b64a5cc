import type { Program, ProgramRequest } from '../ecosystem';
import { NamedPaths, type FileUse } from '../named-paths';
import { lexSource, type LexedSource, type SourceLiteral } from '../source-literals';
import type { Project } from '../../project/project';
import { joinPath, withoutTrailingSlash } from '../../text/path';
import { known, unknown, type Fact } from '../../text/fact';
import { isCSource } from './variables';

interface Evidence extends Pick<Program, 'files' | 'unsure' | 'writes' | 'spawns'> {
  /** Why what it loads while it runs is not known. */
  readonly loads: string | undefined;
}

const reader =
  /\b(?:fopen|freopen|open|openat|opendir|stat|access|ifstream(?:\s+\w+)?|fstream(?:\s+\w+)?|std::ifstream(?:\s+\w+)?|path(?:\s+\w+)?|directory_iterator|exists|LoadFile|load_file|parse_file|mount|set_mount_point|set_base_dir|set_doc_root|document_root|Document|readFile|read_file|loadFile|load)\s*[({]\s*(?:std::string\s*[({]\s*|fs::path\s*[({]\s*)?$/;
const mounted = /\bset_mount_point\s*\(\s*""\s*,\s*$/;
const writer =
  /\b(?:ofstream(?:\s+\w+)?|std::ofstream(?:\s+\w+)?|creat|mkdir|create_director(?:y|ies)|sqlite3_open(?:_v2)?)\s*[({]\s*$/;
const opener = /\bopen\s*\(\s*$/;
const createsFiles = /\bopen\s*\(\s*""\s*,[^;]*\bO_(?:CREAT|WRONLY|RDWR)\b/;
const otherwise =
  /#\s*include\s*$|\b(?:printf|puts|perror|fprintf|cout|cerr|system|popen|execlp?|execvp?)\b[^;]*$|(?:<<|==|!=)\s*$/;

/** What the sources say of files that the program opens, and of programs that it starts. */
export function evidenceOf(request: ProgramRequest): Evidence {
  const found = new NamedPaths(request, isCSource);
  const files = sourceFiles(request.project);
  for (const { path: file, literals, code } of files) {
    const creates = createsFiles.test(code);
    for (const [index, literal] of literals.entries()) {
      const isWritten =
        opensToWrite(literal, literals[index + 1]) || (creates && opener.test(literal.before));
      const use = isWritten ? 'writes' : useOf(literal, code);
      const written = literal.value.replace(/^file:(\/\/)?/, '');
      if (use === 'none' || !/^[\w./-]{1,200}$/.test(written)) continue;
      const place = withoutTrailingSlash(joinPath(request.workdir, written));
      if (place === '/' || place === withoutTrailingSlash(request.workdir)) continue;
      found.add({
        place,
        use,
        folder: false,
        reason: `${file}:${literal.line} names ${literal.value}`,
        written,
      });
    }
  }
  return {
    files: [...found.files.values()],
    unsure: [...found.unsure.values()],
    writes: [...found.writes.values()],
    spawns: spawnedPrograms(files),
    loads: loadedLibraries(files),
  };
}

/** `fopen("log", "a")`: the second text says that it writes. */
function opensToWrite({ offset, before }: SourceLiteral, next: SourceLiteral | undefined): boolean {
  return (
    /\bf(?:re)?open\s*\(\s*$/.test(before) &&
    next !== undefined &&
    next.offset > offset &&
    /\bf(?:re)?open\s*\(\s*""\s*,\s*$/.test(next.before) &&
    /^[wa]|\+/.test(next.value)
  );
}

function useOf({ before }: SourceLiteral, code: string): FileUse {
  if (mounted.test(before)) return 'reads';
  if (writer.test(before)) return 'writes';
  if (otherwise.test(before) && !reader.test(before)) return 'none';
  // The second text of fopen says whether it writes; without reading on, a file that exists is read.
  return reader.test(before) && code !== '' ? 'reads' : 'may-read';
}

interface CFile extends LexedSource {
  readonly path: string;
}

const remembered = new WeakMap<Project, readonly CFile[]>();

function sourceFiles(project: Project): readonly CFile[] {
  const before = remembered.get(project);
  if (before) return before;
  const files = project.files
    .filter(({ path }) => /\.(c|cc|cpp|cxx|h|hh|hpp|hxx|inl|ipp)$/.test(path))
    .filter(
      ({ path }) => !/(^|\/)(tests?|third_party|vendor|external|examples|deps|_deps|build)\//.test(path),
    )
    .flatMap(({ path }) => {
      const text = project.read(path);
      return text === undefined ? [] : [{ path, ...lexSource(text, 'c') }];
    });
  remembered.set(project, files);
  return files;
}

/** `dlopen` of a library that no linker knows of; of the program itself it is harmless. */
function loadedLibraries(files: readonly CFile[]): string | undefined {
  const loader = files.find(({ code }) =>
    /(?<![\w.>])(?:dlopen|dlmopen)\s*\(\s*(?!NULL|nullptr|0|const\b|char\b)/.test(code),
  );
  return (
    loader && `${loader.path} loads libraries by name while it runs (dlopen), which nothing tells to copy`
  );
}

/** Programs that `system`, `popen` and `exec` start; unknown when a name is computed. */
function spawnedPrograms(files: readonly CFile[]): Fact<readonly string[]> {
  const names = new Set<string>();
  for (const { path, code, literals } of files) {
    const calls = [
      ...code.matchAll(
        /(?<![\w.>:])(?:std::)?(system|popen|execlp?|execvp?|execve|posix_spawnp?)\s*\(\s*(\S)/g,
      ),
    ];
    for (const [, name = '', next] of calls) {
      // A declaration, or a call without arguments.
      if (next === ')' || next === 'c' || next === 'v') if (/^(?:const|char|void)/.test(next ?? '')) continue;
      if (next !== '"')
        return unknown(`${path} starts a program whose name is computed while it runs (${name})`);
    }
    for (const { before, value } of literals) {
      const [, call] =
        /(?<![\w.>])(?:std::)?(system|popen|execlp?|execvp?|posix_spawnp?)\s*\(\s*$/.exec(before) ?? [];
      if (call === undefined) continue;
      // system and popen hand their text to a shell.
      if (call === 'system' || call === 'popen') names.add('sh');
      const [program] = value.trim().split(/\s+/);
      if (program !== undefined && /^[\w./-]+$/.test(program)) names.add(program);
    }
  }
  return known([...names]);
}
