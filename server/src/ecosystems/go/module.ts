import { originOf } from '../../model/paths';
import type { StageSoFar, Step } from '../../model/model';
import type { Project } from '../../project/project';
import { basename, dirname, joinPath, relativeTo } from '../../text/path';
import { known, unknown, type Fact } from '../../text/fact';
import { oncePer } from '../../text/remember';
import { readGoCommand } from './command';
import { readGoMod } from './gomod';

/** Where a Go module of the build context lies in a stage. */
export interface ModulePlace {
  /** Absolute folder in the stage. */
  readonly stageRoot: string;
  /** The same folder in the build context, relative to its root. */
  readonly contextRoot: string;
  /** Undefined without go.mod, unless the folder lies below GOPATH/src. */
  readonly modulePath: string | undefined;
}

/** Finds the module that a directory of a stage belongs to, as cmd/go does: the nearest go.mod upwards. */
export function placeModule(
  directory: string,
  stage: StageSoFar,
  project: Project,
  end?: number,
): Fact<ModulePlace> {
  const until = end ?? stage.steps.length;
  const initialised = initialisedModule(directory, stage);
  for (let folder = directory; ; folder = dirname(folder)) {
    const origin = originOf(stage, joinPath(folder, 'go.mod'), project, until);
    if (origin.kind === 'context') {
      const text = project.read(origin.path);
      if (text === undefined) return unknown(`${origin.path} cannot be read`);
      const contextRoot = dirname(`/${origin.path}`).slice(1);
      return known({ stageRoot: folder, contextRoot, modulePath: readGoMod(text).module });
    }
    if (folder === initialised?.folder || folder === '/') break;
  }
  const contextRoot = contextFolderOf(directory, stage, project, until);
  if (contextRoot === undefined) {
    return unknown(`the sources in ${directory} do not come from the build context`);
  }
  return known({
    stageRoot: directory,
    contextRoot,
    modulePath: initialised?.path ?? gopathImport(directory),
  });
}

/** Import path of a folder in GOPATH mode: what follows `GOPATH/src/`. */
function gopathImport(directory: string): string | undefined {
  return /\/go\/src\/(.+)$/.exec(directory)?.[1];
}

/** `go mod init PATH` in an earlier RUN of the stage. */
function initialisedModule(
  directory: string,
  stage: StageSoFar,
): { folder: string; path: string | undefined } | undefined {
  for (const step of stage.steps) {
    for (const { folder, path } of initialisedBy(step)) {
      if (relativeTo(folder, directory) !== undefined) return { folder, path };
    }
  }
  return undefined;
}

/** The `go mod init` of a step. */
const initialisedBy: (step: Step) => readonly { folder: string; path: string | undefined }[] = oncePer(
  ({ commands }) =>
    (commands ?? []).flatMap((command) => {
      const go = readGoCommand(command);
      if (go?.verb !== 'mod init' || !go.directory.known) return [];
      const path = go.packages[0];
      return [{ folder: go.directory.value, path: path?.known ? path.value : undefined }];
    }),
);

function contextFolderOf(
  directory: string,
  stage: StageSoFar,
  project: Project,
  until: number,
): string | undefined {
  const whole = originOf(stage, directory, project, until);
  if (whole.kind === 'context' && project.isFolder(whole.path)) return whole.path;
  // A folder that was filled file by file: `COPY *.go .`
  for (const file of project.files) {
    if (!file.path.endsWith('.go')) continue;
    const origin = originOf(stage, joinPath(directory, basename(file.path)), project, until);
    if (origin.kind === 'context' && origin.path === file.path) return dirname(`/${file.path}`).slice(1);
  }
  return undefined;
}
