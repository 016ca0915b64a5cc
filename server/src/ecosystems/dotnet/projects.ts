import { originOf } from '../../model/paths';
import type { Stage } from '../../model/model';
import type { Project } from '../../project/project';
import { dirname, joinPath } from '../../text/path';
import type { DotnetCommand } from './commands';
import { projectEnding, readProjectFile, type ProjectFile } from './project-file';

/** A project file and where the stage has it. */
export interface PlacedProject {
  readonly file: ProjectFile;
  /** Absolute folder in the stage. */
  readonly folder: string;
}

/** The project that a command works on; undefined for a solution, or when it is not known. */
export function projectOf(command: DotnetCommand, stage: Stage, project: Project): PlacedProject | undefined {
  const place = command.target ?? command.cwd;
  if (projectEnding.test(place)) return placed(place, stage, project);
  if (/\.slnx?$/.test(place)) return undefined;
  const inside = projectFiles(project)
    .map((path) => joinPath(place, path.slice(path.lastIndexOf('/') + 1)))
    .flatMap((candidate) => placed(candidate, stage, project) ?? []);
  const unique = new Map(inside.map((each) => [each.file.path, each]));
  const [only] = unique.values();
  return unique.size === 1 ? only : undefined;
}

/** Projects of the build context that make an assembly of this name. */
export function projectsNamed(assembly: string, project: Project): ProjectFile[] {
  return projectFiles(project)
    .flatMap((path) => readProjectFile(path, project) ?? [])
    .filter((file) => file.assembly === assembly);
}

function placed(place: string, stage: Stage, project: Project): PlacedProject | undefined {
  const origin = originOf(stage, place, project);
  if (origin.kind !== 'context') return undefined;
  const file = readProjectFile(origin.path, project);
  return file && { file, folder: dirname(place) };
}

function projectFiles(project: Project): string[] {
  return project.files.flatMap(({ path }) => (projectEnding.test(path) ? [path] : []));
}
