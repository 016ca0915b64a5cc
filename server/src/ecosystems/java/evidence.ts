import type { ProgramRequest, RuntimeFile, Artefact } from '../ecosystem';
import { originOf } from '../../model/paths';
import { joinPath } from '../../text/path';
import { known, unknown, type Fact } from '../../text/fact';
import { databasesIn, pathsInSettings, withDefault } from './settings-paths';
import { isJavaSource, programTexts, type SourceText } from './sources';

export interface JavaEvidence {
  readonly files: readonly RuntimeFile[];
  readonly writes: readonly RuntimeFile[];
  /** Files of the build context that the program changes. */
  readonly writable: readonly Artefact[];
  readonly spawns: Fact<readonly string[]>;
  /** The build context has code of the program. */
  readonly hasSources: boolean;
  /** What the program takes from the JDK that no runtime image has; undefined for nothing. */
  readonly needsJdk: string | undefined;
}

/** Texts in code that stand in a call that opens a file, by what comes before them. */
const writers =
  /\b(FileWriter|FileOutputStream|PrintWriter|RandomAccessFile|FileHandler|createTempDirectory)\s*\(\s*$/;
const openers =
  /\b(File|FileReader|FileInputStream|FileSystemResource|PathResource|Paths\.get|Path\.of|Path|externalLocation|fromFile)\s*\(\s*$/;
const writesSomewhere =
  /\.mkdirs?\(|createDirector|createFile|createNewFile|FileOutputStream|FileWriter|Files\.(write|copy|move|newBufferedWriter|newOutputStream)|transferTo\(|ImageIO\.write|StandardOpenOption|\.writeText\(|\.writeBytes\(|\.outputStream\(/;

/** Source: Java SE API: jdk.compiler, jdk.jdi, jdk.attach, jdk.jshell and jdk.javadoc are no part of a runtime. */
const jdkOnly =
  /\b(ToolProvider\s*\.\s*getSystemJavaCompiler|com\.sun\.tools\.(?:javac|attach|javadoc|jdi)|com\.sun\.jdi\.|jdk\.jshell\.|sun\.tools\.)/;

/** What the sources and settings say of files that the program opens and of programs that it starts. */
export function evidenceOf(request: ProgramRequest): JavaEvidence {
  const { stage, project } = request;
  const { code, settings } = programTexts(project, stage);
  const places = new Places(request);
  for (const source of code) literalsOf(source, places);
  for (const { path, kind, reason } of [...pathsInSettings(settings), ...code.flatMap(databasesIn)]) {
    if (kind === 'read') places.read(path, reason);
    else places.write(path, kind === 'folder', reason);
  }
  conventions(request, places);
  if (code.length === 0) places.write('.', true, 'no sources tell what the program writes');
  const jdk = code.find(({ text }) => jdkOnly.test(text));
  return {
    ...places.result(),
    hasSources: code.length > 0,
    spawns: spawnsOf(code),
    needsJdk: jdk && `${jdk.path} uses ${jdkOnly.exec(jdk.text)?.[1] ?? 'the compiler'}`,
  };
}

function literalsOf({ path, text }: SourceText, places: Places): void {
  const writesFiles = writesSomewhere.test(text);
  for (const match of text.matchAll(/"((?:[^"\\\n]|\\.){1,200})"/g)) {
    const [, raw = ''] = match;
    const isInjected = /^\$\{[\w.-]*(?:dir|path|folder|location|file|upload|storage)[\w.-]*:/i.test(raw);
    const literal = withDefault(raw)?.replace(/^file:/, '');
    if (literal === undefined || !/^[\w.@-]+(?:[/ ][\w.@-]+)*\/?$|^\.{0,2}\/[\w.@ /-]+$/.test(literal))
      continue;
    const before = text.slice(Math.max(0, match.index - 60), match.index);
    const reason = `${path} names it`;
    if (writers.test(before)) places.write(literal, false, `${path} writes it`);
    else if (openers.test(before) || isInjected) {
      const isFile = /\.\w{1,6}$/.test(literal);
      if (!places.read(literal, reason, writesFiles) && writesFiles) places.write(literal, !isFile, reason);
    } else if (/[./]/.test(literal)) places.read(literal, reason);
  }
}

/** What frameworks look for in the working directory without being told. */
function conventions({ project, workdir, stage }: ProgramRequest, places: Places): void {
  const names = [
    'config',
    '.env',
    'application.properties',
    'application.yml',
    'application.yaml',
    'logback.xml',
    'log4j2.xml',
  ];
  const usesDotenv = project.files.some(
    ({ path }) =>
      /(^|\/)(pom\.xml|build\.gradle(\.kts)?)$/.test(path) && /dotenv/.test(project.read(path) ?? ''),
  );
  for (const name of names) {
    if (name === '.env' && !usesDotenv) continue;
    const origin = originOf(stage, joinPath(workdir, name), project);
    if (origin.kind !== 'context' || !project.has(origin.path)) continue;
    if (name === 'config' && !project.files.some(({ path }) => path.startsWith(`${origin.path}/application`)))
      continue;
    places.read(name, `frameworks read ${name} in the working directory`);
  }
}

/** Collects places, each once. */
class Places {
  private readonly files = new Map<string, RuntimeFile>();
  private readonly writes = new Map<string, RuntimeFile>();
  private readonly writable = new Map<string, Artefact>();

  constructor(private readonly request: ProgramRequest) {}

  /** A file or folder that the image has from the build context or from a command; false when there is none. */
  read(literal: string, reason: string, mayWrite = false): boolean {
    const path = this.placeOf(literal);
    if (path === undefined) return false;
    const { stage, project, workdir } = this.request;
    const origin = originOf(stage, path, project);
    if (path === workdir || origin.kind !== 'context' || origin.path === '' || !project.has(origin.path))
      return false;
    const folder = project.isFolder(origin.path);
    const within = folder ? project.files.filter((file) => file.path.startsWith(`${origin.path}/`)) : [];
    const isCode =
      /\.(java|kt|scala|groovy|gradle|md)$/.test(origin.path) ||
      within.some((file) => /\.(java|kt|scala|groovy)$/.test(file.path));
    if (isCode || (!/\/resources(\/|$)/.test(origin.path) && isJavaSource(origin.path))) return true;
    if (folder && mayWrite) this.writes.set(path, { path, folder, reason });
    this.files.set(path, { path, folder, reason });
    return true;
  }

  write(literal: string, folder: boolean, reason: string): void {
    const path = this.placeOf(literal);
    if (path === undefined || path === '/') return;
    const { stage, project } = this.request;
    const origin = originOf(stage, path, project);
    if (origin.kind === 'context' && project.has(origin.path) && !project.isFolder(origin.path)) {
      this.writable.set(path, { path, runtimePath: path, writable: true, reason });
    }
    this.writes.set(path, { path, folder, reason });
  }

  result(): Pick<JavaEvidence, 'files' | 'writes' | 'writable'> {
    return {
      files: [...this.files.values()],
      writes: [...this.writes.values()],
      writable: [...this.writable.values()],
    };
  }

  /** Absolute; undefined for places that the runtime user has anyway. */
  private placeOf(literal: string): string | undefined {
    if (/^~|^\/(tmp|dev|proc|sys|etc|usr|root)(\/|$)/.test(literal)) return undefined;
    const path = joinPath(this.request.workdir, literal);
    return path.replace(/(.)\/$/, '$1');
  }
}

/** Programs that code starts by name. What libraries start is not looked for. */
function spawnsOf(code: readonly SourceText[]): Fact<readonly string[]> {
  const names = new Set<string>();
  for (const { path, text } of code) {
    for (const [call, literal] of text.matchAll(
      /(?:\bProcessBuilder\s*\(|getRuntime\(\)\s*\.\s*exec\s*\()\s*(?:new\s+String\s*\[\s*\]\s*\{\s*|(?:Arrays\.asList|List\.of|listOf|arrayOf)\s*\(\s*)?(?:"([^"\\\n]+)")?/g,
    )) {
      const [name] = (literal ?? '').trim().split(/\s+/);
      if (name === undefined || name === '' || call === '')
        return unknown(`${path} starts a program whose name it computes`);
      names.add(name);
    }
    if (/\bimport\s+(scala\.)?sys\.process/.test(text))
      return unknown(`${path} starts programs through a shell`);
  }
  return known([...names]);
}
