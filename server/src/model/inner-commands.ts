import { makeRecipe } from '../project/makefile';
import type { Project } from '../project/project';
import { effectiveCommand } from '../shell/effective-command';
import { parseShell } from '../shell/parse';
import { joinPath } from '../text/path';
import { known, unknown, type Fact } from '../text/fact';
import type { MappedText } from '../text/mapped-text';
import { interpret, type CommandWithoutEffects } from './commands';
import type { StageSoFar } from './model';
import { originOf } from './paths';

/**
 * The commands behind a command of a RUN: those that make runs, or those of a script of the build context that it
 * starts. Undefined for a command that stands for itself.
 */
export function innerCommands(
  command: CommandWithoutEffects,
  stage: StageSoFar,
  project: Project,
): Fact<readonly CommandWithoutEffects[]> | undefined {
  const { name, args } = effectiveCommand(command.command);
  if (name === undefined) return undefined;
  if (/(^|\/)g?make$/.test(name)) return recipeOf(command, stage, project);
  const script = buildScript(command, args[0]?.literal, name, stage, project);
  return script === undefined ? undefined : known(interpretLines([script], command, command.cwd));
}

/** The text of a script of the build context that a RUN starts: `./build.sh`, `sh scripts/build.sh`. */
function buildScript(
  { cwd }: CommandWithoutEffects,
  argument: string | undefined,
  name: string,
  stage: StageSoFar,
  project: Project,
): string | undefined {
  const file = /^(\/bin\/)?(sh|bash|ash|dash)$/.test(name) ? argument : name.includes('/') ? name : undefined;
  if (file === undefined || file.startsWith('-') || !cwd.known) return undefined;
  const origin = originOf(stage, joinPath(cwd.value, file), project);
  const text = origin.kind === 'context' ? project.read(origin.path) : undefined;
  if (text === undefined) return undefined;
  return /\.(sh|bash)$/.test(file) || /^#!.*\b(ba|da|a)?sh\b/.test(text) ? text : undefined;
}

/** The commands that make would run, in the directory it runs them in. */
function recipeOf(
  command: CommandWithoutEffects,
  stage: StageSoFar,
  project: Project,
): Fact<readonly CommandWithoutEffects[]> {
  let directory = command.cwd;
  const targets: string[] = [];
  const variables: Record<string, string> = {};
  const words = command.argv.slice(1);
  const raw = command.command.words.slice(-words.length).map((word) => word.raw);
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    // `-j$(nproc)`: how many at a time.
    if (/^(-j|--jobs)/.test(raw[i] ?? '')) continue;
    if (!word?.known) return word ?? unknown('an argument of make is not known');
    const assignment = /^([A-Za-z_]\w*)\s*[:?]?=(.*)$/.exec(word.value);
    if (word.value === '-C' || word.value === '-f') {
      const value = words[++i];
      if (word.value === '-f') return unknown('make -f is not followed', command.command.span);
      if (value) directory = inFolder(directory, value);
    } else if (assignment) variables[assignment[1] ?? ''] = assignment[2] ?? '';
    else if (!word.value.startsWith('-')) targets.push(word.value);
  }
  if (!directory.known) return directory;
  const text = makefileIn(directory.value, stage, project);
  if (!text.known) return text;
  const environment: Record<string, string> = {};
  for (const [name, value] of command.env) if (value.known) environment[name] = value.value;
  const lines: string[] = [];
  for (const target of targets.length > 0 ? targets : [undefined]) {
    const recipe = makeRecipe(text.value, target, variables, environment);
    if (!recipe.known) return recipe;
    lines.push(...recipe.value);
  }
  return known(interpretLines(lines, command, directory));
}

/** Each line of a recipe has a shell of its own; what the Makefile exports holds for all of them. */
function interpretLines(
  lines: readonly string[],
  command: CommandWithoutEffects,
  directory: Fact<string>,
): CommandWithoutEffects[] {
  const { start } = command.command.span;
  let { env } = command;
  return lines.flatMap((line) => {
    // Nothing of a Makefile stands in the Dockerfile: every offset is that of the make command.
    const mapped: MappedText = { text: line, offsets: new Array<number>(line.length + 1).fill(start) };
    const commands = interpret(
      parseShell(mapped),
      { workdir: directory, args: new Map(), env },
      true,
      () => [],
    );
    const [first] = commands;
    if (first?.argv[0]?.known && first.argv[0].value === 'export') {
      // Replaced, not changed: the commands so far keep theirs.
      const exported = new Map(env);
      for (const word of first.argv.slice(1)) {
        if (!word.known) continue;
        const equals = word.value.indexOf('=');
        if (equals > 0) exported.set(word.value.slice(0, equals), known(word.value.slice(equals + 1)));
      }
      env = exported;
    }
    return commands;
  });
}

function makefileIn(directory: string, stage: StageSoFar, project: Project): Fact<string> {
  for (const name of ['GNUmakefile', 'makefile', 'Makefile']) {
    const origin = originOf(stage, joinPath(directory, name), project);
    if (origin.kind !== 'context') continue;
    const text = project.read(origin.path);
    if (text !== undefined) return known(text);
  }
  return unknown(`the Makefile in ${directory} is not in the build context`);
}

function inFolder(cwd: Fact<string>, path: Fact<string>): Fact<string> {
  if (!path.known) return path;
  if (path.value.startsWith('/')) return known(joinPath('/', path.value), path.source);
  return cwd.known ? known(joinPath(cwd.value, path.value), path.source) : cwd;
}
