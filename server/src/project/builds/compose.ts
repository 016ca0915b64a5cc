import { folderOf, joinPath } from '../paths';
import { type BuildFile, type BuildUse, imageName, isRemoteContext, list, literal, mapping } from './use';
import { readYaml } from './yaml';

interface Service {
  readonly file: string;
  readonly name: string;
  readonly definition: Readonly<Record<string, unknown>>;
}

/**
 * Services of compose files. Files of one folder are override files of each other: a service that is built in one of
 * them may be given its command or target in another.
 */
export function composeUses(files: readonly BuildFile[]): BuildUse[] {
  const groups = new Map<string, Service[]>();
  for (const file of files) {
    for (const [name, definition] of servicesOf(file)) {
      const key = `${folderOf(file.path)}\n${name}`;
      const service = { file: file.path, name, definition: mapping(definition) };
      groups.set(key, [...(groups.get(key) ?? []), service]);
    }
  }
  return [...groups.values()].flatMap(usesOfService);
}

function servicesOf(file: BuildFile): [string, unknown][] {
  const { text } = file;
  if (!/\bbuild\s*["']?:/.test(text) && !/\b(?:command|entrypoint|healthcheck)\s*["']?:/.test(text))
    return [];
  return readYaml(file).flatMap((document) => Object.entries(mapping(mapping(document)['services'])));
}

function usesOfService(group: readonly Service[]): BuildUse[] {
  const built = group.filter((service) => service.definition['build'] !== undefined);
  const dockerfiles = new Set(
    built.filter(namesDockerfile).flatMap((service) => dockerfileOf(service) ?? []),
  );
  if (dockerfiles.size === 0) for (const service of built) dockerfiles.add(dockerfileOf(service) ?? '');
  dockerfiles.delete('');
  const images = group.map((service) => imageName(literal(service.definition['image'])));
  const image = images.find((name) => name !== undefined);
  const targetOf = ({ definition }: Service) => literal(mapping(definition['build'])['target']);
  const [target, ...others] = new Set(built.map(targetOf));
  return [...dockerfiles].flatMap((dockerfile) =>
    group.map((service) => ({
      dockerfile,
      image,
      target: targetOf(service) ?? (others.length === 0 ? target : undefined),
      probe: probeOf(service.definition['healthcheck']),
      overrides: (['command', 'entrypoint'] as const).filter((kind) => isSet(service.definition[kind])),
      file: service.file,
    })),
  );
}

/** Source: the Compose specification, healthcheck: a list starts with CMD, CMD-SHELL or NONE, a text is for a shell. */
function probeOf(healthcheck: unknown): BuildUse['probe'] {
  const { test, disable } = mapping(healthcheck);
  if (disable === true || !isSet(test)) return undefined;
  const [form, ...words] =
    typeof test === 'string' ? ['CMD-SHELL', test] : list(test).map((word) => String(word));
  if (form === 'CMD' && words.length > 0) return words;
  return form === 'CMD-SHELL' ? ['sh', '-c', ...words] : undefined;
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function namesDockerfile({ definition: { build } }: Service): boolean {
  return typeof build === 'string' || 'context' in mapping(build) || 'dockerfile' in mapping(build);
}

function dockerfileOf({ file, definition: { build } }: Service): string | undefined {
  return dockerfileOfBuild(folderOf(file), build)?.dockerfile;
}

/** Context and Dockerfile of a compose `build:` section, absolute; undefined when computed, remote or inline. */
function dockerfileOfBuild(
  folder: string,
  build: unknown,
): { readonly context: string; readonly dockerfile: string } | undefined {
  const section = typeof build === 'string' ? { context: build } : mapping(build);
  if ('dockerfile_inline' in section) return undefined;
  const context = literal(section['context'] ?? '.');
  const dockerfile = literal(section['dockerfile'] ?? 'Dockerfile');
  if (context === undefined || dockerfile === undefined || isRemoteContext(context)) return undefined;
  const root = joinPath(folder, context);
  return { context: root, dockerfile: joinPath(root, dockerfile) };
}

/** Contexts that a compose file builds Dockerfiles with, both absolute. */
export function composeContexts(
  file: BuildFile,
): { readonly context: string; readonly dockerfile: string }[] {
  return servicesOf(file)
    .flatMap(([, definition]) => dockerfileOfBuild(folderOf(file.path), mapping(definition)['build']) ?? [])
    .filter((found, i, all) => all.findIndex((other) => other.dockerfile === found.dockerfile) === i);
}
