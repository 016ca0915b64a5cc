import { parseXml, XmlElement, XmlText } from '@rgrove/parse-xml';
import type { Project } from '../../project/project';
import { dirname, normalisePath } from '../../text/path';

/** What a pom.xml says of the jar that it builds. Properties of the file and of its parents are filled in. */
export interface Pom {
  readonly artifactId: string;
  /** Undefined where it comes from a parent that is not at hand, or from a property that nothing sets. */
  readonly version: string | undefined;
  readonly packaging: string;
  /** Name of the jar without its ending; undefined when a part of it is not known. */
  readonly finalName: string | undefined;
  readonly modules: readonly string[];
  readonly plugins: readonly MavenPlugin[];
  /** `groupId:artifactId`. */
  readonly dependencies: readonly string[];
  readonly properties: ReadonlyMap<string, string>;
  /** Of the parent: `spring-boot-starter-parent`. */
  readonly parent: string | undefined;
}

export interface MavenPlugin {
  readonly artifactId: string;
  /** Texts of the settings by name, at any depth: `classifier`, `addClasspath`, `outputDirectory`. */
  readonly settings: ReadonlyMap<string, readonly string[]>;
  readonly goals: readonly string[];
  /** Part of `pluginManagement`: it runs only where it is named elsewhere too. */
  readonly managed: boolean;
}

/** Parents above a parent that are followed. */
const DEEPEST = 8;

/** Reads a pom.xml of the build context and its parents there; undefined when it is no pom or no well-formed XML. */
export function readPom(project: Project, path: string): Pom | undefined {
  return pomAt(project, path, 0);
}

function pomAt(project: Project, path: string, depth: number): Pom | undefined {
  const text = project.read(path);
  if (text === undefined) return undefined;
  const root = rootOf(text);
  if (root?.name !== 'project') return undefined;
  const parentElement = child(root, 'parent');
  const parent = parentElement && depth < DEEPEST ? parentOf(parentElement, project, path, depth) : undefined;
  const properties = new Map(parent?.properties ?? []);
  for (const property of elements(child(root, 'properties'))) properties.set(property.name, textOf(property));
  const rawVersion = textAt(root, 'version') ?? textAt(parentElement, 'version');
  const artifactId = textAt(root, 'artifactId') ?? '';
  const inherited = textAt(parentElement, 'version');
  const built = new Map(properties);
  const set = (name: string, value: string | undefined) => value !== undefined && built.set(name, value);
  set('project.parent.version', inherited);
  set('parent.version', inherited);
  const version = rawVersion === undefined ? undefined : filledIn(rawVersion, built);
  for (const prefix of ['project.', 'pom.', '']) {
    set(`${prefix}version`, version);
    set(`${prefix}artifactId`, artifactId);
    set(`${prefix}name`, textAt(root, 'name') ?? artifactId);
    set(`${prefix}packaging`, textAt(root, 'packaging') ?? 'jar');
    set(`${prefix}groupId`, textAt(root, 'groupId') ?? textAt(parentElement, 'groupId'));
  }
  const build = child(root, 'build');
  const written = textAt(build, 'finalName');
  const isRenamed = elements(child(root, 'profiles')).some((profile) =>
    child(child(profile, 'build'), 'finalName'),
  );
  const usual = version === undefined ? undefined : `${artifactId}-${version}`;
  return {
    artifactId,
    version,
    packaging: textAt(root, 'packaging') ?? 'jar',
    finalName: isRenamed ? undefined : written === undefined ? usual : filledIn(written, built),
    modules: elements(child(root, 'modules')).map(textOf),
    plugins: [...pluginsOf(build, built), ...(parent?.plugins ?? [])],
    dependencies: [...dependenciesOf(root), ...(parent?.dependencies ?? [])],
    properties: built,
    parent: textAt(parentElement, 'artifactId'),
  };
}

function parentOf(element: XmlElement, project: Project, path: string, depth: number): Pom | undefined {
  const named = textAt(element, 'relativePath') ?? '../pom.xml';
  // An empty element says that the parent is no file of the project.
  if (named === '') return undefined;
  const file = named.endsWith('.xml') ? named : `${named}/pom.xml`;
  const pom = pomAt(project, normalisePath(`${dirname(path)}/${file}`), depth + 1);
  return pom?.artifactId === textAt(element, 'artifactId') ? pom : undefined;
}

function pluginsOf(build: XmlElement | undefined, properties: ReadonlyMap<string, string>): MavenPlugin[] {
  const listed = (holder: XmlElement | undefined, managed: boolean) =>
    elements(child(holder, 'plugins')).map((plugin): MavenPlugin => {
      const settings = new Map<string, string[]>();
      const goals: string[] = [];
      const walk = (element: XmlElement, depth: number) => {
        for (const each of elements(element)) {
          if (each.name === 'goal') goals.push(textOf(each));
          const inner = elements(each);
          if (inner.length > 0 && depth < DEEPEST) walk(each, depth + 1);
          else if (inner.length === 0)
            settings.set(each.name, [
              ...(settings.get(each.name) ?? []),
              filledIn(textOf(each), properties) ?? '',
            ]);
        }
      };
      walk(plugin, 0);
      return { artifactId: textAt(plugin, 'artifactId') ?? '', settings, goals, managed };
    });
  return [...listed(build, false), ...listed(child(build, 'pluginManagement'), true)];
}

function dependenciesOf(root: XmlElement): string[] {
  return elements(child(root, 'dependencies')).map(
    (each) => `${textAt(each, 'groupId') ?? ''}:${textAt(each, 'artifactId') ?? ''}`,
  );
}

/** The text with `${name}` replaced; undefined when one of the names is not set. */
function filledIn(text: string, properties: ReadonlyMap<string, string>): string | undefined {
  let result = text;
  // A property may be made of others; one that is made of itself never ends.
  for (let round = 0; round < DEEPEST && result.includes('${'); round++) {
    let isMissing = false;
    result = result.replace(/\$\{([^${}]*)\}/g, (whole, name: string) => {
      const value = properties.get(name);
      isMissing ||= value === undefined;
      return value ?? whole;
    });
    if (isMissing || result.length > 4096) return undefined;
  }
  return result.includes('${') ? undefined : result;
}

function rootOf(text: string): XmlElement | undefined {
  try {
    return parseXml(text.replace(/^\uFEFF?\s*/, ''), { ignoreUndefinedEntities: true }).root ?? undefined;
  } catch {
    return undefined;
  }
}

function elements(parent: XmlElement | undefined): XmlElement[] {
  return (parent?.children ?? []).filter((node): node is XmlElement => node instanceof XmlElement);
}

function child(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return elements(parent).find((element) => element.name === name);
}

function textAt(parent: XmlElement | undefined, name: string): string | undefined {
  const found = child(parent, name);
  return found && textOf(found);
}

function textOf(element: XmlElement): string {
  return element.children
    .flatMap((node) => (node instanceof XmlText ? node.text : []))
    .join('')
    .trim();
}
