import type { CommandWithoutEffects } from '../../model/commands';
import type { Effect, StageSoFar } from '../../model/model';
import { originOf } from '../../model/paths';
import type { Project } from '../../project/project';
import { effectiveCommand } from '../../shell/effective-command';
import { known, unknown, type Fact } from '../../text/fact';
import { dirname, joinPath } from '../../text/path';
import { parseJava } from './java-command';
import { gradleCall, mavenCall, toolOf } from './tools';

/** Effects of Maven, Gradle, the compilers and the tools of the JDK; undefined for other commands. */
export function classifyJava(
  command: CommandWithoutEffects,
  stage: StageSoFar,
  project: Project,
): readonly Effect[] | undefined {
  const { name, args } = effectiveCommand(command.command);
  if (name === undefined) return undefined;
  const first = command.argv.length - args.length;
  const words = command.argv.slice(first).map((word) => (word.known ? word.value : undefined));
  switch (toolOf(name)) {
    case 'mvn':
      return maven(command, words, stage, project);
    case 'gradle':
      return gradle(command, words, stage, project);
    case 'sbt':
      return sbt(command, words, stage, project);
    case 'javac':
    case 'kotlinc':
    case 'scalac':
    case 'groovyc':
      return compiler(command, words);
    case 'jar':
      return archiver(command, words);
    case 'java':
      return java(command, words);
    case 'jdeps':
    case 'javap':
    case 'jshell':
      return [];
    case 'keytool':
      return keytool(command, words);
    case 'jlink':
      return option(words, /^--output$/).flatMap((path) => tree(path, command.cwd, 'compiler'));
    case undefined:
      return undefined;
  }
}

const builds: Effect = { kind: 'builds', language: 'java' };
const downloads: Effect = { kind: 'downloads-dependencies', language: 'java' };

function maven(
  command: CommandWithoutEffects,
  words: readonly (string | undefined)[],
  stage: StageSoFar,
  project: Project,
): Effect[] {
  const call = mavenCall(words);
  if (call.asksOnly) return [];
  const folder = from(command.cwd, call.folder);
  const own: Effect[] = [
    downloads,
    ...homeTree(command, 'MAVEN_CONFIG', '.m2'),
    ...option(words, /^-Dmaven\.repo\.local$/).flatMap((path) => tree(path, command.cwd, 'compiler')),
  ];
  if (
    call.goals.length > 0 &&
    call.goals.every((goal) => /^(clean$|.*dependency(-plugin)?:(?!copy))/.test(goal))
  )
    return own;
  return [builds, ...own, ...outputs(folder, 'target', /(^|\/)pom\.xml$/, stage, project)];
}

function gradle(
  command: CommandWithoutEffects,
  words: readonly (string | undefined)[],
  stage: StageSoFar,
  project: Project,
): Effect[] {
  const call = gradleCall(words);
  if (call.asksOnly) return [];
  const folder = from(command.cwd, call.folder);
  const own: Effect[] = [
    downloads,
    ...homeTree(command, 'GRADLE_USER_HOME', '.gradle'),
    { kind: 'writes', path: inside(folder, '.gradle'), tree: true, from: 'compiler' },
  ];
  if (
    call.tasks.every((task) =>
      /^(clean|.*:?(dependencies|resolveDependencies|downloadDependencies|wrapper|tasks|help))$/.test(task),
    )
  )
    return own;
  return [builds, ...own, ...outputs(folder, 'build', /(^|\/)build\.gradle(\.kts)?$/, stage, project)];
}

/** `sbt clean assembly`, `sbt "set test in Test := {}" stage`. Source: sbt reference manual, directory structure and caches. */
function sbt(
  command: CommandWithoutEffects,
  words: readonly (string | undefined)[],
  stage: StageSoFar,
  project: Project,
): Effect[] {
  const folder = command.cwd;
  const own: Effect[] = [
    downloads,
    ...['.sbt', '.ivy2', '.cache'].flatMap((name) => homeTree(command, undefined, name)),
    ...['project/target', 'project/project', '.bsp'].map((name): Effect => {
      return { kind: 'writes', path: inside(folder, name), tree: true, from: 'compiler' };
    }),
  ];
  const tasks = words.filter((word) => word === undefined || !word.startsWith('-'));
  const prepares = (word: string | undefined) =>
    word !== undefined &&
    /^(update|reload|about|version|sbtVersion|scalaVersion|clean|projects|exit)$/.test(word);
  if (tasks.length > 0 && tasks.every(prepares)) return own;
  return [builds, ...own, ...outputs(folder, 'target', /(^|\/)src\/|(^|\/)build\.sbt$/, stage, project)];
}

/** The output folder of the project and of each of its modules. */
function outputs(
  folder: Fact<string>,
  name: string,
  buildFile: RegExp,
  stage: StageSoFar,
  project: Project,
): Effect[] {
  const written = (path: Fact<string>): Effect => ({ kind: 'writes', path, tree: true, from: 'compiler' });
  const root = folder.known ? contextFolderOf(folder.value, stage, project) : undefined;
  const modules = project.files.flatMap(({ path }) => {
    const found = buildFile.exec(path);
    if (!found || root === undefined) return [];
    const module = path.slice(0, found.index);
    if (root === '') return module === '' ? [] : [module];
    return module.startsWith(`${root}/`) ? [module.slice(root.length + 1)] : [];
  });
  return [
    written(inside(folder, name)),
    ...[...new Set(modules)].slice(0, 200).map((module) => written(inside(folder, `${module}/${name}`))),
  ];
}

/** The folder of the build context that was copied there; `''` is its root, undefined when that cannot be told. */
export function contextFolderOf(folder: string, stage: StageSoFar, project: Project): string | undefined {
  for (const name of [
    'pom.xml',
    'settings.gradle',
    'settings.gradle.kts',
    'build.gradle',
    'build.gradle.kts',
    'build.sbt',
  ]) {
    const origin = originOf(stage, joinPath(folder, name), project);
    if (origin.kind !== 'context' || !project.has(origin.path)) continue;
    const parent = dirname(origin.path);
    return parent === '.' ? '' : parent;
  }
  return undefined;
}

/** Classes land beside their sources, or below the folder that `-d` names; kotlinc may write a jar there. */
function compiler(command: CommandWithoutEffects, words: readonly (string | undefined)[]): Effect[] {
  const target = option(words, /^-d$/);
  if (words.every((word) => word?.startsWith('-') === true)) return [];
  const paths = target.length > 0 ? target : ['.'];
  return [builds, ...paths.flatMap((path) => tree(path, command.cwd, 'compiler'))];
}

/** `jar cfe app.jar Main ...` writes it; `jar xf app.jar` unpacks into the working directory. */
function archiver(command: CommandWithoutEffects, words: readonly (string | undefined)[]): Effect[] {
  const [verb = '', ...rest] = words;
  const letters = verb.replace(/^-(?!-)/, '');
  const isLong = verb.startsWith('--');
  if (isLong ? verb === '--list' : letters.startsWith('t')) return [];
  const isExtract = isLong ? verb === '--extract' : letters.startsWith('x');
  if (isExtract) return tree('.', command.cwd, 'command');
  // The values of the letters stand in their order: f for the file, e for the class, m for the manifest.
  const at = [...letters].filter((letter) => 'fem'.includes(letter)).indexOf('f');
  const file = isLong || at === -1 ? option(words, /^(-f|--file)$/)[0] : rest[at];
  return [builds, ...tree(file, command.cwd, 'compiler')];
}

/** `java -Djarmode=layertools -jar app.jar extract` unpacks a Spring Boot jar; any other program may do anything. */
function java(command: CommandWithoutEffects, words: readonly (string | undefined)[]): Effect[] | undefined {
  const parsed = parseJava(words);
  if (!parsed) return words.every((word) => word?.startsWith('-')) ? [] : undefined;
  const mode = parsed.options.find((word) => word?.startsWith('-Djarmode='));
  if (mode === undefined) return undefined;
  if (!parsed.args.includes('extract')) return [];
  const [target = '.'] = option(parsed.args, /^--destination$/);
  return [builds, ...tree(target, command.cwd, 'compiler')];
}

function keytool(command: CommandWithoutEffects, words: readonly (string | undefined)[]): Effect[] {
  if (words.some((word) => word === '-list' || word === '-printcert')) return [];
  return option(words, /^-(keystore|destkeystore|file)$/).flatMap((path) =>
    inFolder(path, command.cwd).map((fact) => ({
      kind: 'writes' as const,
      path: fact,
      tree: false,
      from: 'command' as const,
    })),
  );
}

/** Values of an option, as its next word or after `=`. */
function option(words: readonly (string | undefined)[], name: RegExp): (string | undefined)[] {
  return words.flatMap((word, at) => {
    const [key, value] = word?.split(/=(.*)/s) ?? [];
    if (key === undefined || !name.test(key)) return [];
    return value === undefined ? [words[at + 1]] : [value];
  });
}

function tree(path: string | undefined, cwd: Fact<string>, source: 'compiler' | 'command'): Effect[] {
  const found = path === undefined ? [unknown('where it is written is not known')] : inFolder(path, cwd);
  return found.map((fact) => ({ kind: 'writes', path: fact, tree: true, from: source }));
}

function inFolder(path: string | undefined, cwd: Fact<string>): Fact<string>[] {
  return path === undefined ? [] : [from(cwd, path)];
}

function from(cwd: Fact<string>, path: string): Fact<string> {
  if (path.startsWith('/')) return known(joinPath('/', path));
  return cwd.known ? known(joinPath(cwd.value, path)) : cwd;
}

function inside(folder: Fact<string>, name: string): Fact<string> {
  return folder.known ? known(joinPath(folder.value, name)) : folder;
}

function homeTree(command: CommandWithoutEffects, variable: string | undefined, folder: string): Effect[] {
  const set = variable === undefined ? undefined : command.env.get(variable);
  const home = command.env.get('HOME');
  const base = home?.known && home.value.startsWith('/') ? home.value : '/root';
  const path = set?.known && set.value.startsWith('/') ? set.value : joinPath(base, folder);
  return [{ kind: 'writes', path: known(path), tree: true, from: 'compiler' }];
}
