import type { Project } from '../../project/project';
import { basename } from '../../text/path';

/** Tools that write Go code and nothing else. */
const codeOnly = new Set(
  'templ sqlc mockgen mockery moq wire gqlgen ent oapi-codegen go-bindata statik packr packr2 rice stringer enumer easyjson qtc msgp counterfeiter deepcopy-gen controller-gen'.split(
    ' ',
  ),
);

/** Tools that write other files too: descriptions of an API, clients. */
const more = new Set(['swag', 'protoc', 'buf', 'goa', 'go-swagger', 'swagger']);

/** What a tool writes; undefined for one that is no generator. */
export function generates(tool: string): 'code' | 'anything' | undefined {
  if (codeOnly.has(tool)) return 'code';
  return more.has(tool) ? 'anything' : undefined;
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
      return generates(basename((named ?? '').replace(/@.*$/, ''))) === 'code';
    });
  });
}
