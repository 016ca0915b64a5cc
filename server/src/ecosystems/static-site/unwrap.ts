import type { StageSoFar } from '../../model/model';
import type { Project } from '../../project/project';
import type { ShellScript, ShellWord } from '../../shell/ast';
import { parseShell } from '../../shell/parse';
import { mappedSlice } from '../../text/mapped-text';
import { basename, joinPath } from '../../text/path';
import type { CommandLine } from './command-line';
import { packageAt } from './package-file';

/** A start command is followed no deeper than this through scripts of package.json. */
const MAX_DEPTH = 8;

/** Where commands are looked at, and with which variables. */
export interface Surroundings {
  readonly stage: StageSoFar;
  readonly project: Project;
  /** Scripts that run side by side are taken as one after the other: right for a build, wrong for servers. */
  readonly sideBySide?: boolean;
  /** Value of a variable of the image; undefined when it has none or it is not known. */
  variable(name: string): string | undefined;
}

/**
 * The commands that a command line comes to: scripts of package.json, with the hooks before them, are followed, and npx,
 * cross-env and the like taken off. Undefined when a part of it cannot be followed.
 */
export function unwrap(line: CommandLine, where: Surroundings, depth = 0): CommandLine[] | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const inner = withoutRunner(line);
  if (inner) return unwrap(inner, where, depth + 1);
  const together = scriptsTogether(line, where.sideBySide === true);
  if (together) {
    const all = together.map((each) => unwrap(each, where, depth + 1));
    return all.includes(undefined) ? undefined : all.flatMap((each) => each ?? []);
  }
  const called = scriptCalled(line);
  if (!called) return [line];
  const file = packageAt(where.stage, called.cwd, where.project);
  const text = file?.scripts.get(called.name);
  if (!file || text === undefined) return undefined;
  const parts: CommandLine[] = [];
  for (const [name, script] of [
    [`pre${called.name}`, file.scripts.get(`pre${called.name}`)],
    [called.name, text],
  ] as const) {
    if (script === undefined || (name !== called.name && !called.hooks)) continue;
    const lines = linesOf(
      parseShell(mappedSlice(script, 0, script.length)),
      called.cwd,
      line.environment,
      where,
    );
    if (!lines || lines.length === 0) return undefined;
    if (name === called.name) {
      const last = lines[lines.length - 1] as CommandLine;
      lines[lines.length - 1] = { ...last, argv: [...last.argv, ...called.args] };
    }
    for (const each of lines) {
      const found = unwrap(each, where, depth + 1);
      if (!found) return undefined;
      parts.push(...found);
    }
  }
  return parts;
}

/**
 * The commands of a script that does one thing after the other; `cd` and `export` are followed. Undefined for scripts
 * with anything else than that, or with words that are not known.
 */
export function linesOf(
  script: ShellScript,
  cwd: string,
  environment: ReadonlyMap<string, string>,
  where: Surroundings,
): CommandLine[] | undefined {
  if (script.fault || !script.plain) return undefined;
  const lines: CommandLine[] = [];
  let folder = cwd;
  let exported = environment;
  for (const { words, assignments, redirections } of script.commands) {
    if (redirections.length > 0) return undefined;
    const own = new Map(exported);
    for (const { name, value } of assignments) {
      const text = wordText(value, own, where);
      if (text === undefined) return undefined;
      own.set(name, text);
    }
    const argv: string[] = [];
    for (const word of words) {
      const text = wordText(word, own, where);
      if (text === undefined || word.glob) return undefined;
      argv.push(text);
    }
    const [name, first] = argv;
    if (name === undefined) return undefined;
    if (name === 'cd' && first !== undefined && argv.length === 2) folder = joinPath(folder, first);
    else if (name === 'export') exported = withAssignments(exported, argv.slice(1));
    else if (!/^(set|echo|true)$/.test(name)) lines.push({ argv, environment: own, cwd: folder });
  }
  return lines;
}

function wordText(
  word: ShellWord,
  environment: ReadonlyMap<string, string>,
  where: Surroundings,
): string | undefined {
  let text = '';
  for (const part of word.parts) {
    if (part.kind === 'opaque') return undefined;
    if (part.kind === 'text') text += part.value;
    else {
      const value = environment.get(part.name) ?? where.variable(part.name);
      const chosen = part.emptyIsUnset && value === '' ? part.fallback : (value ?? part.fallback);
      if (chosen === undefined || /[\s$`]/.test(chosen)) return undefined;
      text += chosen;
    }
  }
  return text;
}

function withAssignments(
  environment: ReadonlyMap<string, string>,
  words: readonly string[],
): ReadonlyMap<string, string> {
  const result = new Map(environment);
  for (const word of words) {
    const equals = word.indexOf('=');
    if (equals > 0) result.set(word.slice(0, equals), word.slice(equals + 1));
  }
  return result;
}

/** The command behind `exec`, `env`, `cross-env`, `npx`, `yarn exec` and `node node_modules/...`; undefined without one. */
function withoutRunner({ argv, environment, cwd }: CommandLine): CommandLine | undefined {
  const [name = '', first = ''] = argv;
  const rest = (count: number): CommandLine | undefined =>
    argv.length > count ? { argv: argv.slice(count), environment, cwd } : undefined;
  switch (basename(name)) {
    case 'exec':
      return rest(1);
    case 'env':
    case 'cross-env': {
      const count = argv.slice(1).findIndex((word) => !/^\w+=/.test(word)) + 1;
      if (count === 0) return undefined;
      const inner = rest(count);
      return inner && { ...inner, environment: withAssignments(environment, argv.slice(1, count)) };
    }
    case 'npx':
    case 'bunx':
    case 'pnpx':
      return /^(-y|--yes|--no-install|--no|--bun|-q|--quiet)$/.test(first)
        ? { argv: [name, ...argv.slice(2)], environment, cwd }
        : first.startsWith('-')
          ? undefined
          : rest(1);
    case 'npm':
      return first === 'exec' ? rest(argv[2] === '--' ? 3 : 2) : undefined;
    case 'yarn':
    case 'pnpm':
    case 'bun':
      return /^(exec|dlx|x)$/.test(first) ? rest(2) : undefined;
    case 'node': {
      const tool =
        /(?:^|\/)node_modules\/(?:\.bin\/([\w-]+)|(vite|react-scripts|@angular\/cli|serve|http-server)\/\S+)$/.exec(
          first,
        );
      if (!tool) return undefined;
      const named = tool[1] ?? (tool[2] === '@angular/cli' ? 'ng' : (tool[2] ?? ''));
      return { argv: [named, ...argv.slice(2)], environment, cwd };
    }
    default:
      return undefined;
  }
}

/** npm-run-all: `run-s clean build-only`, `run-p type-check "build-only {@}" --`. */
function scriptsTogether(
  { argv, environment, cwd }: CommandLine,
  sideBySide: boolean,
): CommandLine[] | undefined {
  const [name = '', ...words] = argv;
  if (name !== 'run-s' && !(name === 'run-p' && sideBySide)) return undefined;
  const end = words.indexOf('--');
  const scripts = words
    .slice(0, end === -1 ? words.length : end)
    .map((word) => word.replace(/\s*\{@\}$/, ''));
  if (scripts.some((script) => !/^[\w:-]+$/.test(script) || script.startsWith('-'))) return undefined;
  return scripts.map((script) => ({ argv: ['npm', 'run', script], environment, cwd }));
}

interface ScriptCall {
  readonly name: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** `pre...` scripts run as well: with npm and Yarn 1, which pnpm and Bun do not follow. */
  readonly hooks: boolean;
}

const folderOptions = new Set(['--prefix', '-C', '--cwd', '--dir']);
const silentOptions = /^(-s|--silent|--quiet|-q|--if-present|--no-update-notifier|--loglevel=\w+)$/;

/** `npm start`, `npm run dev -- --host`, `yarn --cwd web start`: the script of package.json that it calls. */
function scriptCalled({ argv, cwd }: CommandLine): ScriptCall | undefined {
  const [program = '', ...words] = argv;
  const manager = basename(program);
  if (!/^(npm|yarn|pnpm|bun)$/.test(manager)) return undefined;
  let folder = cwd;
  const left: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    const [, option, value] = /^(--prefix|--cwd|--dir)=(.+)$/.exec(word) ?? [];
    const isOwn = left.length < 2 || manager === 'npm';
    if (word === '--') {
      left.push(...words.slice(left.length === 0 ? i + 1 : i));
      break;
    } else if (isOwn && option !== undefined) folder = joinPath(folder, value ?? '');
    else if (isOwn && folderOptions.has(word)) folder = joinPath(folder, words[++i] ?? '');
    else if (!(isOwn && silentOptions.test(word))) left.push(word);
  }
  const [verb = ''] = left;
  const isRun = /^(run|run-script)$/.test(verb);
  const name = isRun ? (left[1] ?? '') : verb;
  if (name === '' || name.startsWith('-')) return undefined;
  if (!isRun && manager === 'npm' && name !== 'start' && name !== 'test') return undefined;
  if (
    !isRun &&
    /^(install|i|add|ci|global|config|cache|set|why|info|list|prune|workspace|workspaces)$/.test(name)
  )
    return undefined;
  const rest = left.slice(isRun ? 2 : 1);
  // npm hands on what stands behind two dashes; the others hand on everything.
  const dashes = rest.indexOf('--');
  const args =
    manager === 'npm' ? (dashes === -1 ? [] : rest.slice(dashes + 1)) : rest.filter((word) => word !== '--');
  if (manager === 'npm' && rest.some((word, i) => (dashes === -1 || i < dashes) && word.startsWith('-')))
    return undefined;
  return { name, args, cwd: folder, hooks: manager === 'npm' || manager === 'yarn' };
}
