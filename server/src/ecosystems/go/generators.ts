import type { CommandWithoutEffects } from '../../model/commands';
import type { Effect } from '../../model/model';
import type { Project } from '../../project/project';
import { effectiveCommand } from '../../shell/effective-command';
import { known } from '../../text/fact';
import { basename, joinPath } from '../../text/path';

/** Tools that write Go code and nothing else. */
const codeOnly = new Set(
  'templ sqlc mockgen mockery moq wire gqlgen ent oapi-codegen go-bindata statik packr packr2 rice stringer enumer easyjson qtc msgp counterfeiter deepcopy-gen controller-gen'.split(
    ' ',
  ),
);

/** Tools that write other files too: descriptions of an API, clients. */
const more = new Set(['swag', 'protoc', 'buf', 'goa', 'go-swagger', 'swagger']);

/** Plugins of protoc that write code, whatever comes after these names. */
const codePlugins =
  /^(go|grpc|gogo|gofast|validate|connect|twirp|micro|python|java|cpp|csharp|ruby|kotlin|php)/;

/** Effects of a generator of code; undefined for other commands. */
export function generatorEffects(command: CommandWithoutEffects): readonly Effect[] | undefined {
  const tool = basename(effectiveCommand(command.command).name ?? '');
  const builds: Effect = { kind: 'builds', language: 'go' };
  if (tool === 'protoc') {
    const plugins = pluginsOf(command);
    // `--python_out` alone makes nothing for Go.
    if (plugins.length > 0 && !plugins.some((plugin) => plugin.startsWith('go'))) return undefined;
    if (plugins.length > 0 && plugins.every((plugin) => codePlugins.test(plugin))) return [builds];
  }
  if (tool === 'swag') return swagEffects(command, builds);
  if (codeOnly.has(tool)) return [builds];
  if (!more.has(tool)) return undefined;
  return [builds, { kind: 'unknown', because: `what ${tool} generates is up to the sources` }];
}

function pluginsOf({ argv }: CommandWithoutEffects): string[] {
  return argv.flatMap((word) => (word.known ? (/^--([\w-]+)_out\b/.exec(word.value)?.[1] ?? []) : []));
}

/** `swag init` writes docs.go, swagger.json and swagger.yaml into `docs`, or where `-o` says. Source: its README. */
function swagEffects({ argv, cwd }: CommandWithoutEffects, builds: Effect): readonly Effect[] {
  const words = argv.map((word) => (word.known ? word.value : undefined));
  if (!words.includes('init')) return [builds];
  const option = words.findIndex((word) => word !== undefined && /^(-o|--output|--o)(=|$)/.test(word));
  const given = words[option]?.includes('=')
    ? words[option]?.replace(/^[^=]*=/, '')
    : option === -1
      ? 'docs'
      : words[option + 1];
  if (given === undefined || !cwd.known)
    return [builds, { kind: 'unknown', because: 'where swag writes to is not known' }];
  const path = known(joinPath(cwd.value, given));
  return [builds, { kind: 'writes', path, tree: true, from: 'command' }];
}

/** True when each `//go:generate` line of the build context runs a tool that writes Go code alone. */
export function generatesCodeOnly(project: Project): boolean {
  if (project.truncated) return false;
  return project.files.every(({ path }) => {
    if (!path.endsWith('.go')) return true;
    const text = project.read(path);
    if (text === undefined) return false;
    return [...text.matchAll(/^\/\/go:generate[ \t]+(.+)$/gm)].every(([, line = '']) => {
      const [tool = '', verb, ...rest] = line.trim().split(/\s+/);
      const named = tool === 'go' && verb === 'run' ? rest.find((word) => !word.startsWith('-')) : tool;
      return codeOnly.has(basename((named ?? '').replace(/@.*$/, '')));
    });
  });
}
