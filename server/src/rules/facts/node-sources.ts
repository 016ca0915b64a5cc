import type { Project } from '../../project/project';

/**
 * Sources of Node programs: what a program requires is told by them, not by the part of the manifest that it stands in.
 * Tests, settings of tools and what was bundled or downloaded are none.
 */
export function isNodeSource(path: string): boolean {
  return (
    /\.[cm]?[jt]sx?$/.test(path) &&
    !/(\.(test|spec|stories|config|min|bundle)|\.d|rc)\.[cm]?[jt]sx?$/.test(path) &&
    !/(^|\/)(node_modules|bower_components|vendor|dist|build|out|public|static|assets|coverage|scripts|tools|__tests__|__mocks__|tests?|spec|e2e|cypress|examples?|docs?|\.[^/]+)\//.test(
      path,
    )
  );
}

/** Those of the packages that a source below the folder requires or imports by their names. */
export function importedPackages(
  names: readonly string[],
  folder: string,
  project: Project,
): ReadonlySet<string> {
  const below = folder === '' ? '' : `${folder}/`;
  const imported = new Set<string>();
  for (const { path } of project.files) {
    if (!path.startsWith(below) || !isNodeSource(path.slice(below.length))) continue;
    for (const [, name = ''] of project.read(path)?.matchAll(imports) ?? []) imported.add(name);
  }
  return new Set(names.filter((name) => imported.has(name)));
}

/** `require('a')`, `import x from "@b/c/d"`, `import('a')`; types alone are gone when the program runs. */
const imports =
  /(?:\brequire\(\s*|\bimport\(\s*|\bfrom\s+|\bimport\s+)['"]((?:@[\w.-]+\/)?[\w.-]+)(?:\/[^'"\n]*)?['"]/g;
