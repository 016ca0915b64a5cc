import type { Program } from '../ecosystems/ecosystem';
import type { Stage, Step } from '../model/model';
import { within } from '../model/paths';
import type { Project } from '../project/project';
import { basename, joinPath } from '../text/path';

interface Asset {
  readonly path: string;
  readonly folder: boolean;
  readonly reason: string;
}

/** What a COPY before the build brings that is no code: named by the author, so the program may well read it. */
export function copiedAssets(step: Step, stage: Stage, program: Program, project: Project): Asset[] {
  const { copy } = step;
  if (!copy?.destination.known) return [];
  if (copy.from.kind === 'stage') return fromStage(step, stage, program);
  if (copy.from.kind !== 'context' || copiesSources(step, program, project)) return [];
  const destination = copy.destination.value;
  const reason = 'copied on a line of its own, apart from the sources';
  return copy.sources.flatMap((source): Asset[] => {
    if (!source.known || /[*?[]|^https?:/.test(source.value)) return [];
    const path = contextPath(source.value);
    if (project.isFolder(path)) return [{ path: withoutSlash(destination), folder: true, reason }];
    if (!project.has(path) || /\.(md|mod|sum|lock)$/i.test(path)) return [];
    const target = destination.endsWith('/') ? joinPath(destination, basename(path)) : destination;
    return [{ path: target, folder: false, reason }];
  });
}

/** What another stage made, such as a web front end, when it lands where the program looks and not among tools. */
function fromStage(step: Step, stage: Stage, program: Program): Asset[] {
  const { copy } = step;
  const { workdir } = stage.end;
  if (!copy?.destination.known || !workdir.known) return [];
  const destination = copy.destination.value;
  const places = [...program.sourceFolders, workdir.value];
  const path = withoutSlash(destination);
  if (!places.some((place) => place !== '/' && within(path, place)) || places.includes(path)) return [];
  if (program.compiledIn(path)) return [];
  const reason = `made in stage ${copy.from.kind === 'stage' ? (copy.from.stage.name ?? copy.from.stage.index) : ''} and put beside the program`;
  return [{ path, folder: true, reason }];
}

/** True for a COPY that brings in code: of it, only what is named ships. */
export function copiesSources(step: Step, program: Program, project: Project): boolean {
  return (step.copy?.sources ?? []).some((source) => {
    if (!source.known) return true;
    const path = contextPath(source.value);
    if (path === '' || /(^|\/)(vendor|Makefile)$/.test(path) || program.isSource(path)) return true;
    if (/[*?[]/.test(path)) return /\*$/.test(path) || program.isSource(path.replace(/[*?]/g, 'x'));
    return project.files.some((file) => within(`/${file.path}`, `/${path}`) && program.isSource(file.path));
  });
}

function contextPath(source: string): string {
  return joinPath('/', source).slice(1).replace(/\/$/, '');
}

function withoutSlash(path: string): string {
  return path.replace(/(.)\/$/, '$1');
}
