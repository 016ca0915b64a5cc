import { parse as parseToml } from 'smol-toml';
import type { RunCommand, Stage } from '../../model/model';
import type { Project } from '../../project/project';
import { dirname, joinPath } from '../../text/path';
import { pipInstallOf } from './installers';

/** Names of packages that the project asks for, normalised as package indexes do: lower case, `-` for `_` and `.`. */
export function requirementsOf(stage: Stage, project: Project): ReadonlySet<string> {
  const names = new Set<string>();
  const seen = new Set<string>();
  for (const { path } of project.files) {
    if (/(^|\/)(tests?|docs|examples|node_modules|\.?venv)\//.test(path)) continue;
    const text = project.read(path);
    if (text === undefined) continue;
    for (const name of namesIn(path, text, project, seen)) names.add(normal(name));
  }
  for (const command of stage.steps.flatMap((step) => step.commands ?? [])) {
    for (const name of inline(command)) names.add(normal(name));
  }
  return names;
}

function normal(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

function namesIn(path: string, text: string, project: Project, seen: Set<string>): string[] {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (/^(dev|test|lint|docs?)[-_.]|[-_.](dev|development|test|tests|lint|docs?)\.(txt|in)$/.test(name))
    return [];
  if (/requirements.*\.(txt|in|pip)$/.test(name) || /(^|\/)requirements\/[^/]+\.(txt|in|pip)$/.test(path))
    return listed(path, text, project, seen);
  switch (name) {
    case 'poetry.lock':
    case 'uv.lock':
    case 'pdm.lock':
      return [...text.matchAll(/^name = "([^"]+)"/gm)].flatMap(([, found]) => found ?? []);
    case 'pyproject.toml':
      return inProject(table(text));
    case 'Pipfile':
      return Object.keys(child(table(text), 'packages') ?? {});
    case 'setup.py':
    case 'setup.cfg':
      return [
        ...text.matchAll(
          /^\s*['"]?([A-Za-z][\w.-]*)\s*(?:\[[^\]]*\])?\s*(?:[<>=~!]=?[^'"\n]*)?['"]?,?\s*$/gm,
        ),
      ].flatMap(([, found]) => found ?? []);
    default:
      return [];
  }
}

/** A requirements file, with those that it includes. Source: pip's documentation, "Requirements File Format". */
function listed(path: string, text: string, project: Project, seen: Set<string>): string[] {
  if (seen.has(path)) return [];
  seen.add(path);
  return text.split('\n').flatMap((line) => {
    const included = /^\s*(?:-r|--requirement)[ =]\s*(\S+)/.exec(line)?.[1];
    if (included !== undefined) {
      const other = joinPath(dirname(path), included);
      const content = project.read(other);
      return content === undefined ? [] : listed(other, content, project, seen);
    }
    return namesOf(line);
  });
}

/** The package, and the one that an extra stands for: `psycopg[binary]` brings `psycopg-binary`. */
function namesOf(line: string): string[] {
  const name = nameOf(line);
  if (name === undefined) return [];
  const extras = /^\s*[\w.-]+\s*\[([^\]]*)\]/.exec(line)?.[1]?.split(',') ?? [];
  return [name, ...extras.map((extra) => `${name}-${extra.trim()}`)];
}

/** `flask[async]>=2 ; python_version < "4"`, `name @ https://...`, `git+https://...#egg=name`. */
function nameOf(line: string): string | undefined {
  const egg = /#egg=([\w.-]+)/.exec(line)?.[1];
  if (egg !== undefined) return egg;
  if (/^\s*[\w+]+:\/\//.test(line)) return /\/([\w.-]+?)(?:\.git)?(?:@[^/]*)?\s*$/.exec(line)?.[1];
  return /^\s*([A-Za-z0-9][\w.-]*)\s*(?:\[|[<>=~!;@ #]|$|,)/.exec(line.trimEnd())?.[1];
}

type Table = Readonly<Record<string, unknown>>;

function table(text: string): Table {
  try {
    return parseToml(text);
  } catch {
    return {};
  }
}

function child(parent: Table | undefined, name: string): Table | undefined {
  const value = parent?.[name];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Table) : undefined;
}

/** PEP 621 dependencies, optional ones too, and Poetry's; groups for development are left out. */
function inProject(root: Table): string[] {
  const project = child(root, 'project');
  const optional = Object.values(child(project, 'optional-dependencies') ?? {});
  const lists = [project?.['dependencies'], ...optional];
  const written = lists.flatMap((list): unknown[] => (Array.isArray(list) ? list : []));
  const poetry = child(child(child(root, 'tool'), 'poetry'), 'dependencies') ?? {};
  return [
    ...written.flatMap((item) => (typeof item === 'string' ? namesOf(item) : [])),
    ...Object.keys(poetry).filter((name) => name !== 'python'),
  ];
}

/** Names of console scripts that a project makes itself. */
export function ownScripts(project: Project): string[] {
  return project.files.flatMap(({ path }) => {
    if (!/(^|\/)(pyproject\.toml|setup\.(py|cfg))$/.test(path)) return [];
    const text = project.read(path) ?? '';
    if (!path.endsWith('.toml'))
      return [...text.matchAll(/^\s*['"]?([\w.-]+)\s*=\s*[\w.]+:\w+/gm)].flatMap(([, name]) => name ?? []);
    const root = table(text);
    const poetry = child(child(root, 'tool'), 'poetry');
    return Object.keys({ ...child(child(root, 'project'), 'scripts'), ...child(poetry, 'scripts') });
  });
}

function inline(command: RunCommand): string[] {
  return (pipInstallOf(command)?.packages ?? []).flatMap(namesOf);
}
