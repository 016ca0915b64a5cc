import { compileGlob } from '../project/glob';
import type { Project } from '../project/project';
import { basename, joinPath, relativeTo } from '../text/path';
import { within } from './within';
import type { PathOrigin } from './path-origin';
import { writtenBy } from './writers';

export { within };
import type { CopyStep, RunCommand, StageSoFar, Step } from './model';

/** Folders that a base image fills; whether a given file is in them is not known. */
const baseFolders =
  /^\/(bin|boot|dev|etc|home|lib|lib32|lib64|libexec|media|mnt|nix|opt|proc|root|run|sbin|srv|sys|tmp|usr|var|go|busybox|nodejs|ko-app|kaniko)(\/|$)/;

/**
 * Finds what created a path, the latest writer first.
 * @param end number of steps to look at; all when left out.
 */
export function originOf(
  stage: StageSoFar,
  path: string,
  project: Project,
  end = stage.steps.length,
): PathOrigin {
  let doubt: string | undefined;
  let likely: PathOrigin | undefined;
  for (let i = end - 1; i >= 0; i--) {
    const step = stage.steps[i] as Step;
    const origin = step.copy
      ? copiedFrom(step, step.copy, path, project)
      : (folderOf(step, path) ?? writtenBy(step, path));
    if (origin?.kind === 'unknown') doubt ??= origin.because;
    else if (origin?.kind === 'command' && !writesExactly(origin.command, path)) likely ??= origin;
    // What was copied to exactly this path is surer than a command that may have written there.
    else if (origin && !(likely && origin.kind === 'absent')) return origin;
  }
  if (likely) return likely;
  if (doubt !== undefined) return { kind: 'unknown', because: doubt };
  if (stage.base.kind === 'stage') return originOf(stage.base.stage, path, project);
  if (stage.base.kind === 'unknown') return { kind: 'unknown', because: stage.base.because };
  if (stage.base.reference.repository === 'scratch') return { kind: 'absent' };
  if (!stage.image) return { kind: 'unknown', because: 'the base image is not in the catalogue' };
  if (stage.image.workdir !== undefined && within(stage.image.workdir, path)) return { kind: 'base' };
  return baseFolders.test(path) || path === '/' ? { kind: 'base' } : { kind: 'absent' };
}

/** WORKDIR and VOLUME make their folder, and those above it. */
function folderOf({ instruction, before }: Step, path: string): PathOrigin | undefined {
  if (instruction.kind !== 'workdir' && instruction.kind !== 'volume') return undefined;
  for (const { value } of instruction.words) {
    const folder = value.startsWith('/')
      ? value
      : before.workdir.known
        ? joinPath(before.workdir.value, value)
        : '/';
    // Up to a variable the path is as it is written; what lies below it is not known.
    const fixed = folder.replace(/\/?[^/]*\$.*$/, '');
    if (within(joinPath('/', fixed), path) || (fixed !== folder && within(path, joinPath('/', fixed)))) {
      return {
        kind: 'unknown',
        because: `${instruction.keyword} makes this folder; what else is in it is not known`,
      };
    }
  }
  return undefined;
}

function copiedFrom(step: Step, copy: CopyStep, path: string, project: Project): PathOrigin | undefined {
  const unsure = (because: string): PathOrigin => ({ kind: 'unknown', because });
  if (!copy.destination.known) return unsure(copy.destination.because);
  const destination = copy.destination.value;
  for (const [index, source] of copy.sources.entries()) {
    const word = copy.instruction.sources[index];
    if (!source.known) {
      if (within(path, destination)) return unsure(source.because);
      continue;
    }
    if (word?.raw.startsWith('<<')) {
      const target = destination.endsWith('/')
        ? joinPath(destination, word.value.replace(/^<<-?/, ''))
        : destination;
      if (target === path) return { kind: 'foreign', step };
      continue;
    }
    const isFolderOfContext = copy.from.kind === 'context' && project.isFolder(contextPath(source.value));
    if (copy.instruction.kind === 'add' && !isFolderOfContext && within(path, destination)) {
      // An archive is unpacked, under names that only its content tells.
      const whole = joinPath('/', path) === joinPath('/', destination.replace(/(.)\/$/, '$1'));
      if (!whole) return unsure(`what ${source.value} holds is not known`);
    }
    const inside = sourcePathFor(copy, source.value, destination, path, project);
    if (inside === undefined) continue;
    if (inside === unsureInside) return unsure(`what ${source.value} holds is not known`);
    if (copy.from.kind === 'stage')
      return { kind: 'stage', stage: copy.from.stage, path: joinPath('/', inside), step };
    if (copy.from.kind !== 'context') return { kind: 'foreign', step };
    return { kind: 'context', path: inside, step };
  }
  const above = path === '/' || (path !== destination && within(destination, path));
  return above ? unsure('something is copied into this folder; what else is in it is not known') : undefined;
}

/** A path within a source tree; it may be there, or may not. */
const unsureInside = Symbol('unsure');
type Inside = string | typeof unsureInside;

function contextPath(source: string): string {
  return joinPath('/', source).slice(1).replace(/\/$/, '');
}

/**
 * The path within the source tree that lands at `path`, or undefined when the copy does not reach it.
 * Docker copies the content of a folder, and a file under its own name when the destination is a folder.
 */
function sourcePathFor(
  copy: CopyStep,
  source: string,
  destination: string,
  path: string,
  project: Project,
): Inside | undefined {
  const clean = source.replace(/^(\.?\/)+/, '').replace(/\/+$/, '');
  const normal = clean === '.' ? '' : clean;
  const root = destination.length > 1 ? destination.replace(/\/$/, '') : destination;
  const rest = relativeTo(root, path);
  if (rest === undefined) return undefined;
  if (/^(https?|git|ssh):|^git@/.test(source)) return unsureInside;
  if (/[*?[]/.test(source)) return globbed(copy, normal, rest, project);
  if (copy.from.kind !== 'context') {
    // Whether the source is a file or a folder is not known here: both readings are possible.
    if (rest === '') return normal;
    return copy.sources.length > 1 || destination.endsWith('/')
      ? basename(normal) === rest.split('/')[0]
        ? joinRelative(normal.slice(0, -basename(normal).length), rest)
        : joinRelative(normal, rest)
      : joinRelative(normal, rest);
  }
  // `has` holds for folders too, so that they are asked for first.
  if (normal === '' || project.isFolder(normal)) {
    const inside = joinRelative(normal, rest);
    if (rest === '' || project.has(inside)) return inside;
    return project.truncated ? unsureInside : undefined;
  }
  if (project.has(normal)) {
    const intoFolder = destination.endsWith('/') || copy.sources.length > 1;
    if (intoFolder) return rest === basename(normal) ? normal : undefined;
    return rest === '' ? normal : undefined;
  }
  // Not in the listing, and yet the author copies it: it may be made before the build starts.
  return unsureInside;
}

/** `COPY *.go ./`: files land under their own names; what folders that match hold is not followed. */
function globbed(copy: CopyStep, pattern: string, rest: string, project: Project): Inside | undefined {
  if (rest === '') return unsureInside;
  if (copy.from.kind === 'stage') {
    // Whether the stage has the file is asked there.
    const name = basename(pattern);
    const folder = pattern.slice(0, -name.length);
    if (/[*?[]/.test(folder) || rest.includes('/')) return unsureInside;
    return compileGlob(name)?.(rest) === true ? joinRelative(folder.replace(/\/$/, ''), rest) : unsureInside;
  }
  const matches = copy.from.kind === 'context' && !project.truncated ? compileGlob(pattern) : undefined;
  if (!matches) return unsureInside;
  const file = project.files.find((each) => basename(each.path) === rest && matches(each.path));
  if (file) return file.path;
  const depth = pattern.split('/').length;
  const folder = project.files.some((each) => {
    const parts = each.path.split('/');
    return parts.length > depth && matches(parts.slice(0, depth).join('/'));
  });
  return folder ? unsureInside : undefined;
}

function joinRelative(folder: string, rest: string): string {
  const joined = folder ? joinPath(`/${folder}`, rest) : joinPath('/', rest);
  return joined.slice(1);
}

function writesExactly(command: RunCommand, path: string): boolean {
  return command.effects.some(
    (effect) =>
      effect.kind === 'writes' &&
      effect.from !== 'attributes' &&
      effect.path.known &&
      effect.path.value === path,
  );
}
