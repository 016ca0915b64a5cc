import { cleanPath, joinPath } from '../../project/paths';
import type { Project } from '../../project/project';
import {
  configFiles,
  contextMatches,
  holdsFiles,
  type ContextMatch,
  type MatchOptions,
} from './context-match';
import { evaluator, withoutVersion, type GoEvaluator, type GoPlace, type GoText } from './evaluate';
import type { GoCall, GoExpression } from './expressions';
import { conventions, fiberEngine, pathFields, readers, type FileCall } from './file-calls';
import { embeddedPaths } from './packages';
import { possibleFiles } from './possible-files';
import type { Reachable } from './reach';
import { runtimeWrites, sqliteArgument } from './runtime-writes';
import { callsOf, distinctUses, imports, lookUp, placeAt, type RuntimeUse } from './runtime-use';

export interface RuntimeFileOptions {
  /** Absolute folder of the image that holds the whole context: absolute texts below it then name context files. */
  readonly copiedTo?: string | undefined;
}

/**
 * Files and folders of the build context that a program opens while it runs, found in its own sources: paths given to
 * calls that open files, and other texts that name something in the context. What is embedded needs no file, and is left
 * out where only a text names it. Third-party modules are not looked into; for some, a table knows what they open.
 * @param workdir folder of the context that is the working directory at run time; `''` for the context itself
 * @returns paths relative to the context, each once, sorted
 */
export function runtimeFiles(
  project: Project,
  reachable: Reachable,
  workdir: string,
  { copiedTo }: RuntimeFileOptions = {},
): RuntimeUse[] {
  const options: MatchOptions = { workdir, copiedTo };
  const evaluate = evaluator(reachable);
  const isEmbedded = embeddedPaths(reachable);
  const uses = [
    ...readCalls(project, reachable, evaluate, options),
    ...readFields(project, reachable, evaluate, options),
    ...viperFiles(project, reachable, evaluate, options),
    ...conventionalFiles(project, reachable, workdir),
    ...possibleFiles(project, reachable, evaluate, options),
  ];
  // A text that names a file which the program makes need not mean that it reads it.
  const made = new Set(
    runtimeWrites(reachable).flatMap(({ path }) => (path === '' ? [] : [joinPath(workdir, path)])),
  );
  return distinctUses(
    uses.filter(({ strength, path }) => strength === 'certain' || !(isEmbedded(path) || made.has(path))),
  );
}

function readCalls(
  project: Project,
  reachable: Reachable,
  evaluate: GoEvaluator,
  options: MatchOptions,
): RuntimeUse[] {
  const uses: RuntimeUse[] = [];
  const fiber: FileCall = { verb: 'parses', args: [0] };
  for (const { call, callee, place } of callsOf(reachable, evaluate)) {
    const reader = fiberEngine.test(callee) ? fiber : readerOf(callee, call, place, evaluate);
    if (!reader || !imports(reachable, reader.with)) continue;
    for (const argument of pathArguments(reader, call, callee)) {
      for (const text of evaluate.textsOf(argument, place)) {
        if (reader.isUrl && !text.text.startsWith('file:')) continue;
        uses.push(...usesOf(text, { project, call, place, options }, reader));
      }
    }
  }
  return uses;
}

/** A method counts by its name wherever it is called: `r.LoadHTMLGlob`. A SQLite file that is in the context is read. */
function readerOf(callee: string, call: GoCall, place: GoPlace, evaluate: GoEvaluator): FileCall | undefined {
  const database = sqliteArgument(callee, call, place, evaluate);
  if (database !== undefined) return { verb: 'opens the database', args: [database] };
  return lookUp(readers, callee);
}

/** `godotenv.Load()` without arguments loads `.env`. */
function pathArguments(reader: FileCall, { args, offset }: GoCall, callee: string): readonly GoExpression[] {
  if (args.length === 0 && callee.startsWith('github.com/joho/godotenv.')) {
    return [{ kind: 'text', value: '.env', offset }];
  }
  const last = reader.args.at(-1) ?? 0;
  return args.filter((_, i) => reader.args.includes(i) || (reader.rest === true && i > last));
}

interface CallSite {
  readonly project: Project;
  readonly call: GoCall;
  readonly place: GoPlace;
  readonly options: MatchOptions;
}

function usesOf(text: GoText, { project, call, place, options }: CallSite, reader: FileCall): RuntimeUse[] {
  const plain = /^file:|\.(?:db|sqlite3?)\?/.test(text.text)
    ? { ...text, text: text.text.replace(/\?.*$/, '') }
    : text;
  const at = placeAt(place, call.offset);
  const written = plain.isComplete ? plain.text : `${plain.text}...`;
  return contextMatches(project, plain, options)
    .filter((match) => isMeant(project, match, reader, options))
    .map((match) => ({
      ...match,
      why: `${at.file}:${at.line} ${reader.verb} ${written}`,
      // A place that is computed, and ends in `.env`, is the project's own.
      strength: text.hasUnknownStart && !/(^|\/)\.env$/.test(text.text) ? 'possible' : 'certain',
      at,
    }));
}

/** The working directory itself, or a folder of sources alone, is rarely what a program wants to read. */
function isMeant(
  project: Project,
  { path, kind }: ContextMatch,
  reader: FileCall,
  options: MatchOptions,
): boolean {
  if (kind === 'file') return true;
  const isWhole = path === '' || path === options.workdir;
  return isWhole ? reader.servesFolder === true : holdsFiles(project, path);
}

function readFields(
  project: Project,
  { packages }: Reachable,
  evaluate: GoEvaluator,
  options: MatchOptions,
): RuntimeUse[] {
  const uses: RuntimeUse[] = [];
  for (const pkg of packages) {
    for (const file of pkg.files) {
      for (const list of file.body().lists) {
        for (const { key, value } of list.items) {
          const field = lookUp(pathFields, `${list.type}.${key ?? ''}`);
          if (!field || field.writes) continue;
          const place = { file, pkg, unit: 0 };
          const call = { callee: '', args: [], offset: value.offset, unit: 0 };
          for (const text of evaluate.textsOf(value, place)) {
            uses.push(...usesOf(text, { project, call, place, options }, { verb: field.verb, args: [] }));
          }
        }
      }
    }
  }
  return uses;
}

/** viper looks for a name without extension in several folders. */
function viperFiles(
  project: Project,
  reachable: Reachable,
  evaluate: GoEvaluator,
  { workdir }: MatchOptions,
): RuntimeUse[] {
  if (!imports(reachable, /^github\.com\/spf13\/viper$/)) return [];
  const folders = new Set<string>();
  const names = new Map<string, RuntimeUse['at']>();
  for (const { call, callee, place } of callsOf(reachable, evaluate)) {
    const method = callee.slice(callee.lastIndexOf('.') + 1);
    const text = call.args[0] && evaluate.textsOf(call.args[0], place)[0];
    if (!text?.isComplete) continue;
    if (method === 'AddConfigPath' && !text.hasUnknownStart) folders.add(joinPath(workdir, text.text));
    if (method === 'SetConfigName') names.set(text.text, placeAt(place, call.offset));
  }
  return [...folders].flatMap((folder) =>
    [...names].flatMap(([name, at]) =>
      configFiles(project, folder, name).map((match) => ({
        ...match,
        why: `${at.file}:${at.line} reads the configuration ${name}`,
        strength: 'certain' as const,
        at,
      })),
    ),
  );
}

function conventionalFiles(project: Project, reachable: Reachable, workdir: string): RuntimeUse[] {
  const uses: RuntimeUse[] = [];
  for (const { module, paths } of conventions) {
    const importer = reachable.packages
      .flatMap((pkg) => pkg.files)
      .flatMap((file) => file.head.imports.map((each) => ({ file, ...each })))
      .find(({ path }) => `${withoutVersion(path)}/`.startsWith(`${module}/`));
    if (!importer) continue;
    const at = { file: importer.file.path, line: importer.file.lineAt(importer.offset) };
    for (const name of paths) {
      const path = cleanPath(joinPath(workdir, name));
      const kind = project.isFolder(path) ? 'folder' : 'file';
      if (!project.has(path) || (kind === 'folder' && !holdsFiles(project, path))) continue;
      uses.push({
        path,
        kind,
        why: `${module} opens ${name} by itself`,
        strength: 'certain',
        at,
        byConvention: true,
      });
    }
  }
  return uses;
}
