import { parse } from 'jsonc-parser';
import type { Project } from '../../project/project';
import { jsonObject, objectOf, textsOf } from './json';
import { readIndented } from './lock-indented';
import type { LockedPackage } from './locked-package';

export type LockKind = 'npm' | 'yarn' | 'berry' | 'pnpm' | 'bun';

export interface Lock {
  readonly kind: LockKind;
  readonly packages: readonly LockedPackage[];
}

/** The lock file beside a package.json; undefined when there is none that can be read. */
export function lockIn(folder: string, project: Project): Lock | undefined {
  const read = (name: string) => project.read(folder === '' ? name : `${folder}/${name}`);
  for (const name of ['package-lock.json', 'npm-shrinkwrap.json']) {
    const json = jsonObject(read(name));
    if (json) return { kind: 'npm', packages: npmPackages(json) };
  }
  const pnpm = read('pnpm-lock.yaml');
  if (pnpm !== undefined) return { kind: 'pnpm', packages: readIndented(pnpm, 'pnpm') };
  const yarn = read('yarn.lock');
  if (yarn !== undefined) {
    const kind = /^__metadata:/m.test(yarn) ? 'berry' : 'yarn';
    return { kind, packages: readIndented(yarn, 'yarn') };
  }
  const bun = read('bun.lock');
  return bun === undefined ? undefined : { kind: 'bun', packages: bunPackages(bun) };
}

/**
 * The packages that are installed for production: those that its names lead to. A lock file tells of itself where it can.
 */
export function productionPackages({ packages }: Lock, roots: Iterable<string>): readonly LockedPackage[] {
  if (packages.some(({ development }) => development !== undefined)) {
    return packages.filter(({ development }) => development !== true);
  }
  const byName = new Map<string, LockedPackage[]>();
  for (const each of packages) byName.set(each.name, [...(byName.get(each.name) ?? []), each]);
  const reached = new Set<string>(roots);
  for (const name of reached)
    for (const each of byName.get(name) ?? []) each.needs.forEach((n) => reached.add(n));
  return packages.filter(({ name }) => reached.has(name));
}

/** Source: docs.npmjs.com, package-lock.json; `packages` since npm 7, `dependencies` before. */
function npmPackages(json: Readonly<Record<string, unknown>>): LockedPackage[] {
  const packages = objectOf(json['packages']);
  if (!packages) return oldNpmPackages(json, 0);
  return Object.entries(packages).flatMap(([path, value]): LockedPackage[] => {
    const entry = objectOf(value);
    const name = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path)?.[1];
    if (!entry || name === undefined) return [];
    const isTop = path === `node_modules/${name}`;
    return [
      {
        name,
        needs: [],
        development: entry['dev'] === true,
        installs: entry['hasInstallScript'] === true,
        platform: isPlatform(entry),
        bin: isTop ? binOf(entry['bin'], name) : new Map(),
      },
    ];
  });
}

/** Nested entries belong to packages that need another version; deeper than this no real tree goes. */
const DEEPEST = 50;

function oldNpmPackages(json: Readonly<Record<string, unknown>>, depth: number): LockedPackage[] {
  if (depth > DEEPEST) return [];
  return Object.entries(objectOf(json['dependencies']) ?? {}).flatMap(([name, value]): LockedPackage[] => {
    const entry = objectOf(value);
    if (!entry) return [];
    const own = {
      name,
      needs: [],
      development: entry['dev'] === true,
      installs: false,
      platform: false,
      bin: new Map(),
    };
    return [own, ...oldNpmPackages(entry, depth + 1)];
  });
}

/** Source: bun.sh, the text lock file: `"name": ["name@version", registry, { dependencies, bin, os }, hash]`. */
function bunPackages(text: string): LockedPackage[] {
  const json = objectOf(parse(text));
  return Object.entries(objectOf(json?.['packages']) ?? {}).flatMap(([key, value]): LockedPackage[] => {
    const parts: readonly unknown[] = Array.isArray(value) ? value : [];
    const [id] = parts;
    const name = typeof id === 'string' ? /^(@?[^@]+)@/.exec(id)?.[1] : undefined;
    if (name === undefined) return [];
    const entry = parts.map(objectOf).find((each) => each !== undefined) ?? {};
    const needs = ['dependencies', 'optionalDependencies', 'peerDependencies'];
    return [
      {
        name,
        needs: needs.flatMap((kind) => [...textsOf(entry[kind]).keys()]),
        development: undefined,
        installs: false,
        platform: isPlatform(entry),
        bin: key === name ? binOf(entry['bin'], name) : new Map(),
      },
    ];
  });
}

function isPlatform(entry: Readonly<Record<string, unknown>>): boolean {
  return entry['os'] !== undefined || entry['cpu'] !== undefined || entry['libc'] !== undefined;
}

function binOf(value: unknown, name: string): ReadonlyMap<string, string> {
  if (typeof value === 'string') return new Map([[name.replace(/^@[^/]+\//, ''), value]]);
  return textsOf(value);
}
