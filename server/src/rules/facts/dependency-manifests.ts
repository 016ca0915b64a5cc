import type { Project } from '../../project/project';
import { optionValues, type DependencyInstall } from './dependency-install';
import { jsonObject, objectOf } from './manifests';

const lockFiles: Readonly<Record<string, readonly string[]>> = {
  npm: ['package-lock.json', 'npm-shrinkwrap.json'],
  yarn: ['yarn.lock'],
  pnpm: ['pnpm-lock.yaml'],
};

/**
 * Files of the context that an installation reads, as sources of a COPY; empty where they cannot be told. Undefined for
 * one that does not install what the project names, and for tools that want the sources too (composer runs scripts,
 * poetry installs the project itself).
 */
export function manifestsOf(install: DependencyInstall, project?: Project): readonly string[] | undefined {
  const { tool, operands, args } = install;
  const known = project !== undefined && !project.truncated;
  switch (tool) {
    case 'npm':
    case 'yarn':
    case 'pnpm': {
      if (
        operands.length > 0 ||
        args.some((arg) => /^(-g|--global|--prefix\b.*|--cwd\b.*|--dir\b.*|-C)$/.test(arg))
      )
        return undefined;
      const locks = (lockFiles[tool] ?? []).filter((file) => known && project.has(file));
      if (!known) return tool === 'npm' ? ['package*.json'] : [];
      const settings = ['.npmrc'].filter((file) => project.has(file));
      return project.has('package.json') ? ['package.json', ...locks, ...settings] : [];
    }
    case 'pip': {
      const files = requirementFiles(install);
      if (files.length === 0 || operands.length > 0 || optionValues(args, '-e', '--editable').length > 0)
        return undefined;
      const plain =
        files.every((file) => /^(\.\/)?[\w.-]+$/.test(file)) &&
        optionValues(args, '-c', '--constraint').length === 0;
      return plain ? files : [];
    }
    case 'bundle':
      return operands.length > 0 || args.some((arg) => arg.startsWith('--gemfile'))
        ? undefined
        : ['Gemfile*'];
    default:
      return undefined;
  }
}

/** Seen from the working directory, where they are written in full. */
function requirementFiles({ args, command: { cwd } }: DependencyInstall): readonly string[] {
  const folder = cwd.known ? `${cwd.value.replace(/\/$/, '')}/` : '/';
  return optionValues(args, '-r', '--requirement').map((file) =>
    file.startsWith(folder) ? file.slice(folder.length) : file,
  );
}

/** True where the manifest, as far as it is at hand, says that sources are needed to install. */
export function needsSources(install: DependencyInstall, project: Project): boolean {
  switch (install.tool) {
    case 'pip':
      return requirementFiles(install).some((file) =>
        /^\s*(-e|--editable|-r|--requirement|-c|\.|\.?\/|file:)/m.test(
          project.read(file.replace(/^\.\//, '')) ?? '',
        ),
      );
    case 'bundle':
      return /\bgemspec\b|\bpath:|:path\b|eval_gemfile|\.ruby-version/.test(project.read('Gemfile') ?? '');
    default:
      return nodeNeedsSources(project);
  }
}

function nodeNeedsSources(project: Project): boolean {
  const manifest = jsonObject(project.read('package.json'));
  if (!manifest) return false;
  const scripts = objectOf(manifest['scripts']) ?? {};
  if (['preinstall', 'install', 'postinstall', 'prepare', 'prepublish'].some((name) => name in scripts))
    return true;
  if (
    'workspaces' in manifest ||
    project.has('pnpm-workspace.yaml') ||
    project.has('.yarnrc.yml') ||
    project.isFolder('patches')
  )
    return true;
  const all = [manifest['dependencies'], manifest['devDependencies']].flatMap((each) =>
    Object.values(objectOf(each) ?? {}),
  );
  return all.some((version) => typeof version === 'string' && /^(file|link|portal|workspace):/.test(version));
}
