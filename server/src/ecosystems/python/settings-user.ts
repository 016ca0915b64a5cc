import type { Project } from '../../project/project';
import { basename } from '../../text/path';

/**
 * The user that the settings file of uWSGI or Gunicorn names: only root may become another one. Undefined without such a
 * file, or when no line says so. Sources: uwsgi-docs, docs.gunicorn.org.
 */
export function userOfSettings(argv: readonly string[], project: Project): string | undefined {
  const name = basename(argv[0] ?? '');
  if (name === 'uwsgi') return firstIn(project, /\.ini$/, /^[ \t]*(?:uid|gid)[ \t]*=[ \t]*([\w.-]+)/m);
  if (name !== 'gunicorn') return undefined;
  return firstIn(
    project,
    /(^|\/)[^/]*(gunicorn|conf)[^/]*\.py$/,
    /^(?:user|group)[ \t]*=[ \t]*["']?([\w.-]+)/m,
  );
}

function firstIn(project: Project, files: RegExp, line: RegExp): string | undefined {
  for (const { path } of project.files) {
    const found = files.test(path) ? line.exec(project.read(path) ?? '')?.[1] : undefined;
    if (found !== undefined && found !== 'None') return found;
  }
  return undefined;
}
