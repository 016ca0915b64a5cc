import { originOf } from '../../model/paths';
import type { StageSoFar } from '../../model/model';
import type { Project } from '../../project/project';
import { joinPath } from '../../text/path';
import { parseJson, textOf, type Json } from './json';

/** What a package.json says, as far as a web site is concerned. */
export interface PackageFile {
  /** Folder in the stage. */
  readonly folder: string;
  /** Folder in the build context; `''` is its root. */
  readonly contextFolder: string;
  readonly scripts: ReadonlyMap<string, string>;
  /** Version range by name: dependencies and devDependencies. */
  readonly packages: ReadonlyMap<string, string>;
  /** Names of `devDependencies` alone. */
  readonly development: ReadonlySet<string>;
  readonly content: Json;
}

/** The package.json of a folder of the stage, when it comes from the build context. */
export function packageAt(stage: StageSoFar, folder: string, project: Project): PackageFile | undefined {
  const origin = originOf(stage, joinPath(folder, 'package.json'), project);
  if (origin.kind !== 'context') return undefined;
  const content = parseJson(project.read(origin.path));
  if (content === undefined) return undefined;
  const own = entries(content['dependencies']);
  const development = entries(content['devDependencies']);
  return {
    folder,
    contextFolder: origin.path.slice(0, Math.max(0, origin.path.lastIndexOf('/'))),
    scripts: new Map(entries(content['scripts'])),
    packages: new Map([...development, ...own]),
    development: new Set(development.map(([name]) => name)),
    content,
  };
}

/** Text of a file beside package.json; undefined when it is not there or not read. */
export function besidePackage(file: PackageFile, name: string, project: Project): string | undefined {
  return project.read(pathBeside(file, name));
}

/** Path in the build context of a name beside package.json. */
export function pathBeside({ contextFolder }: PackageFile, name: string): string {
  return joinPath(contextFolder === '' ? '/' : `/${contextFolder}`, name).slice(1);
}

/** The major version that a range asks for: `^5.1.0` gives 5; undefined for tags, addresses and open ranges. */
export function majorOf(range: string | undefined): number | undefined {
  const found = /^[\^~=v>\s]*(\d+)/.exec(range ?? '')?.[1];
  return found === undefined ? undefined : Number(found);
}

function entries(value: unknown): [string, string][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([key, item]): [string, string][] => {
    const text = textOf(item);
    return text === undefined ? [] : [[key, text]];
  });
}
