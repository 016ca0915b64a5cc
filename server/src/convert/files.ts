import { originOf, within } from '../model/paths';
import type { Program } from '../ecosystems/ecosystem';
import type { Stage, Step } from '../model/model';
import type { Project } from '../project/project';
import { basename, joinPath } from '../text/path';
import type { Reason } from './conversion';
import type { StartAnalysis } from './start';

/** A file or folder of the builder that the runtime stage copies. */
export interface Carried {
  readonly from: string;
  readonly to: string;
  readonly folder: boolean;
  readonly reason: string;
  /** The program writes there: it has to belong to the runtime user. */
  readonly writable: boolean;
}

export interface FilePlan {
  readonly carried: readonly Carried[];
  /** Empty folders that the runtime user has to own, each with why. */
  readonly created: ReadonlyMap<string, string>;
  /** COPY and ADD of the build context that only the runtime needs. */
  readonly moved: ReadonlyMap<Step, string>;
  readonly warnings: readonly Reason[];
  readonly refusal: Reason | undefined;
}

/** Decides what the runtime stage copies, each with the evidence for it. */
export function planFiles(stage: Stage, program: Program, start: StartAnalysis, project: Project): FilePlan {
  const carried = new Map<string, Carried>();
  const created = new Map<string, string>();
  const warnings: Reason[] = [];
  const moved = new Map<Step, string>();
  const covered = (path: string) =>
    [...carried.values()].some((item) => item.folder && within(path, item.to)) || carried.has(path);
  const carry = (path: string, folder: boolean, reason: string, writable = false) => {
    const existing = carried.get(path);
    if (existing) carried.set(path, { ...existing, writable: existing.writable || writable });
    else if (!covered(path) || writable)
      carried.set(path, { from: path, to: path, folder, reason, writable });
  };
  const create = (path: string, reason: string) => {
    if (path !== '/' && !created.has(path)) created.set(path, reason);
  };

  for (const { path, runtimePath, reason } of program.artefacts) {
    carried.set(runtimePath, { from: path, to: runtimePath, folder: false, reason, writable: false });
  }
  for (const file of program.files) carry(file.path, file.folder, file.reason);
  for (const path of start.needsShell || start.paths.length > 0 ? start.paths : []) {
    if (start.argv !== undefined && !start.needsShell) continue;
    const origin = originOf(stage, path, project);
    if (origin.kind === 'context' && origin.path !== '') {
      carry(path, project.isFolder(origin.path), 'the start command names it');
    }
  }
  for (const { path, reason } of namedInEnvironment(stage, start, project)) {
    const origin = originOf(stage, path, project);
    if (origin.kind === 'context') carry(path, project.isFolder(origin.path), reason);
  }
  const lastRun = stage.steps.findLastIndex((step) => step.instruction.kind === 'run');
  for (const [index, step] of stage.steps.entries()) {
    const { copy } = step;
    if (!copy || copy.from.kind !== 'context' || !copy.destination.known) continue;
    if (copiesSources(step, program, project)) continue;
    const destination = copy.destination.value;
    if (index > lastRun) {
      moved.set(step, 'copied after the build: only the program can use it');
    } else if (!program.sourceFolders.some((folder) => folder !== '/' && within(destination, folder))) {
      carryCopy(step, carry, project);
    } else if (isExplicitAsset(step, project)) {
      carryCopy(step, carry, project);
    }
  }
  for (const command of stage.steps.flatMap((step) => step.commands ?? [])) {
    for (const effect of command.effects) {
      if (effect.kind !== 'writes' || effect.from !== 'command' || !effect.path.known || !effect.tree)
        continue;
      if (
        command.argv[0]?.known &&
        command.argv[0].value === 'mkdir' &&
        isRuntimeFolder(effect.path.value, program)
      ) {
        if (originOf(stage, effect.path.value, project).kind === 'command')
          create(effect.path.value, 'a RUN creates it');
      }
    }
  }
  for (const { path, folder, reason } of program.writes) {
    if (path === '/tmp' || within(path, '/tmp') || within(path, '/dev')) continue;
    const place = folder ? path : parent(path);
    const origin = originOf(stage, place, project);
    const holdsSources = program.sourceFolders.some((source) => within(source, place));
    if (origin.kind === 'context' && !holdsSources && origin.path !== '') carry(place, true, reason, true);
    else create(place, reason);
  }
  for (const { instruction } of stage.steps) {
    if (instruction.kind !== 'volume') continue;
    for (const { value } of instruction.words) {
      if (!value.startsWith('/') || value.includes('$')) continue;
      const path = joinPath('/', value);
      const origin = originOf(stage, path, project);
      const reason = 'a volume takes its owner from the folder in the image';
      if (origin.kind === 'context' && origin.path !== '') carry(path, true, reason, true);
      else create(path, reason);
    }
  }
  return {
    carried: [...carried.values()],
    created,
    moved,
    warnings,
    refusal: wholeSourceTree([...carried.values()], program),
  };
}

/** Shipping the folder that holds the sources would undo the conversion. */
function wholeSourceTree(carried: readonly Carried[], program: Program): Reason | undefined {
  const hit = carried.find(
    (item) => item.folder && program.sourceFolders.some((folder) => within(folder, item.to)),
  );
  return (
    hit && { message: `${hit.to} holds the sources and is needed at run time (${hit.reason})`, at: undefined }
  );
}

function parent(path: string): string {
  return path.slice(0, Math.max(1, path.lastIndexOf('/')));
}

function carryCopy(
  step: Step,
  carry: (path: string, folder: boolean, reason: string) => void,
  project: Project,
): void {
  const { copy } = step;
  if (!copy?.destination.known) return;
  const destination = copy.destination.value;
  for (const source of copy.sources) {
    if (!source.known || /[*?[]|^https?:/.test(source.value)) continue;
    const path = source.value.replace(/^(\.?\/)+/, '').replace(/\/$/, '');
    const reason = 'copied on its own line, apart from the sources';
    if (project.isFolder(path)) {
      carry(destination.replace(/(.)\/$/, '$1'), true, reason);
    } else if (project.has(path)) {
      carry(destination.endsWith('/') ? joinPath(destination, basename(path)) : destination, false, reason);
    }
  }
}

/** True for a COPY that brings in code: of it, only what is named ships. */
function copiesSources(step: Step, program: Program, project: Project): boolean {
  const { copy } = step;
  return (copy?.sources ?? []).some((source) => {
    if (!source.known) return true;
    const path = source.value.replace(/^(\.?\/)+/, '').replace(/\/$/, '');
    if (path === '' || path === '.') return true;
    if (/\.go$|(^|\/)(go\.(mod|sum|work)|vendor|Makefile)$/.test(path)) return true;
    if (/[*?[]/.test(path)) return !program.sourceFolders.length || /go|\*$/.test(path);
    return project.files.some((file) => file.path.endsWith('.go') && within(`/${file.path}`, `/${path}`));
  });
}

/** `COPY templates ./templates`: a folder or file without code, named by the author. */
function isExplicitAsset(step: Step, project: Project): boolean {
  return (step.copy?.sources ?? []).every((source) => {
    if (!source.known) return false;
    const path = source.value.replace(/^(\.?\/)+/, '').replace(/\/$/, '');
    return project.isFolder(path) || (project.has(path) && !/\.(md|txt|mod|sum|lock)$/i.test(path));
  });
}

/** A folder made by `mkdir` that is no part of the build: not the sources', not the artefacts'. */
function isRuntimeFolder(path: string, program: Program): boolean {
  if (program.artefacts.some((artefact) => within(artefact.path, path))) return false;
  if (program.sourceFolders.some((folder) => within(folder, path))) return false;
  return !/^\/(tmp|root|go|usr|etc|src|build|var\/(lib\/apt|cache))(\/|$)/.test(path);
}

/** Values of ENV and arguments of the start command that are paths of the image. */
function namedInEnvironment(
  stage: Stage,
  start: StartAnalysis,
  project: Project,
): { path: string; reason: string }[] {
  const { workdir } = stage.end;
  const found: { path: string; reason: string }[] = [];
  const consider = (value: string, reason: string) => {
    if (!/^[\w.][\w./-]*$|^\/[\w./-]+$/.test(value) || !/[/.]/.test(value)) return;
    const path = value.startsWith('/')
      ? joinPath('/', value)
      : workdir.known
        ? joinPath(workdir.value, value)
        : '';
    if (!path || path === '/' || (workdir.known && path === workdir.value)) return;
    const origin = originOf(stage, path, project);
    if (origin.kind === 'context' && project.has(origin.path) && origin.path !== '') {
      if (!/\.go$/.test(origin.path)) found.push({ path, reason });
    }
  };
  for (const [name, value] of stage.end.env) {
    if (value.known && name !== 'PATH' && value.source) consider(value.value, `ENV ${name} names it`);
  }
  for (const word of start.argv?.slice(1) ?? []) {
    consider(word.replace(/^--?[\w-]+=/, ''), 'an argument of the start command names it');
  }
  return found;
}
