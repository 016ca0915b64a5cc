import type { Stage } from '../../model/model';
import { within } from '../../model/paths';
import type { Project } from '../../project/project';
import type { Span } from '../../text/span';
import { joinPath } from '../../text/path';
import { readDotnet, type DotnetCommand } from './commands';
import { projectOf, projectsNamed, type PlacedProject } from './projects';
import type { ProjectFile } from './project-file';

/** What a `dotnet publish` of the stage makes. */
export interface Published {
  readonly command: DotnetCommand;
  /** Undefined for a solution. */
  readonly project: PlacedProject | undefined;
  /** Absolute folder with the program and all that it needs of NuGet. */
  readonly folder: string;
  readonly at: Span;
}

/** Every `dotnet publish` whose words are known, in order. */
export function publishesOf(stage: Stage, project: Project, version: string): Published[] {
  return stage.steps
    .flatMap((step) => step.commands ?? [])
    .flatMap(({ argv, cwd, command }): Published[] => {
      const words = argv.flatMap((word) => (word.known ? [word.value] : []));
      if (words.length !== argv.length || !cwd.known) return [];
      const call = readDotnet(words, cwd.value);
      if (call?.verb !== 'publish') return [];
      const placed = projectOf(call, stage, project);
      const folder = call.output ?? (placed && usualFolder(call, placed, version));
      return folder === undefined ? [] : [{ command: call, project: placed, folder, at: command.span }];
    });
}

/** Where `dotnet publish` puts its result without being told. Source: learn.microsoft.com, dotnet publish. */
function usualFolder(
  call: DotnetCommand,
  { file, folder }: PlacedProject,
  version: string,
): string | undefined {
  if (file.property('PublishDir') !== undefined || file.property('OutputPath') !== undefined)
    return undefined;
  const framework = call.framework ?? file.property('TargetFramework') ?? `net${version}`;
  const standard = Number.parseInt(version, 10) >= 8 ? 'Release' : 'Debug';
  const parts = ['bin', call.configuration ?? standard, framework, call.runtime, 'publish'];
  return joinPath(folder, parts.filter((part) => part !== undefined).join('/'));
}

/** The published folder that holds a program, and the project that makes it. */
export function publishedAt(
  path: string,
  published: readonly Published[],
  project: Project,
): { readonly from: Published; readonly file: ProjectFile | undefined } | undefined {
  const from = published.findLast(
    ({ folder }) => within(path, folder) && path.lastIndexOf('/') === folder.length,
  );
  if (!from) return undefined;
  const assembly = path.slice(path.lastIndexOf('/') + 1).replace(/\.(dll|exe)$/, '');
  if (from.project) return { from, file: from.project.file };
  const named = projectsNamed(assembly, project);
  return { from, file: named.length === 1 ? named[0] : undefined };
}
