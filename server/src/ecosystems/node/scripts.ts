import type { ShellScript, ShellWord } from '../../shell/ast';
import { parseShell } from '../../shell/parse';
import { mappedSlice } from '../../text/mapped-text';
import { basename } from '../../text/path';
import { packageCommand } from './commands';
import type { Lock } from './lock';
import type { Manifest } from './manifest';

/** A start command that needs no package manager and no shell. */
export interface Started {
  readonly argv: readonly string[];
  /** Assignments before the program, in the scripts that led to it. */
  readonly environment: ReadonlyMap<string, string>;
  /** Package whose command runs; undefined for a file of the project. */
  readonly package: string | undefined;
  /** What was followed, `npm start`, `npm run serve`; empty for a plain call of node. */
  readonly through: readonly string[];
}

/** Why a start command stays as it is: as a phrase for the user. */
export interface NotFollowed {
  readonly because: string;
}

/** Scripts that call scripts: more than these are not followed. */
const DEEPEST = 8;

const managers = /^(npm|yarn|yarnpkg|pnpm|bun)$/;
/** They change what is printed, not what runs. */
const harmlessOptions =
  /^(-s|--silent|-q|--quiet|--production|--if-present|--loglevel=\w+|--no-update-notifier)$/;

/** Follows `npm start` and the like to the program at their end. */
export function followStart(
  argv: readonly string[],
  manifest: Manifest | undefined,
  lock: Lock | undefined,
  depth = 0,
): Started | NotFollowed {
  const [program = '', ...args] = argv;
  const name = basename(program);
  if (depth > DEEPEST) return { because: 'scripts of package.json call each other' };
  if (name === 'node' || name === 'nodejs') {
    return { argv: ['node', ...args], environment: new Map(), package: undefined, through: [] };
  }
  if (managers.test(name)) return followManager(name, args, manifest, lock, depth);
  if (name === 'npx' || name === 'bunx') {
    const [command = '', ...rest] = args.filter(
      (arg, i) => !(i === 0 && /^(-y|--yes|--no-install|--no)$/.test(arg)),
    );
    return followCommand(command, rest, lock);
  }
  if (name === 'cross-env' || name === 'env') return followAssignments(args, manifest, lock, depth);
  return followCommand(
    program.startsWith('node_modules/.bin/') || program.startsWith('./node_modules/.bin/') ? name : program,
    args,
    lock,
  );
}

function followCommand(name: string, args: readonly string[], lock: Lock | undefined): Started | NotFollowed {
  const command = packageCommand(name, args, lock);
  if (!command) return { because: `${name} may need a shell or other programs` };
  return {
    argv: ['node', command.file, ...args],
    environment: new Map(),
    package: command.package,
    through: [],
  };
}

/** `cross-env NODE_ENV=production PORT=80 node server.js` */
function followAssignments(
  args: readonly string[],
  manifest: Manifest | undefined,
  lock: Lock | undefined,
  depth: number,
): Started | NotFollowed {
  const environment = new Map<string, string>();
  let at = 0;
  for (; at < args.length; at++) {
    const [, name, value] = /^([A-Za-z_]\w*)=([\s\S]*)$/.exec(args[at] ?? '') ?? [];
    if (name === undefined) break;
    // cross-env expands variables itself.
    if (value?.includes('$')) return { because: 'a variable is made of another one' };
    environment.set(name, value ?? '');
  }
  const inner = followStart(args.slice(at), manifest, lock, depth + 1);
  return 'because' in inner
    ? inner
    : { ...inner, environment: new Map([...environment, ...inner.environment]) };
}

function followManager(
  manager: string,
  words: readonly string[],
  manifest: Manifest | undefined,
  lock: Lock | undefined,
  depth: number,
): Started | NotFollowed {
  const spoken = [manager, ...words].join(' ');
  if (!manifest)
    return { because: `${spoken} runs a script of a package.json that is not in the build context` };
  if (manager === 'yarn' && lock?.kind === 'berry' && !manifest.linksModules)
    return { because: 'Yarn itself finds the packages (Plug and Play)' };
  const args = words.filter((word) => !harmlessOptions.test(word));
  const [verb = '', ...rest] = args;
  const runs = /^(run|run-script)$/.test(verb);
  const isExec = verb === 'exec' || verb === 'x' || verb === 'dlx' || (verb === 'node' && manager === 'yarn');
  if (verb.startsWith('-') || verb === '') return { because: `what ${spoken} runs is not followed` };
  if (isExec) {
    const inner = rest[0] === '--' ? rest.slice(1) : rest;
    return verb === 'node'
      ? followStart(['node', ...inner], manifest, lock)
      : followCommand(inner[0] ?? '', inner.slice(1), lock);
  }
  const script = runs ? (rest[0] ?? '') : verb;
  const passed = runs ? rest.slice(1) : rest;
  const text = manifest.scripts.get(script);
  if (manager === 'npm' && !runs && !/^(start|test|stop|restart)$/.test(verb)) {
    return { because: `what ${spoken} runs is not followed` };
  }
  if (text === undefined) return withoutScript(manager, script, passed, lock, spoken);
  for (const hook of [`pre${script}`, `post${script}`]) {
    if (manifest.scripts.has(hook))
      return { because: `package.json has a script ${hook}, which runs along with ${script}` };
  }
  // npm takes options before `--` for itself.
  const dashes = passed.indexOf('--');
  if (manager === 'npm' && passed.some((arg, i) => arg.startsWith('-') && (dashes === -1 || i < dashes))) {
    return { because: `what npm makes of the options in ${spoken} is not followed` };
  }
  const given = passed.filter((_, i) => i !== dashes);
  const followed = followText(text, given, script, manifest, lock, depth);
  return 'because' in followed ? followed : { ...followed, through: [spoken, ...followed.through] };
}

/** `npm start` without such a script runs server.js; the others look for a command of that name. Source: docs.npmjs.com. */
function withoutScript(
  manager: string,
  script: string,
  args: readonly string[],
  lock: Lock | undefined,
  spoken: string,
): Started | NotFollowed {
  if (manager === 'npm' && script === 'start') {
    return {
      argv: ['node', 'server.js', ...args.filter((arg) => arg !== '--')],
      environment: new Map(),
      package: undefined,
      through: [spoken],
    };
  }
  return manager === 'npm' || manager === 'bun'
    ? { because: `package.json has no script ${script}` }
    : followCommand(script, args, lock);
}

function followText(
  text: string,
  args: readonly string[],
  script: string,
  manifest: Manifest,
  lock: Lock | undefined,
  depth: number,
): Started | NotFollowed {
  const simple = simpleCommand(parseShell(mappedSlice(text, 0, text.length)));
  if (!simple) return { because: `the script ${script} of package.json does more than start one program` };
  const inner = followStart([...simple.argv, ...args], manifest, lock, depth + 1);
  return 'because' in inner
    ? inner
    : { ...inner, environment: new Map([...simple.environment, ...inner.environment]) };
}

/** The one command of a script, when the shell has nothing to do for it. */
export function simpleCommand(
  script: ShellScript,
): { argv: readonly string[]; environment: ReadonlyMap<string, string> } | undefined {
  const [command] = script.commands;
  if (!command || script.commands.length > 1 || !script.plain || script.fault) return undefined;
  if (command.runs !== 'always' || command.redirections.length > 0 || command.follower === '&')
    return undefined;
  const plain = (word: ShellWord) => (word.glob ? undefined : word.literal);
  const words = command.words.map(plain);
  const environment = new Map<string, string>();
  for (const { name, value } of command.assignments) {
    if (value.literal === undefined) return undefined;
    environment.set(name, value.literal);
  }
  const argv = words.flatMap((word) => word ?? []);
  if (argv.length === 0 || argv.length < words.length) return undefined;
  return { argv: argv[0] === 'exec' ? argv.slice(1) : argv, environment };
}
