import { originOf, within } from '../model/paths';
import type { Artefact, Program } from '../ecosystems/ecosystem';
import type { CopyStep, Stage, Step } from '../model/model';
import type { Project } from '../project/project';
import type { Reason } from './conversion';
import { copiedAssets, copiesSources } from './copied-assets';
import { bundle, ownCertificates } from './certificates';
import { danglingLink, isMadeForOwner, madeFiles } from './made-files';
import { homeInSystem, isOwned, ownedFolders } from './owned-folders';
import { namedPaths } from './start-paths';
import type { StartAnalysis } from './start';

/** A file or folder of the builder that the runtime stage copies. */
export interface Carried {
  readonly from: string;
  readonly to: string;
  readonly folder: boolean;
  readonly reason: string;
  /** The program writes there: it has to belong to the runtime user. */
  readonly writable: boolean;
  /** Whom it belongs to, where that is not the runtime user. */
  readonly owner?: string | undefined;
}

export interface FilePlan {
  readonly carried: readonly Carried[];
  /** Empty folders that the runtime user has to own, each with why. */
  readonly created: ReadonlyMap<string, string>;
  /** COPY and ADD of the build context that only the runtime needs. */
  readonly moved: ReadonlyMap<Step, string>;
  /** A folder of the system that the application lies in: what is put there belongs to the runtime user. */
  readonly home?: string | undefined;
  readonly refusal: Reason | undefined;
}

/** Decides what the runtime stage copies, each with the evidence for it. */
export function planFiles(
  stage: Stage,
  program: Program,
  start: StartAnalysis,
  project: Project,
  escape: '\\' | '`',
): FilePlan {
  const moved = program.webServer ? new Map<Step, string>() : movedCopies(stage, program, project);
  const files = new Files(stage, project, moved);
  for (const artefact of program.artefacts) files.addArtefact(artefact);
  if (program.webServer) return { ...files.result(), moved, refusal: undefined };
  for (const { path, folder, reason } of program.files)
    files.add(path, folder, reason, isMadeForOwner(stage, path, project));
  for (const { path, reason } of namedPaths(stage, program, start)) files.addNamed(path, reason);
  for (const step of stage.steps) {
    if (moved.has(step)) continue;
    for (const { path, folder, reason } of copiedAssets(step, stage, program, start, project))
      if (!start.inlined.includes(path)) files.add(path, folder, reason);
  }
  const made = madeFiles(stage, program, project);
  for (const { path, folder, reason, writable } of made) files.add(path, folder, reason, writable);
  const certificates = ownCertificates(stage);
  if (certificates)
    files.addArtefact({
      path: certificates.path,
      runtimePath: bundle,
      reason: 'holds the certificate authorities that this file adds',
    });
  for (const { path, folder, reason } of program.writes) {
    if (isOwned(path, program)) continue;
    files.own(path);
    if (!within(path, '/tmp') && !within(path, '/dev'))
      files.addWritable(folder ? path : parent(path), reason, program);
  }
  for (const { path, reason } of ownedFolders(stage, program, project, escape))
    if (!isOwned(path, program)) files.addWritable(path, reason, program);
  const home = homeInSystem(stage, program);
  if (home !== undefined) files.giveAway(home);
  return {
    ...files.result(),
    moved,
    home,
    refusal: files.holdsSources(program) ?? danglingLink(stage, made, project),
  };
}

/** Folders of the system: what a RUN changes there, packages bring anew. */
const isTools = /^\/(etc|usr|bin|sbin|lib\w*|dev|proc|sys|run|tmp|root|go)(\/|$)/;

/** Collects files; what lies in a folder that is copied already is not copied again. */
class Files {
  private readonly carried = new Map<string, Carried>();
  private readonly created = new Map<string, string>();

  constructor(
    private readonly stage: Stage,
    private readonly project: Project,
    private readonly moved: ReadonlyMap<Step, string>,
  ) {}

  addArtefact({ path, runtimePath, reason, folder = false, writable = false, owner }: Artefact): void {
    // The author's own COPY of it goes to the runtime stage as it is.
    if (path === runtimePath && bringingCopy(path, this.moved, this.stage, this.project)) return;
    this.carried.set(runtimePath, { from: path, to: runtimePath, folder, reason, writable, owner });
  }

  add(path: string, folder: boolean, reason: string, writable = false): void {
    const origin = originOf(this.stage, path, this.project);
    if ((origin.kind === 'context' || origin.kind === 'foreign') && this.moved.has(origin.step)) return;
    const existing = this.carried.get(path);
    if (existing) {
      this.carried.set(path, { ...existing, writable: existing.writable || writable });
    } else if (
      writable ||
      ![...this.carried.values()].some(
        (item) => item.folder && item.from === item.to && within(path, item.to),
      )
    ) {
      this.carried.set(path, { from: path, to: path, folder, reason, writable });
    }
  }

  /** A file that ships and that the program writes to, such as a database with its first content. */
  own(path: string): void {
    const existing = this.carried.get(path);
    if (existing) this.carried.set(path, { ...existing, writable: true });
  }

  /** What the start command or ENV names: of the context, or made by a command of known effects. */
  addNamed(path: string, reason: string): void {
    const origin = originOf(this.stage, path, this.project);
    if (origin.kind === 'command') {
      const isMade = origin.command.effects.some(
        (effect) =>
          effect.kind === 'writes' &&
          !effect.tree &&
          (effect.from === 'command' || effect.from === 'download') &&
          effect.path.known &&
          effect.path.value === path,
      );
      if (isMade && !isTools.test(path) && !this.carried.has(path))
        this.add(path, false, reason, isMadeForOwner(this.stage, path, this.project));
      return;
    }
    if (origin.kind !== 'context' || origin.path === '' || /\.go$/.test(origin.path)) return;
    this.add(path, this.project.isFolder(origin.path), reason);
  }

  /** A folder with content of the context is copied; one without is made anew, for the runtime user. */
  addWritable(path: string, reason: string, program?: Program): void {
    const origin = originOf(this.stage, path, this.project);
    const holdsSources = program?.sourceFolders.some((source) => within(source, path)) ?? false;
    if (origin.kind === 'context' && origin.path !== '' && !holdsSources) this.add(path, true, reason, true);
    else if (path !== '/' && !this.created.has(path)) this.created.set(path, reason);
  }

  /** A folder, and what is copied into it. */
  giveAway(home: string): void {
    for (const [path, item] of this.carried)
      if (within(item.to, home)) this.carried.set(path, { ...item, writable: true });
    this.created.set(home, 'the application lies in it');
  }

  /** Shipping the folder that holds the sources would undo the conversion. */
  holdsSources(program: Program): Reason | undefined {
    const hit = [...this.carried.values()].find(
      (item) => item.folder && program.sourceFolders.some((folder) => within(folder, item.from)),
    );
    if (!hit) return undefined;
    return { message: `${hit.to} holds the sources and is needed at run time: ${hit.reason}`, at: undefined };
  }

  result() {
    const all = [...this.carried.values()];
    // A folder that came later may hold what was named before it.
    const carried = all.filter(
      (item) =>
        !all.some(
          (other) =>
            other !== item &&
            other.folder &&
            other.from === other.to &&
            within(item.to, other.to) &&
            item.from === item.to &&
            (other.writable || !item.writable) &&
            (item.owner === undefined || item.owner === other.owner),
        ),
    );
    return { carried, created: this.created };
  }
}

function parent(path: string): string {
  return path.slice(0, Math.max(1, path.lastIndexOf('/')));
}

/** Copies from the context after the last RUN: the build cannot have used them. */
function movedCopies(stage: Stage, program: Program, project: Project): Map<Step, string> {
  const lastRun = stage.steps.findLastIndex((step) => step.instruction.kind === 'run');
  const moved = new Map<Step, string>();
  for (const [index, step] of stage.steps.entries()) {
    if (index <= lastRun || !step.copy?.destination.known) continue;
    if (step.copy.from.kind === 'context' && copiesSources(step, program, project)) continue;
    if (isInArtefact(step.copy.destination.value, program)) continue;
    if (mayBringArtefact(step.copy, stage, program, project)) continue;
    moved.set(step, 'copied after the build: only the program can use it');
  }
  return moved;
}

/** The copy that goes to the runtime stage and has the file in it. */
function bringingCopy(
  path: string,
  moved: ReadonlyMap<Step, string>,
  stage: Stage,
  project: Project,
): Step | undefined {
  const origin = originOf(stage, path, project);
  if (origin.kind === 'stage' || origin.kind === 'context' || origin.kind === 'foreign')
    return moved.has(origin.step) ? origin.step : undefined;
  return [...moved.keys()].find(
    ({ copy }) => copy?.destination.known === true && copy.destination.value === path,
  );
}

/** A copy of files that are named by a pattern, into the folder of the program: whether that is among them is not known. */
function mayBringArtefact(copy: CopyStep, stage: Stage, program: Program, project: Project): boolean {
  const { destination } = copy;
  if (copy.from.kind === 'context' || !destination.known) return false;
  return program.artefacts.some(
    ({ path }) =>
      path !== destination.value &&
      within(path, destination.value) &&
      originOf(stage, path, project).kind === 'unknown',
  );
}

/** What lands in a folder that ships as a whole comes along with it. */
function isInArtefact(destination: string, { artefacts }: Program): boolean {
  return artefacts.some(({ folder, path }) => folder && within(destination, path));
}
