import type { Project } from '../../project/project';
import { namesOfPackage } from './commands';
import type { Manifest } from './manifest';
import type { Started } from './scripts';
import type { RunningSources } from './sources';

/** They compile while the program runs, and load packages that no source names. */
const compilesAtRun =
  /(^|[/@])(ts-node|tsx|ts-node-dev|babel-node|babel\/node|babel\/register|swc-node|esbuild-register|sucrase)(\/|$)/;

/** True when the running program may load a package that is there for development alone. */
export function usesDevelopment(
  started: Started,
  manifest: Manifest,
  { files }: RunningSources,
  project: Project,
): boolean {
  const { development } = manifest;
  if (development.length === 0) return false;
  if (started.package !== undefined && development.includes(started.package)) return true;
  if (started.argv.some((word) => compilesAtRun.test(word))) return true;
  const words = new Set(development.filter((name) => !name.startsWith('@types/')).flatMap(namesOfPackage));
  if (
    started.argv
      .slice(1)
      .some((word) => words.has(word.replace(/^[^=]*=/, '').replace(/^((?:@[^/]+\/)?[^/]+).*$/, '$1')))
  )
    return true;
  const mention = new RegExp(`['"\`](?:${development.map(escaped).join('|')})(?=[/'"\`])`);
  return files.some((path) => {
    const text = project.read(path);
    return text === undefined || mention.test(withoutTypes(text, path));
  });
}

/** `import type` leaves nothing behind. */
function withoutTypes(text: string, path: string): string {
  return /\.[cm]?tsx?$/.test(path)
    ? text.replace(/^\s*(?:import|export)\s+type\b[^;'"]*from\s*['"][^'"\n]*['"]/gm, '')
    : text;
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
