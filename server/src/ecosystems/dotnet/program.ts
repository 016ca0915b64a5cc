import type { Artefact, Program, ProgramRefusal, ProgramRequest } from '../ecosystem';
import { originOf } from '../../model/paths';
import { basename, joinPath } from '../../text/path';
import { compareVersions } from '../../images/version';
import { findProgram, type Found } from './found';
import { namedFiles } from './named-files';
import { beyondImages, editionOf, versionOf } from './needs';
import { sourceNeeds, type SourceNeeds } from './sources';

/** The .NET program that the stage starts; undefined when it starts none. */
export function analyseDotnetProgram(request: ProgramRequest): Program | ProgramRefusal | undefined {
  const { stage, project, at } = request;
  const { image } = stage;
  if (image?.language !== 'dotnet' || image.role !== 'toolchain') return undefined;
  const refuse = (message: string): ProgramRefusal => ({ kind: 'refusal', message, at });
  const version = versionOf(image);
  if (version === undefined) return refuse(`which version of .NET ${image.reference.raw} has is not known`);
  const sources = sourceNeeds(project);
  const found = findProgram(request, version, sources);
  if (typeof found === 'string') return refuse(found);
  const { file } = found;
  const target = file?.property('TargetFramework');
  const own = [`net${version}`, `netcoreapp${version}`];
  if (target !== undefined && !own.some((each) => target.startsWith(each)) && !found.packaging.selfContained)
    return refuse(
      `${file?.path ?? ''} is built for ${target}, and ${image.reference.raw} has .NET ${version}`,
    );
  const beyond = beyondImages(file);
  if (beyond !== undefined) return refuse(`${beyond} needs a browser or libraries that no .NET image has`);
  for (const name of ['ASPNETCORE_URLS', 'ASPNETCORE_HTTPS_PORTS']) {
    const value = stage.end.env.get(name);
    if (value?.known && (/https:/i.test(value.value) || (name.includes('HTTPS') && value.value !== '')))
      return refuse(
        `${name} asks for HTTPS, and the developer's certificate that the SDK makes is not moved`,
      );
  }
  const placed = placeOf(found, request, sources);
  return typeof placed === 'string' ? refuse(placed) : describe(request, found, placed, version, sources);
}

interface Place {
  readonly artefacts: readonly Artefact[];
  /** How the start command names the program. */
  readonly name: string;
}

/**
 * ASP.NET Core looks for settings and pages in the working directory. Where that is the folder of the project, the published
 * program is put there, which has them all; elsewhere it stays where it was.
 */
function placeOf(found: Found, request: ProgramRequest, sources: SourceNeeds): Place | string {
  const { stage, project, workdir, argv } = request;
  const { folder, name } = found;
  const moves = found.projectFolder === workdir && workdir !== '/' && folder !== workdir;
  const artefact: Artefact = {
    path: folder,
    runtimePath: moves ? workdir : folder,
    folder: true,
    writable: true,
    reason: 'the published program, with its packages, settings and pages',
  };
  const isBinary = !name.endsWith('.dll');
  const named = isBinary && workdir === artefact.runtimePath ? `./${name}` : name;
  if (moves) {
    if (argv === undefined)
      return `a shell starts the program in ${workdir}, where its sources and settings are; start it in ${folder}`;
    return { artefacts: [artefact, ...namedFiles(request, found.file, sources)], name: named };
  }
  if (folder === workdir) return { artefacts: [artefact], name: named };
  for (const each of ['appsettings.json', 'wwwroot'])
    if (originOf(stage, joinPath(workdir, each), project).kind === 'context')
      return `the program reads ${each} in ${workdir}, where the sources are, and not in ${folder}, where it was published`;
  return { artefacts: [artefact, ...namedFiles(request, found.file, sources)], name: joinPath(folder, name) };
}

function describe(
  { stage, argv, at }: ProgramRequest,
  found: Found,
  { artefacts, name }: Place,
  version: string,
  sources: SourceNeeds,
): Program {
  const { run, packaging } = found;
  const isHosted = name.endsWith('.dll');
  const host = run ? 'dotnet' : (argv?.[0] ?? 'dotnet');
  const environment = new Map(run?.environment);
  // The SDK's images before .NET 8 take away the address that the runtime images set.
  if (
    compareVersions(version, '8.0') < 0 &&
    !stage.end.env.get('ASPNETCORE_URLS')?.known &&
    !environment.has('ASPNETCORE_URLS')
  )
    environment.set('ASPNETCORE_URLS', '');
  return {
    kind: 'program',
    language: 'dotnet',
    artefacts,
    argv: argv && [...(isHosted ? [host] : []), name, ...found.arguments],
    libc: isHosted ? 'none' : 'glibc',
    interpreter: { language: 'dotnet', version, edition: editionOf(packaging, found.file, stage, sources) },
    provides: (command) => basename(command) === 'dotnet',
    ...(environment.size > 0 ? { environment } : {}),
    builderImage: stage.image,
    cxxRuntime: true,
    libraries: [],
    files: [],
    unsure: [],
    writes: [],
    spawns: sources.spawns,
    corrections: [],
    addedInstructions: run ? [run.instruction] : [],
    optimisations: () => [],
    isBuildVariable: (variable) =>
      /^(NUGET_\w+|DOTNET_(CLI_\w+|NOLOGO|SKIP_FIRST_TIME_EXPERIENCE|USE_POLLING_FILE_WATCHER)|(BUILD_)?CONFIGURATION)$/.test(
        variable,
      ),
    isSource: (path) =>
      /\.((cs|fs|vb)(proj|html)?|slnx?|razor|resx|props|targets)$|(^|\/)(global|nuget|packages\.lock|launchSettings)\.\w+$/i.test(
        path,
      ),
    compiledIn: () => true,
    sourceFolders: [],
    warnings: (run?.warnings ?? []).map((message) => ({ message, at })),
  };
}
