import { bakeUses, isBakeFile } from './builds/bake';
import { commandLineUses } from './builds/command-lines';
import { composeUses } from './builds/compose';
import { kubernetesUses } from './builds/kubernetes';
import { devcontainerUses, skaffoldUses, workflowUses } from './builds/pipelines';
import type { BuildFile, BuildUse } from './builds/use';
import { baseName, relativePath } from './paths';
import type { Project } from './project';

export type { BuildFile } from './builds/use';

type Kind = 'compose' | 'bake' | 'skaffold' | 'devcontainer' | 'workflow' | 'commands' | 'kubernetes';

const endings = /(?:\.(?:ya?ml|json|hcl|mk|sh|bash|ps1|cmd|bat)|[Mm]akefile|[Jj]ustfile|^Jenkinsfile)$/;

/** Files that say how images are built or started, by the names that their tools look for. */
function kindOf(path: string): Kind | undefined {
  const name = baseName(path);
  // Asked for every file of a context: most fall out at the first look.
  if (!endings.test(name)) return undefined;
  if (isComposeFile(path)) return 'compose';
  if (isBakeFile(path)) return 'bake';
  if (/^skaffold.*\.ya?ml$/.test(name)) return 'skaffold';
  if (/^\.?devcontainer\.json$/.test(name)) return 'devcontainer';
  if (/(?:^|\/)\.github\/workflows\/[^/]+\.ya?ml$/.test(path)) return 'workflow';
  if (/^(?:GNUm|[Mm])akefile$|\.mk$|^[Jj]ustfile$|^Jenkinsfile$|^Taskfile\.ya?ml$/.test(name))
    return 'commands';
  if (/^(?:\.gitlab-ci|\.travis|bitbucket-pipelines|azure-pipelines|cloudbuild)\.ya?ml$/.test(name))
    return 'commands';
  if (/(?:^|\/)\.circleci\/config\.yml$/.test(path)) return 'commands';
  if (/\.(?:sh|bash|ps1|cmd|bat)$/.test(name)) return 'commands';
  if (/\.ya?ml$/.test(name) && /(?:^|[/_-])(?:k8s|kube\w*|deploy\w*|manifests?)(?:[/._-])/i.test(path)) {
    return 'kubernetes';
  }
  return undefined;
}

/** `compose.yaml`, `docker-compose.prod.yml` and the like. */
export function isComposeFile(path: string): boolean {
  // Asked for every file of a folder.
  if (!path.endsWith('.yml') && !path.endsWith('.yaml')) return false;
  return /^(?:docker-)?compose(?:[.-][^/]*)?\.ya?ml$/.test(baseName(path));
}

/** True for files that `describeBuilds` can read something from; judged by the path alone. */
export function mayDescribeBuilds(path: string): boolean {
  return kindOf(path) !== undefined;
}

/**
 * Stages that the files build this Dockerfile up to, files that replace the image's start command, and probes of its health. Paths of the
 * files, of the context `root` and of the Dockerfile are absolute; in the answer they are relative to the root.
 * A `docker build --target X` with a computed `-f` counts: a stage too many spared is better than one wrongly called unused.
 */
export function describeBuilds(
  files: readonly BuildFile[],
  root: string,
  dockerfile: string | undefined,
): Pick<Project, 'targets' | 'overrides' | 'probes'> {
  if (dockerfile === undefined) return { targets: [], overrides: [], probes: [] };
  const byKind = new Map<Kind | undefined, BuildFile[]>();
  for (const file of files) {
    const kind = kindOf(file.path);
    const others = byKind.get(kind);
    if (others) others.push(file);
    else byKind.set(kind, [file]);
  }
  const of = (kind: Kind): readonly BuildFile[] => byKind.get(kind) ?? [];
  const each = (kind: Kind, read: (file: BuildFile) => readonly BuildUse[]): readonly BuildUse[] =>
    of(kind).flatMap((file) => usesOf(file, root, read));
  const uses: BuildUse[] = [
    ...composeUses(of('compose')),
    ...each('bake', bakeUses),
    ...each('skaffold', skaffoldUses),
    ...each('devcontainer', devcontainerUses),
    ...each('workflow', workflowUses),
    ...each('commands', (file) => commandLineUses(file, [root])),
  ];
  const own = uses.filter((use) => use.dockerfile === dockerfile);
  const images = new Set(own.flatMap((use) => use.image ?? []));
  own.push(...of('kubernetes').flatMap((file) => kubernetesUses(file, images, dockerfile)));

  const targets = [...own, ...uses.filter((use) => use.dockerfile === undefined)].flatMap(
    ({ target, file }) =>
      target === undefined || target === '' ? [] : { target, file: relativePath(root, file) },
  );
  const place = ({ file, target }: BuildUse) => ({
    file: relativePath(root, file),
    ...(target !== undefined && target !== '' && { target }),
  });
  const overrides = own.flatMap((use) => use.overrides.map((kind) => ({ kind, ...place(use) })));
  const probes = own.flatMap((use) => (use.probe ? { argv: use.probe, ...place(use) } : []));
  return { targets: distinct(targets), overrides: distinct(overrides), probes: distinct(probes) };
}

const remembered = new WeakMap<BuildFile, { readonly root: string; readonly uses: readonly BuildUse[] }>();

/** What a file says is worked out once for all Dockerfiles of a context. */
function usesOf(
  file: BuildFile,
  root: string,
  read: (file: BuildFile) => readonly BuildUse[],
): readonly BuildUse[] {
  const before = remembered.get(file);
  if (before?.root === root) return before.uses;
  const uses = read(file);
  remembered.set(file, { root, uses });
  return uses;
}

function distinct<T>(items: readonly T[]): T[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const key = JSON.stringify(item);
    return !seen.has(key) && seen.add(key);
  });
}
