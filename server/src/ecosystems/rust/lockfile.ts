/** A package of Cargo.lock. */
export interface LockedPackage {
  readonly name: string;
  readonly version: string;
  /** `name` or `name version`, as the lock file writes them. */
  readonly dependencies: readonly string[];
}

/**
 * The packages of a Cargo.lock. Cargo writes it one value a line, which is all that is understood here; lines that read
 * otherwise are left out.
 */
export function readLockfile(text: string): LockedPackage[] {
  const packages: LockedPackage[] = [];
  let current: { name: string; version: string; dependencies: string[] } | undefined;
  let inDependencies = false;
  for (const line of text.split('\n')) {
    if (line.startsWith('[')) {
      current = undefined;
      inDependencies = false;
      if (line.trim() === '[[package]]')
        packages.push((current = { name: '', version: '', dependencies: [] }));
    } else if (!current) continue;
    else if (inDependencies) {
      const found = /"([^"]+)"/.exec(line)?.[1];
      if (found !== undefined) current.dependencies.push(found);
      inDependencies = !line.includes(']');
    } else {
      const [, key, value = ''] = /^(\w+) = (.*)$/.exec(line.trimEnd()) ?? [];
      if (key === 'name') current.name = unquoted(value);
      if (key === 'version') current.version = unquoted(value);
      if (key === 'dependencies') {
        for (const [, name = ''] of value.matchAll(/"([^"]+)"/g)) current.dependencies.push(name);
        inDependencies = !value.includes(']');
      }
    }
  }
  return packages;
}

/**
 * What a package needs, directly or not, itself included; all packages when the lock file does not name it.
 * @param isUsed says of the package's own dependencies whether it makes use of them
 */
export function closureOf(
  packages: readonly LockedPackage[],
  name: string | undefined,
  isUsed: (dependency: string) => boolean,
): readonly LockedPackage[] {
  const byName = new Map<string, LockedPackage[]>();
  for (const each of packages) byName.set(each.name, [...(byName.get(each.name) ?? []), each]);
  const start = name === undefined ? undefined : byName.get(name);
  if (!start) return packages;
  const found = new Set(start);
  const open = [...start];
  for (let next = open.pop(); next; next = open.pop()) {
    for (const dependency of next.dependencies) {
      const [dependencyName = '', version] = dependency.split(' ');
      if (next.name === name && !isUsed(dependencyName)) continue;
      for (const each of byName.get(dependencyName) ?? []) {
        if ((version !== undefined && each.version !== version) || found.has(each)) continue;
        found.add(each);
        open.push(each);
      }
    }
  }
  return [...found];
}

function unquoted(value: string): string {
  return value.replace(/^"|"$/g, '');
}
