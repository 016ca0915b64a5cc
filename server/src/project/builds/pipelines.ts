import { parse } from 'jsonc-parser';
import { folderOf, joinPath } from '../paths';
import { commandLineUses } from './command-lines';
import { type BuildFile, type BuildUse, imageName, isRemoteContext, list, literal, mapping } from './use';
import { readYaml } from './yaml';

/** `docker/build-push-action` steps and `docker build` lines of a GitHub workflow. Paths start at the repository. */
export function workflowUses(file: BuildFile): BuildUse[] {
  const repository = file.path.replace(/\/\.github\/workflows\/[^/]*$/, '') || '/';
  const lines = commandLineUses(file, [repository]);
  if (!/docker\/build-push-action/.test(file.text)) return lines;
  const steps = readYaml(file)
    .flatMap((document) => Object.values(mapping(mapping(document)['jobs'])))
    .flatMap((job) => list(mapping(job)['steps']).map(mapping));
  const actions = steps.filter((step) => String(step['uses']).startsWith('docker/build-push-action'));
  return [
    ...lines,
    ...actions.flatMap((step) => actionUse(mapping(step['with']), repository, file.path) ?? []),
  ];
}

function actionUse(
  inputs: Readonly<Record<string, unknown>>,
  repository: string,
  file: string,
): BuildUse | undefined {
  const context = literal(inputs['context'] ?? '.');
  const written = inputs['file'];
  if (context !== undefined && isRemoteContext(context)) return undefined;
  const tags = typeof inputs['tags'] === 'string' ? inputs['tags'] : '';
  // `file` is relative to the checkout, not to the context.
  const path = written === undefined ? context && joinPath(context, 'Dockerfile') : literal(written);
  return {
    dockerfile: path === undefined ? undefined : joinPath(repository, path),
    target: literal(inputs['target']),
    image: imageName(literal(tags.split(/[\n,]/)[0]?.trim())),
    overrides: [],
    file,
  };
}

/** Artifacts of a skaffold file, those of its profiles too. */
export function skaffoldUses(file: BuildFile): BuildUse[] {
  if (!/\bartifacts\s*:/.test(file.text)) return [];
  return readYaml(file).flatMap((document) => {
    const { build, profiles } = mapping(document);
    const sections = [build, ...list(profiles).map((profile) => mapping(profile)['build'])];
    return sections
      .flatMap((section) => list(mapping(section)['artifacts']).map(mapping))
      .flatMap((artifact) => {
        const builder = mapping(artifact['docker'] ?? artifact['kaniko']);
        const context = literal(artifact['context'] ?? '.');
        const dockerfile = literal(builder['dockerfile'] ?? 'Dockerfile');
        if (context === undefined || dockerfile === undefined) return [];
        return {
          dockerfile: joinPath(joinPath(folderOf(file.path), context), dockerfile),
          target: literal(builder['target']),
          image: imageName(literal(artifact['image'])),
          overrides: [],
          file: file.path,
        };
      });
  });
}

/** The build of a dev container; its start command is the editor's business. */
export function devcontainerUses(file: BuildFile): BuildUse[] {
  const content = mapping(parse(file.text));
  const build = mapping(content['build']);
  const dockerfile = literal(build['dockerfile'] ?? content['dockerFile']);
  if (dockerfile === undefined) return [];
  return [
    {
      dockerfile: joinPath(folderOf(file.path), dockerfile),
      target: literal(build['target']),
      image: undefined,
      overrides: [],
      file: file.path,
    },
  ];
}
