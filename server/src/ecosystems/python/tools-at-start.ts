import type { Stage } from '../../model/model';
import type { Project } from '../../project/project';
import { basename } from '../../text/path';
import type { PythonSource } from './sources';
import type { UnwrappedStart } from './start';

const tool = /(?<![\w./-])(uvx?|poetry|pipenv|pdm)(?![\w-])/g;

/** Files that a start command may run, beside code. */
const scripts = /^(.+\.(sh|bash)|(docker-)?entrypoint.*|start|run|Procfile|Makefile|supervisord.*\.conf)$/;

/** Tools that run while the program does: those that the start command or a script of the project names. */
export function toolsAtStart(
  start: UnwrappedStart | undefined,
  stage: Stage,
  project: Project,
  sources: readonly PythonSource[],
): ReadonlySet<string> {
  const found = new Set<string>();
  const note = (text: string) => {
    for (const [, name = ''] of text.matchAll(tool)) found.add(name === 'uvx' ? 'uv' : name);
  };
  for (const { text } of sources) {
    for (const [, name = ''] of text.matchAll(/["'](uvx?|poetry|pipenv|pdm)["' ]/g)) note(name);
  }
  if (start) {
    note(basename(start.argv[0] ?? ''));
    return found;
  }
  for (const { argv } of [stage.end.entrypoint, stage.end.cmd].flatMap((each) => each ?? []))
    note(argv.join(' '));
  for (const { path } of project.files) {
    if (scripts.test(basename(path))) note(project.read(path) ?? '');
  }
  return found;
}
