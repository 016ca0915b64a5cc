import type { Stage } from '../../model/model';
import type { Project } from '../../project/project';
import type { ShellScript } from '../../shell/ast';
import { parseShell } from '../../shell/parse';
import { mappedSlice } from '../../text/mapped-text';
import type { CommandLine } from './command-line';
import type { Framework } from './framework';
import { angular } from './angular';
import { createReactApp } from './create-react-app';
import { astro, docusaurus, gatsby } from './page-generators';
import { packageAt, majorOf } from './package-file';
import { serverName, staticServer, type StaticServer } from './static-servers';
import { linesOf, unwrap, type Surroundings } from './unwrap';
import { vite } from './vite';
import { vueCli } from './vue-cli';
import { originOf } from '../../model/paths';

const frameworks: readonly Framework[] = [vite, createReactApp, angular, vueCli, astro, docusaurus, gatsby];

/** What the start command of a stage comes to: a server of files, or of a framework, and what runs before it. */
export interface SiteStart {
  readonly server: CommandLine;
  /** Commands that run each time before the server starts. */
  readonly before: readonly CommandLine[];
  readonly serves:
    | { readonly kind: 'files'; readonly site: Exclude<StaticServer, undefined> }
    | { readonly kind: 'development' | 'preview'; readonly framework: Framework };
}

/** Undefined for start commands that serve no web site, or that cannot be followed. */
export function siteStart(
  stage: Stage,
  project: Project,
  first: CommandLine | undefined,
): SiteStart | undefined {
  const where = surroundings(stage, project);
  const lines = first ? [first] : shellLines(stage, where);
  const commands: CommandLine[] = [];
  for (const line of lines ?? []) {
    const found = unwrap(line, where);
    if (!found) return undefined;
    commands.push(...found);
  }
  const server = commands.at(-1);
  if (!server) return undefined;
  const before = commands.slice(0, -1);
  const variable = (name: string) => server.environment.get(name) ?? where.variable(name);
  const site = staticServer({
    line: server,
    project,
    major: majorOfServer(server, stage, project),
    has: (path) => originOf(stage, path, project).kind === 'context',
    variable,
  });
  if (site !== undefined) return { server, before, serves: { kind: 'files', site } };
  for (const framework of frameworks) {
    const kind = framework.serves(server);
    if (kind !== undefined) return { server, before, serves: { kind, framework } };
  }
  return undefined;
}

export function surroundings(stage: Stage, project: Project): Surroundings {
  return {
    stage,
    project,
    variable: (name) => {
      const value = stage.end.env.get(name);
      return value?.known ? value.value : undefined;
    },
  };
}

/** The words of an exec form; undefined where a shell reads them. */
export function execWords(stage: Stage): readonly string[] | undefined {
  const { entrypoint, cmd } = stage.end;
  const own = entrypoint?.instruction ? entrypoint : undefined;
  const start = own ?? cmd;
  if (!start?.instruction || start.form === 'shell') return undefined;
  const words = [...start.argv, ...(own && cmd?.form === 'exec' ? cmd.argv : [])];
  return isShell(words) ? undefined : words;
}

function shellLines(stage: Stage, where: Surroundings): CommandLine[] | undefined {
  const { entrypoint, cmd, workdir } = stage.end;
  const own = entrypoint?.instruction ? entrypoint : undefined;
  const start = own ?? cmd;
  if (!start?.instruction || !workdir.known) return undefined;
  const words = [...start.argv, ...(own && cmd?.form === 'exec' ? cmd.argv : [])];
  const text = start.form === 'exec' && isShell(words) && words.length === 3 ? words[2] : undefined;
  const script: ShellScript | undefined =
    start.script ?? (text === undefined ? undefined : parseShell(mappedSlice(text, 0, text.length)));
  return script && linesOf(script, workdir.value, new Map(), where);
}

function isShell(words: readonly string[]): boolean {
  return /^(\/(usr\/)?bin\/)?(sh|bash|ash|dash)$/.test(words[0] ?? '') && words[1] === '-c';
}

/** `npm install -g serve@11`, `npx serve@11`, or the version in package.json. */
function majorOfServer(server: CommandLine, stage: Stage, project: Project): number | undefined {
  const name = serverName(server);
  const installed = stage.steps
    .flatMap((step) => step.commands ?? [])
    .flatMap(({ argv }) => argv.flatMap((word) => (word.known ? [word.value] : [])));
  for (const word of [server.argv[0] ?? '', ...installed])
    if (word.startsWith(`${name}@`)) return majorOf(word.slice(name.length + 1));
  return majorOf(packageAt(stage, server.cwd, project)?.packages.get(name));
}
