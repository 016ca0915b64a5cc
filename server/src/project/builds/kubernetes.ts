import { type BuildFile, type BuildUse, imageName, list, literal, mapping } from './use';
import { readYaml } from './yaml';

/**
 * Containers that run one of the `images` with their own start command: Kubernetes' `command` replaces ENTRYPOINT and
 * its `args` CMD. Only images with a name that some build gives to this Dockerfile's image are looked for.
 */
export function kubernetesUses(file: BuildFile, images: ReadonlySet<string>, dockerfile: string): BuildUse[] {
  if (!/\b(?:command|args)\s*:/.test(file.text)) return [];
  if (![...images].some((image) => file.text.includes(image))) return [];
  const found: BuildUse[] = [];
  const visit = (value: unknown, depth: number): void => {
    if (depth === 0 || typeof value !== 'object' || value === null) return;
    const { image, command, args } = mapping(value);
    const name = imageName(literal(image));
    const overrides: BuildUse['overrides'] = [
      ...(list(command).length > 0 ? (['entrypoint'] as const) : []),
      ...(list(args).length > 0 ? (['command'] as const) : []),
    ];
    if (name !== undefined && images.has(name) && overrides.length > 0) {
      found.push({ dockerfile, target: undefined, image: name, overrides, file: file.path });
    }
    for (const inner of Object.values(value)) visit(inner, depth - 1);
  };
  // A container of a CronJob lies eleven levels deep.
  for (const document of readYaml(file)) visit(document, 16);
  return found;
}
