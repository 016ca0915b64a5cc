import type { Project } from '../../project/project';

/** Process 1 gets only the signals that it handles. */
export function handlesSignals(files: readonly string[], project: Project): boolean {
  return files.some((path) =>
    /['"`](SIGTERM|SIGINT)['"`]|\benableShutdownHooks\b/.test(project.read(path) ?? ''),
  );
}
