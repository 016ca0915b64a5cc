import type { Stage, State } from '../../model/model';
import { originOf } from '../../model/paths';
import type { Project } from '../../project/project';
import { basename, joinPath } from '../../text/path';
import { baseHasProgram, mayProvide } from './image-programs';
import { rootOf, shippedSteps } from './shipped';

/** A program that an image certainly does not have where it is looked for. */
export interface MissingProgram {
  readonly program: string;
  /** Absolute path where it is instead, off PATH; undefined when nothing has its name. */
  readonly elsewhere: string | undefined;
}

/** What Docker sets where no image says otherwise. */
const defaultPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/**
 * Undefined unless it is certain that the program is not there.
 * @param end number of the stage's own steps that have run; all when left out.
 */
export function missingProgram(
  stage: Stage,
  program: string,
  state: State,
  project: Project,
  end?: number,
): MissingProgram | undefined {
  const known = withoutDoubtOfLanguageTools(stage);
  return find(known, program, state, withLikelyFiles(project), end);
}

function find(
  stage: Stage,
  program: string,
  state: State,
  project: Project,
  end: number | undefined,
): MissingProgram | undefined {
  if (!stage.image || !/^[\w./+-]+$/.test(program) || program.endsWith('/')) return undefined;
  const { workdir } = state;
  if (program.includes('/')) {
    const path = program.startsWith('/')
      ? joinPath('/', program)
      : workdir.known
        ? joinPath(workdir.value, program)
        : undefined;
    if (path === undefined || !isAbsent(stage, path, project, end)) return undefined;
    return { program, elsewhere: undefined };
  }
  const path = searchPath(stage, state);
  if (path === undefined) return undefined;
  if (path.some((folder) => !isAbsent(stage, joinPath(folder, program), project, end))) return undefined;
  const places = ['/', ...(workdir.known ? [workdir.value] : []), '/app', '/nodejs/bin'];
  const elsewhere = places
    .map((folder) => joinPath(folder, program))
    .find((place) => isThere(stage, place, project, end));
  return { program, elsewhere };
}

/** Folders that a name without a slash is looked for in; undefined when that is not known. */
function searchPath({ image }: Stage, { env }: State): readonly string[] | undefined {
  const path = env.get('PATH');
  if (path && !path.known) return undefined;
  // Images of languages may have folders of their own on PATH that the catalogue does not tell.
  const isUsual =
    image?.family === 'scratch' ||
    image?.role === 'os' ||
    ['node', 'python', 'dotnet', undefined].includes(image?.language);
  if (!path && !isUsual) return undefined;
  const folders = (path?.value ?? defaultPath).split(':');
  return folders.every((folder) => folder.startsWith('/')) ? folders : undefined;
}

/**
 * The stage as if pip, npm and their like wrote nothing but what is known of them: what they install besides is for
 * their language, not a program of the system.
 */
function withoutDoubtOfLanguageTools(stage: Stage): Stage {
  const steps = stage.steps.map((step) => {
    const commands = step.commands?.map((command) => {
      const isLanguageTool = command.effects.some(
        (effect) =>
          effect.kind === 'downloads-dependencies' ||
          (effect.kind === 'builds' && /^(node|python|go|rust|java)$/.test(effect.language)),
      );
      return isLanguageTool
        ? { ...command, effects: command.effects.filter(({ kind }) => kind !== 'unknown') }
        : command;
    });
    return { ...step, commands };
  });
  const { base } = stage;
  const inherited: Stage['base'] =
    base.kind === 'stage' ? { kind: 'stage', stage: withoutDoubtOfLanguageTools(base.stage) } : base;
  return { ...stage, steps, base: inherited };
}

/** The project, where a source that is not in its listing is taken for a file if its name has an extension. */
function withLikelyFiles(project: Project): Project {
  const isFile = (path: string) => /[^/]\.\w{1,5}$/.test(path) && !/\.d$/.test(path);
  return { ...project, has: (path) => project.has(path) || (!project.isFolder(path) && isFile(path)) };
}

function isThere(stage: Stage, path: string, project: Project, end: number | undefined): boolean {
  const origin = originOf(stage, path, project, end);
  if (origin.kind === 'base') return stage.image !== undefined && baseHasProgram(stage.image, path) === true;
  if (origin.kind !== 'stage' && origin.kind !== 'context') return false;
  const copy = origin.step.copy;
  // A folder that is copied may hold anything: only a file of that name counts.
  return (
    copy?.destination.known === true &&
    (copy.destination.value === path ||
      (basename(origin.path) === basename(path) &&
        copy.sources.some((source) => source.known && basename(source.value) === basename(path))))
  );
}

function isAbsent(stage: Stage, path: string, project: Project, end: number | undefined): boolean {
  const { image } = stage;
  if (!image) return false;
  const origin = originOf(stage, path, project, end);
  if (origin.kind === 'absent') return isPlain(stage) && !mayInstall(stage, path);
  return origin.kind === 'base' && baseHasProgram(image, path) === false && !mayInstall(stage, path);
}

/** Images whose content at unusual places is known: none. Other images have scripts of their own at the root. */
function isPlain(stage: Stage): boolean {
  const { image } = stage;
  const root = rootOf(stage);
  if (root.base.kind !== 'image' || !image) return false;
  // A stage that takes no program from another one may be a base for images that bring it.
  if (!shippedSteps(stage).some(({ copy }) => copy?.from.kind === 'stage')) return false;
  return (
    image.family === 'scratch' ||
    image.role === 'os' ||
    root.base.reference.repository.startsWith('distroless/')
  );
}

function mayInstall(stage: Stage, path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return shippedSteps(stage).some(
    ({ commands, instruction }) =>
      instruction.kind === 'onbuild' ||
      commands?.some(({ effects }) =>
        effects.some(
          (effect) =>
            effect.kind === 'packages' && effect.packages.some((each) => mayProvide(each.name, name)),
        ),
      ),
  );
}
