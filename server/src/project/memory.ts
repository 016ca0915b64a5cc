import { parseDockerIgnore, rootState, type IgnoreVerdict } from './dockerignore';
import { folderOf } from './paths';
import type { Project } from './project';
import { describeBuilds } from './targets';
import { contextView } from './view';

export interface MemoryOptions {
  /** Relative to the root; `Dockerfile` where not given. */
  readonly dockerfilePath?: string;
  readonly truncated?: boolean;
}

/**
 * A project out of texts by path. The `.dockerignore` among them is applied; compose files, Makefiles and the like
 * among them are read for build targets. A path that ends in `/` makes an empty folder.
 */
export function projectFromFiles(
  files: Readonly<Record<string, string>>,
  options: MemoryOptions = {},
): Project {
  const dockerfilePath = options.dockerfilePath ?? 'Dockerfile';
  const ignoreText = files[`${dockerfilePath}.dockerignore`] ?? files['.dockerignore'];
  const dockerignore = ignoreText === undefined ? undefined : parseDockerIgnore(ignoreText);
  const verdicts = new Map<string, IgnoreVerdict>([['', { ignored: false, state: rootState }]]);
  const judge = (path: string): IgnoreVerdict => {
    const before = verdicts.get(path);
    if (before) return before;
    const parent = judge(folderOf(path));
    const verdict = dockerignore?.judge(path, parent.state) ?? { ignored: false, state: rootState };
    verdicts.set(path, verdict);
    return verdict;
  };
  const all = Object.keys(files).filter((path) => !path.endsWith('/'));
  const kept = all.filter((path) => !judge(path).ignored);
  const builds = all.map((path) => ({ path: `/${path}`, text: files[path] ?? '' }));
  const listing = {
    files: kept.map((path) => ({ path, size: new TextEncoder().encode(files[path] ?? '').length })),
    ignored: all.filter((path) => judge(path).ignored),
    truncated: options.truncated ?? false,
    unlisted: [],
    folders: Object.keys(files)
      .filter((path) => path.endsWith('/'))
      .map((path) => path.slice(0, -1)),
  };
  return {
    ...contextView(listing, new Map(kept.map((path) => [path, files[path] ?? '']))),
    ...describeBuilds(builds, '/', `/${dockerfilePath}`),
    dockerignore: ignoreText,
    dockerfilePath,
  };
}
