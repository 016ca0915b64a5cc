import type { ProgramRequest } from '../ecosystem';
import type { Stage } from '../../model/model';
import { basename, joinPath } from '../../text/path';
import { readDotnet, type DotnetCommand } from './commands';
import { packagingOf, type Packaging } from './needs';
import type { ProjectFile } from './project-file';
import { publishedAt, publishesOf } from './published';
import { planRun, type RunPlan } from './run';
import type { SourceNeeds } from './sources';

/** A published program: where it is, what starts it, and what it was made of. */
export interface Found {
  /** Folder of `dotnet publish`. */
  readonly folder: string;
  /** File name: `App.dll`, or `App` for a program that starts by itself. */
  readonly name: string;
  readonly arguments: readonly string[];
  readonly file: ProjectFile | undefined;
  /** Folder of the project in the stage, where it is known. */
  readonly projectFolder: string | undefined;
  readonly packaging: Packaging;
  /** What takes the place of `dotnet run`. */
  readonly run: RunPlan | undefined;
}

/** The program that the start command runs, or why it cannot be moved. */
export function findProgram(request: ProgramRequest, version: string, sources: SourceNeeds): Found | string {
  const { stage, project, workdir } = request;
  const argv = request.argv ?? onlyCommand(stage);
  if (typeof argv === 'string') return argv;
  const [first = '', second = ''] = argv;
  const call = readDotnet(argv, workdir);
  if (call) {
    if (call.verb !== 'run' || request.argv === undefined)
      return `"dotnet ${call.verb}" needs the SDK each time the container starts`;
    return fromRun(call, request, sources);
  }
  const throughHost = basename(first) === 'dotnet';
  if (throughHost && !second.endsWith('.dll'))
    return `"dotnet ${second}" needs the SDK each time the container starts`;
  if (!throughHost && !first.includes('/'))
    return `the start command runs ${first}, which "dotnet publish" does not make`;
  const path = joinPath(workdir, throughHost ? second : first);
  const published = publishedAt(path, publishesOf(stage, project, version), project);
  if (!published) return `no "dotnet publish" of this file makes ${path}`;
  const { from, file } = published;
  const packaging = packagingOf(from.command, file);
  if (/musl|win|osx/.test(from.command.runtime ?? ''))
    return `${path} is compiled for ${from.command.runtime ?? ''}`;
  if (throughHost && packaging.selfContained)
    return `${path} brings its own .NET, and is started by another one`;
  if (!throughHost && file && file.assembly !== basename(path))
    return `${path} is not the program of ${file.path}`;
  if (!throughHost && stage.image?.libc !== 'glibc')
    return 'the program is compiled for musl, and the images without a shell have glibc';
  return {
    folder: from.folder,
    name: basename(path),
    arguments: argv.slice(throughHost ? 2 : 1),
    file,
    projectFolder: from.project?.folder,
    packaging,
    run: undefined,
  };
}

function fromRun(
  call: DotnetCommand,
  { stage, project }: ProgramRequest,
  sources: SourceNeeds,
): Found | string {
  const run = planRun(call, stage, project, sources);
  if (typeof run === 'string') return run;
  const { file, folder } = run.project;
  if (file.assembly === '') return `the name of the program that ${file.path} makes is computed`;
  const packaging = packagingOf(call, file);
  if (packaging.selfContained || call.runtime !== undefined)
    return '"dotnet run" starts a program that brings its own .NET';
  return {
    folder: run.folder,
    name: `${file.assembly}.dll`,
    arguments: run.arguments,
    file,
    projectFolder: folder,
    packaging,
    run,
  };
}

/** The words of a start command that a shell reads and that runs one program: `URLS=http://*:$PORT dotnet App.dll`. */
function onlyCommand({ end }: Stage): readonly string[] | string {
  const start = end.entrypoint?.instruction ? end.entrypoint : end.cmd;
  const [command, other] = start?.script?.commands ?? [];
  const words = command?.words.map(({ literal }) => literal ?? '') ?? [];
  const own = words[0] === 'exec' ? words.slice(1) : words;
  if (other) {
    const name = [other, command].map((each) => each?.words.map(({ raw }) => raw).join(' ') ?? '')[1] ?? '';
    return `the start command does more than start one program: "${name}" comes first`;
  }
  if (own.length === 0) return 'the start command needs a shell, and which program it starts is not known';
  return own;
}
