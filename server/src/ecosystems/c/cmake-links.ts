import { known, unknown, type Fact } from '../../text/fact';
import type { CMakeProgram, CMakeProject } from './cmake-project';
import { librariesOfModule, librariesOfTarget } from './libraries';
import type { Links } from './links';

/** What a program of a CMake project is linked to. */
export function cmakeLinks(program: CMakeProgram, project: CMakeProject): Links {
  const isStatic =
    /(^|\s)-static(\s|$)/.test(project.flags) || program.links.some((item) => /^-static(-pie)?$/.test(item));
  return { isCxx: project.isCxx, isStatic, libraries: librariesOf(program.links, project) };
}

function librariesOf(links: readonly string[], project: CMakeProject): Fact<readonly string[]> {
  const libraries = new Set<string>();
  for (const item of links) {
    if (project.ownShared.has(item))
      return unknown(`the program is linked to ${item}, a shared library of its own`);
    if (project.ownStatic.has(item)) continue;
    const found = librariesOfItem(item, project);
    if (!found) return unknown(`the program is linked to ${item}, and what that is is not known here`);
    for (const library of found) libraries.add(library);
  }
  return known([...libraries]);
}

function librariesOfItem(item: string, project: CMakeProject): readonly string[] | undefined {
  if (/^-l./.test(item)) return [item.slice(2)];
  if (/^-(pthread|static.*|O\w|g|s|flto.*|Wl,.*|m\w+.*|std=.*|rdynamic)$/.test(item) || item === '-fopenmp')
    return item === '-fopenmp' ? ['gomp'] : [];
  if (item.startsWith('pkg:')) return librariesOfModule(item.slice(4));
  const name = item.replace(/^@find\//, '');
  const fromModule = librariesOfTarget(name);
  if (fromModule) return fromModule;
  // A plain name is handed to the linker as -lNAME; names with colons are targets of packages.
  if (item.startsWith('@find/') || item.startsWith('-') || /\.so(\.|$)|\//.test(item)) return undefined;
  if (project.fetches) return [];
  return item.includes('::') ? undefined : [item];
}
