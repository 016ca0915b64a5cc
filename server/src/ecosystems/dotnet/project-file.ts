import { parseXml, XmlElement, XmlText } from '@rgrove/parse-xml';
import type { Project } from '../../project/project';
import { basename, dirname } from '../../text/path';

/** What a project file says, together with the Directory.Build.props above it. */
export interface ProjectFile {
  /** Relative to the build context. */
  readonly path: string;
  /** Name of the assembly, without ending. */
  readonly assembly: string;
  /** `Microsoft.NET.Sdk.Web`. */
  readonly sdk: string;
  /** The last value of each property; undefined for one that is made of others. */
  property(name: string): string | undefined;
  /** Names of packages, frameworks and projects that it refers to. */
  readonly references: readonly string[];
}

export const projectEnding = /\.(cs|fs|vb)proj$/;

/** Undefined when it is not read, or no XML. Source: learn.microsoft.com, MSBuild reference for .NET SDK projects. */
export function readProjectFile(path: string, project: Project): ProjectFile | undefined {
  const own = rootOf(project.read(path));
  if (!own) return undefined;
  const shared = buildProps(path, project).flatMap((each) => rootOf(project.read(each)) ?? []);
  const properties = new Map<string, string>();
  const references: string[] = [];
  for (const root of [...shared, own]) {
    for (const element of elementsIn(root)) {
      if (element.name === 'PropertyGroup')
        for (const item of elementsIn(element)) properties.set(item.name.toLowerCase(), textIn(item));
      if (element.name === 'ItemGroup')
        for (const item of elementsIn(element)) {
          const name = item.attributes['Include'];
          if (/^(Package|Framework|Project)Reference$/.test(item.name) && name !== undefined)
            references.push(name);
        }
    }
  }
  const property = (name: string) => {
    const value = properties.get(name.toLowerCase());
    return value === undefined || value.includes('$(') ? undefined : value;
  };
  const stem = basename(path).replace(projectEnding, '');
  const assembly = properties.has('assemblyname') ? (property('AssemblyName') ?? '') : stem;
  return { path, assembly, sdk: own.attributes['Sdk'] ?? '', property, references };
}

/** MSBuild takes the nearest one above the project. */
function buildProps(path: string, project: Project): string[] {
  for (let folder = dirname(`/${path}`); ; folder = dirname(folder)) {
    const candidate = `${folder === '/' ? '' : folder.slice(1) + '/'}Directory.Build.props`;
    if (project.has(candidate)) return [candidate];
    if (folder === '/') return [];
  }
}

function rootOf(text: string | undefined): XmlElement | undefined {
  if (text === undefined) return undefined;
  try {
    return parseXml(text.replace(/^\uFEFF/, '')).root ?? undefined;
  } catch {
    return undefined;
  }
}

function elementsIn(element: XmlElement): XmlElement[] {
  return element.children.filter((child): child is XmlElement => child instanceof XmlElement);
}

function textIn(element: XmlElement): string {
  return element.children
    .map((child) => (child instanceof XmlText ? child.text : ''))
    .join('')
    .trim();
}
