import type { Stage, Start } from '../../model/model';
import { originOf } from '../../model/paths';
import type { Project } from '../../project/project';
import { effectiveCommand } from '../../shell/effective-command';
import { execFormScript } from '../../shell/exec-form';
import { basename, joinPath } from '../../text/path';
import { oncePer, oncePerPair } from '../../text/remember';

/**
 * What an image does when it is started.
 * `program`: it runs something that was made before. `compiles`: the start command compiles it first, as `go run`
 * does. `workplace`: a shell, tests, a file watcher, a build tool: what compiles is wanted there. `none`: the file
 * sets no start command.
 */
export type StartPurpose = 'program' | 'compiles' | 'workplace' | 'none';

/** A command of the start, its words as far as they are literal. */
type Words = readonly (string | undefined)[];

export const purposeOf: (stage: Stage, project: Project) => StartPurpose = oncePerPair((stage, project) => {
  const commands = startCommands(stage);
  if (commands.length === 0) return 'none';
  if (
    commands.some(isWork) ||
    commands.some(handsOnWork) ||
    startScripts(stage, project).some((text) => toolCall.test(text))
  )
    return 'workplace';
  return commands.some(compiles) ? 'compiles' : 'program';
});

/** True when an instruction of the file, not of the base image, says what is started. */
export function hasOwnStart(stage: Stage): boolean {
  return stage.end.entrypoint?.instruction !== undefined || stage.end.cmd?.instruction !== undefined;
}

/** Commands that the file's own start instructions run, `sh -c` looked into. */
export const startCommands: (stage: Stage) => readonly Words[] = oncePer((stage) => {
  const { entrypoint, cmd } = stage.end;
  if (entrypoint?.form === 'shell') return scriptWords(entrypoint);
  const exec = [entrypoint, cmd].filter((start) => start?.instruction !== undefined && start.form === 'exec');
  const items = exec.flatMap((start) => {
    const args = start?.instruction?.arguments;
    return args?.form === 'exec' ? args.items : [];
  });
  const commands = execFormScript(items).commands.map(wordsOf);
  return cmd?.instruction && cmd.form === 'shell' ? [...commands, ...scriptWords(cmd)] : commands;
});

function scriptWords(start: Start): readonly Words[] {
  return start.script?.commands.map(wordsOf) ?? [];
}

function wordsOf(command: Parameters<typeof effectiveCommand>[0]): Words {
  const { name, args } = effectiveCommand(command);
  return beneathInit([name, ...args.map((word) => word.literal)]);
}

/** `tini -g -- program`: the program. An init process alone stays as it is. */
function beneathInit(words: Words): Words {
  if (!/^(tini(-static)?|dumb-init|catatonit)$/.test(basename(words[0] ?? ''))) return words;
  const dashes = words.indexOf('--');
  const operand = words.findIndex((word, index) => index > 0 && !(word ?? '').startsWith('-'));
  const at = dashes !== -1 && (operand === -1 || dashes < operand) ? dashes + 1 : operand;
  return at === -1 || at >= words.length ? words : words.slice(at);
}

/** Texts of the project's scripts that the start command names. */
export function startScripts(stage: Stage, project: Project): readonly string[] {
  return scriptsOf(stage, project).flatMap((text) => text ?? []);
}

/** True when a script is started whose text is not at hand: what it does is not known. */
export function startsUnreadScript(stage: Stage, project: Project): boolean {
  return scriptsOf(stage, project).includes(undefined);
}

/** Undefined for a script whose text is not at hand. */
const scriptsOf: (stage: Stage, project: Project) => readonly (string | undefined)[] = oncePerPair(
  (stage, project) => scriptPaths(stage).map((path) => readScript(stage, path, project)),
);

function scriptPaths(stage: Stage): readonly string[] {
  return startCommands(stage).flatMap(([name = '', ...args]) => {
    const paths = isScript.test(name) ? [name] : [];
    const operand = args.find((arg) => arg !== undefined && !arg.startsWith('-'));
    if (shells.has(basename(name)) && !args.includes('-c') && operand !== undefined) return [operand];
    // `tini -- /entrypoint.sh`
    const handed = args
      .slice(0, 3)
      .filter((arg) => arg !== undefined && /\.(sh|bash)$|entry-?point/.test(arg));
    return [...paths, ...handed.filter((arg) => arg !== undefined)];
  });
}

const isScript = /\.(sh|bash)$|entry-?point|(^|\/)(run|start|init|boot)$/;

function readScript(stage: Stage, path: string, project: Project): string | undefined {
  const { workdir } = stage.end;
  const absolute = path.startsWith('/') ? path : workdir.known ? joinPath(workdir.value, path) : undefined;
  const origin = absolute === undefined ? undefined : originOf(stage, absolute, project);
  if (origin?.kind === 'context') return project.read(origin.path);
  const sameName = project.files.filter((file) => basename(file.path) === basename(path));
  return sameName.length === 1 && sameName[0] ? project.read(sameName[0].path) : undefined;
}

/** A call of a tool that needs the toolchain to be there. */
const toolCall =
  /(^|[\s;&|(])(go (run|build|test|install|generate|vet)|cargo (run|build|test|install)|mvnw?|\.\/mvnw|gradlew?|\.\/gradlew|gcc|g\+\+|clang|make|cmake|javac|rustc|dotnet (run|build|test|watch|ef|tool)|swift (run|build)|stack|cabal)(\s|$)/m;

const shells = new Set([
  'sh',
  'bash',
  'zsh',
  'ash',
  'dash',
  'fish',
  'ksh',
  'pwsh',
  'powershell',
  'cmd',
  'tmux',
]);

/** Programs that wait, watch, test, check or build: nobody starts them to serve users. */
const workTools = new Set([
  ...['air', 'reflex', 'fresh', 'gin', 'realize', 'modd', 'gow', 'CompileDaemon', 'dlv', 'nodemon', 'entr'],
  ...[
    'watchexec',
    'golangci-lint',
    'gopls',
    'goreleaser',
    'golint',
    'staticcheck',
    'gosec',
    'revive',
    'ginkgo',
  ],
  ...[
    'gotestsum',
    'mockgen',
    'ko',
    'make',
    'cmake',
    'ninja',
    'ctest',
    'bazel',
    'buck',
    'bats',
    'pytest',
    'tox',
  ],
  ...[
    'gcc',
    'g++',
    'cc',
    'clang',
    'rustc',
    'javac',
    'jshell',
    'ghci',
    'sbt',
    'lein',
    'mill',
    'msbuild',
    'csc',
  ],
  ...[
    'ghci',
    'erl',
    'iex',
    'irb',
    'cmp',
    'diff',
    'sleep',
    'tail',
    'cat',
    'true',
    'top',
    'script',
    'watch',
    'code-server',
    'jupyter',
    'jupyter-lab',
  ],
]);

function isWork(words: Words): boolean {
  const [name = ''] = words;
  const program = basename(name);
  const args = words.slice(1);
  const first = args.find((arg) => arg !== undefined && !arg.startsWith('-'));
  if (shells.has(program)) return args.every((arg) => arg !== undefined && /^-[lis]+$|^--login$/.test(arg));
  if (workTools.has(program)) return true;
  if (/^(npm|yarn|pnpm|bun)$/.test(program))
    return args.some((arg) => /^(test|dev|watch)(:|$)/.test(arg ?? ''));
  if (/^(go|cargo|dotnet|swift|mix|stack|cabal)$/.test(program)) {
    if (first === undefined) return program !== 'swift';
    return !/^(run|exec|phx\.server)$|\.dll$/.test(first);
  }
  // Without anything to run, they wait for somebody to type.
  if (/^(python[\d.]*|node|ruby|php)$/.test(program)) return args.length === 0;
  return /^(mvnw?|gradlew?)$/.test(program) && !args.some(startsWithBuildTool);
}

/** `ENTRYPOINT ["/entrypoint.sh"]` with `CMD ["tail", "-f", "/dev/null"]`: such scripts end by what they are given. */
function handsOnWork([name = '', ...args]: Words): boolean {
  return isScript.test(name) && args.length > 0 && isWork(args);
}

/** `go run`, `mvn spring-boot:run`: the program is compiled each time the container starts. */
function compiles(words: Words): boolean {
  const program = basename(words[0] ?? '');
  const first = words.slice(1).find((arg) => arg !== undefined && !arg.startsWith('-'));
  if (/^(go|cargo|dotnet|swift|stack|cabal)$/.test(program)) return first === 'run';
  return /^(mvnw?|gradlew?)$/.test(program) && words.slice(1).some(startsWithBuildTool);
}

function startsWithBuildTool(arg: string | undefined): boolean {
  return arg !== undefined && /(^|:)(run|bootRun|java)$/.test(arg);
}
