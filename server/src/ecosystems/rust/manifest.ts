import { parse } from 'smol-toml';
import type { Project } from '../../project/project';

/** What a Cargo.toml says, as far as builds and images need it. */
export interface Manifest {
  /** Undefined for a virtual workspace. */
  readonly name: string | undefined;
  readonly defaultRun: string | undefined;
  readonly autobins: boolean;
  readonly bins: readonly ManifestBin[];
  /** Feature name to the features it switches on. */
  readonly features: ReadonlyMap<string, readonly string[]>;
  /** Dependencies of the program itself; those of tests and build scripts are left out. */
  readonly dependencies: readonly Dependency[];
  readonly workspace: Workspace | undefined;
  /** Folder of the workspace's root, when the manifest names it. */
  readonly workspaceFolder: string | undefined;
}

export interface ManifestBin {
  readonly name: string;
  readonly path: string | undefined;
  readonly requiredFeatures: readonly string[];
}

export interface Dependency {
  /** What the sources call it. */
  readonly key: string;
  /** Name of the crate, not what the manifest renames it to. */
  readonly name: string;
  /** Folder relative to the manifest. */
  readonly path: string | undefined;
  readonly features: readonly string[];
  readonly defaultFeatures: boolean;
  /** Version and features are those of the workspace. */
  readonly inherits: boolean;
}

export interface Workspace {
  readonly members: readonly string[];
  readonly exclude: readonly string[];
  readonly defaultMembers: readonly string[] | undefined;
  readonly dependencies: readonly Dependency[];
}

type Table = Readonly<Record<string, unknown>>;

/** Undefined when it is not TOML, half-typed perhaps. */
function readManifest(text: string): Manifest | undefined {
  const toml = readToml(text);
  if (!toml) return undefined;
  const pkg = tableOf(toml['package']) ?? tableOf(toml['project']);
  const workspace = tableOf(toml['workspace']);
  const targets = Object.values(tableOf(toml['target']) ?? {}).map(tableOf);
  const tables = [toml, ...targets].map((each) => tableOf(each?.['dependencies']));
  return {
    name: textOf(pkg?.['name']),
    defaultRun: textOf(pkg?.['default-run']),
    autobins: pkg?.['autobins'] !== false,
    bins: listOf(toml['bin']).flatMap((each) => {
      const bin = tableOf(each);
      const name = textOf(bin?.['name']);
      if (!bin || name === undefined) return [];
      return [{ name, path: textOf(bin['path']), requiredFeatures: textsOf(bin['required-features']) }];
    }),
    features: new Map(
      Object.entries(tableOf(toml['features']) ?? {}).map(([name, list]) => [name, textsOf(list)] as const),
    ),
    dependencies: tables.flatMap((table) => dependenciesOf(table)),
    workspace: workspace && {
      members: textsOf(workspace['members']),
      exclude: textsOf(workspace['exclude']),
      defaultMembers: workspace['default-members'] ? textsOf(workspace['default-members']) : undefined,
      dependencies: dependenciesOf(tableOf(workspace['dependencies'])),
    },
    workspaceFolder: textOf(pkg?.['workspace']),
  };
}

/** TOML as a table; undefined when it cannot be read. */
export function readToml(text: string): Table | undefined {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

const remembered = new WeakMap<Project, Map<string, Manifest | undefined>>();

/** The manifest of a folder of the build context, relative to its root. */
export function manifestOf(project: Project, folder: string): Manifest | undefined {
  const manifests = remembered.get(project) ?? new Map<string, Manifest | undefined>();
  remembered.set(project, manifests);
  if (!manifests.has(folder)) {
    const text = project.read(folder === '' ? 'Cargo.toml' : `${folder}/Cargo.toml`);
    manifests.set(folder, text === undefined ? undefined : readManifest(text));
  }
  return manifests.get(folder);
}

function dependenciesOf(table: Table | undefined): Dependency[] {
  return Object.entries(table ?? {}).map(([key, value]) => {
    const detail = tableOf(value);
    return {
      key,
      name: textOf(detail?.['package']) ?? key,
      path: textOf(detail?.['path']),
      features: textsOf(detail?.['features']),
      defaultFeatures: detail?.['default-features'] !== false && detail?.['default_features'] !== false,
      inherits: detail?.['workspace'] === true,
    };
  });
}

export function tableOf(value: unknown): Table | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
    ? (value as Table)
    : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function textsOf(value: unknown): string[] {
  return listOf(value).flatMap((each) => (typeof each === 'string' ? [each] : []));
}
