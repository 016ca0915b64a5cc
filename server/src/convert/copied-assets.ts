import type { Program } from '../ecosystems/ecosystem';
import type { Stage, Step } from '../model/model';
import { within } from '../model/paths';
import type { Project } from '../project/project';
import { basename, joinPath } from '../text/path';
import { isAnchor } from './certificates';
import { type Asset, copiedFromElsewhere, isLeft } from './copied-from-elsewhere';
import type { StartAnalysis } from './start';

/** What a COPY before the build brings that is no code: named by the author, so the program may well read it. */
export function copiedAssets(
  step: Step,
  stage: Stage,
  program: Program,
  start: StartAnalysis,
  project: Project,
): Asset[] {
  const { copy } = step;
  if (!copy?.destination.known) return [];
  const isExtension = within(copy.destination.value, '/opt/extensions');
  if (copy.from.kind !== 'context' && (program.shipsSources || isExtension))
    return copiedFromElsewhere(copy, program, start).filter(({ path }) => isLeft(path, stage, project));
  if (copy.from.kind === 'stage') return fromStage(step, stage, program);
  if (copy.from.kind !== 'context' || copiesSources(step, program, project)) return [];
  const destination = copy.destination.value;
  if (/^\/tmp\//.test(destination)) return [];
  if (isAnchor(destination) && !/^\/etc\/ssl\//.test(destination)) return [];
  const reason = 'copied on a line of its own, apart from the sources';
  const whole = { path: withoutSlash(destination), folder: true, reason };
  return copy.sources.flatMap((source): Asset[] => {
    if (!source.known) return [];
    // What an archive, an address or a pattern brings has names that only the build knows.
    const unpacks = copy.instruction.kind === 'add' && archive.test(source.value);
    if (unpacks || /[*?[]/.test(source.value)) return mayShipWhole(whole.path, program) ? [whole] : [];
    if (/^https?:/.test(source.value)) return downloaded(source.value, destination, program);
    const path = contextPath(source.value);
    if (path === '' || (project.isFolder(path) && isSystemFolder(whole.path)))
      return contentOf(path, whole.path, project, reason).filter(
        (asset) => !program.shipsSources || !program.isSource(asset.path),
      );
    if (project.isFolder(path)) return [{ path: withoutSlash(destination), folder: true, reason }];
    if (!project.has(path) || /\.(md|mod|sum|lock)$/i.test(path)) return [];
    const target = destination.endsWith('/') ? joinPath(destination, basename(path)) : destination;
    return [{ path: target, folder: false, reason }];
  });
}

const archive = /\.(tar|tgz|tbz2?|txz|tar\.\w+)$/;

/** What a folder of the context brings into a folder that holds more: each entry on its own. */
function contentOf(folder: string, destination: string, project: Project, reason: string): Asset[] {
  if (folder === '' && !isSystemFolder(destination)) return [{ path: destination, folder: true, reason }];
  const entries = new Map<string, boolean>();
  for (const { path } of project.files) {
    if (!within(`/${path}`, `/${folder}`) || path === project.dockerfilePath) continue;
    const [name = '', ...rest] = path.slice(folder === '' ? 0 : folder.length + 1).split('/');
    if (name !== '') entries.set(name, rest.length > 0);
  }
  return [...entries].map(([name, isFolder]) => ({
    path: joinPath(destination, name),
    folder: isFolder,
    reason,
  }));
}

/** Folders that every image has, with content of its own. */
function isSystemFolder(path: string): boolean {
  return /^\/((usr|usr\/local|usr\/local\/s?bin|usr\/s?bin|usr\/share|s?bin|etc|opt|home|srv|var|var\/lib|root|go|tmp|lib)\/?)?$/.test(
    path,
  );
}

/** Folders of the system, of tools and of the sources hold more than what one line put there. */
function mayShipWhole(path: string, program: Program): boolean {
  if (isSystemFolder(path)) return false;
  if (/^\/(usr\/local\/go|tmp|go|root)(\/|$)|\/s?bin$/.test(path)) return false;
  const inside = [...program.sourceFolders, ...program.artefacts.map((item) => item.path)];
  return !inside.some((item) => within(item, path));
}

/** `ADD https://...`: a file, which keeps the name of its address in a folder. */
function downloaded(address: string, destination: string, program: Program): Asset[] {
  const name = basename(address.replace(/[?#].*$/, ''));
  const path = destination.endsWith('/') ? joinPath(destination, name) : destination;
  if (/^\/(tmp|root|go|usr\/local\/go)(\/|$)|\/s?bin\/[^/]+$/.test(path) || isAnchor(path)) return [];
  if (archive.test(path) || program.isSource(path) || /^\/[^/]*(tini|init)[^/]*$/.test(path)) return [];
  return [{ path, folder: false, reason: 'downloaded by ADD: the program may read it' }];
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
  if (program.shipsSources) return bringsBuildFiles(step, program);
  return (step.copy?.sources ?? []).some((source) => {
    if (!source.known) return true;
    const path = contextPath(source.value);
    if (path === '' || /(^|\/)(vendor|Makefile)$/.test(path) || program.isSource(path)) return true;
    if (/[*?[]/.test(path)) return /\*$/.test(path) || program.isSource(path.replace(/[*?]/g, 'x'));
    return project.files.some((file) => within(`/${file.path}`, `/${path}`) && program.isSource(file.path));
  });
}

/** Files by which packages are installed, beside a program that is copied as a whole. */
function bringsBuildFiles({ copy }: Step, program: Program): boolean {
  const sources = copy?.sources ?? [];
  return (
    sources.length > 0 &&
    sources.every((source) => source.known && program.isSource(contextPath(source.value)))
  );
}

function contextPath(source: string): string {
  return joinPath('/', source).slice(1).replace(/\/$/, '');
}

function withoutSlash(path: string): string {
  return path.replace(/(.)\/$/, '$1');
}
