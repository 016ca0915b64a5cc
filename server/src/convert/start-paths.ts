import type { Program } from '../ecosystems/ecosystem';
import type { Stage } from '../model/model';
import { joinPath } from '../text/path';
import type { StartAnalysis } from './start';

/** Paths in the start command and in the values of ENV. */
export function namedPaths(
  stage: Stage,
  program: Program,
  start: StartAnalysis,
): { path: string; reason: string }[] {
  const { workdir } = stage.end;
  const found: { path: string; reason: string }[] = [];
  const consider = (value: string, reason: string) => {
    if (!/^[\w.][\w./-]*$|^\/[\w./-]+$/.test(value) || !/[/.]/.test(value)) return;
    const path = value.startsWith('/')
      ? joinPath('/', value)
      : workdir.known
        ? joinPath(workdir.value, value)
        : '/';
    if (path !== '/' && (!workdir.known || path !== workdir.value)) found.push({ path, reason });
  };
  for (const path of start.use.paths) consider(path, 'the start command names it');
  for (const word of program.argv?.slice(1) ?? []) {
    consider(word.replace(/^--?[\w-]+=/, ''), 'an argument of the start command names it');
  }
  for (const [name, value] of stage.end.env) {
    if (value.known && name !== 'PATH' && value.source) consider(value.value, `ENV ${name} names it`);
  }
  return found;
}
