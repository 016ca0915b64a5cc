import type { Stage } from '../../model/model';
import type { Project } from '../../project/project';
import { dirname, joinPath } from '../../text/path';
import type { DotnetCommand } from './commands';
import { launchProfile } from './launch-settings';
import { projectOf, type PlacedProject } from './projects';
import type { SourceNeeds } from './sources';

/** What takes the place of `dotnet run`: a publish in the builder, and the settings that it gave the program. */
export interface RunPlan {
  readonly project: PlacedProject;
  readonly folder: string;
  readonly instruction: { readonly text: string; readonly reason: string };
  /** Variables that `dotnet run` takes from launchSettings.json. */
  readonly environment: ReadonlyMap<string, string>;
  readonly arguments: readonly string[];
  readonly warnings: readonly string[];
}

/** Where the builder publishes what `dotnet run` would start. */
const publishFolder = '/tmp/publish';

/** The plan, or why there is none. */
export function planRun(
  command: DotnetCommand,
  stage: Stage,
  project: Project,
  sources: SourceNeeds,
): RunPlan | string {
  const placed = projectOf(command, stage, project);
  if (!placed) return 'which project "dotnet run" starts is not known';
  const { file, folder } = placed;
  if (/BlazorWebAssembly/.test(file.sdk))
    return '"dotnet run" serves a Blazor WebAssembly project by a server of the SDK';
  if (file.property('SpaProxyServerUrl') !== undefined)
    return '"dotnet run" also starts a development server for the pages (SpaProxyServerUrl)';
  if (file.property('TargetFrameworks') !== undefined && command.framework === undefined)
    return `${file.path} is built for several frameworks`;
  const ofContext = dirname(`/${file.path}`).slice(1);
  const profile = command.noLaunchProfile
    ? undefined
    : launchProfile(ofContext, command.launchProfile, project);
  const environment = new Map(profile?.environment);
  const named = [...command.programArguments];
  const urls = urlsIn(named);
  // The argument --urls wins over the variable.
  if (urls !== undefined) environment.delete('ASPNETCORE_URLS');
  const effective = urls ?? environment.get('ASPNETCORE_URLS') ?? '';
  if (/https:/i.test(effective))
    return `the program listens on ${effective}: HTTPS takes a developer's certificate, which only the SDK makes`;
  if (profile && profile.arguments !== '' && named.length === 0 && /["'\\]/.test(profile.arguments))
    return `the profile ${profile.name} of launchSettings.json has arguments that are not understood`;
  const given =
    named.length > 0 || !profile ? named : profile.arguments.split(/\s+/).filter((word) => word !== '');
  const configuration = command.configuration ?? (sources.debugCode ? 'Debug' : 'Release');
  const path = joinPath(folder, file.path.slice(file.path.lastIndexOf('/') + 1));
  const framework = command.framework === undefined ? '' : ` -f ${command.framework}`;
  return {
    project: placed,
    folder: publishFolder,
    instruction: {
      text: `RUN dotnet publish ${path} -c ${configuration}${framework} -o ${publishFolder}`,
      reason: 'compiles what "dotnet run" would compile each time the container starts',
    },
    environment,
    arguments: given,
    warnings: warningsOf(command, configuration, environment),
  };
}

function urlsIn(words: readonly string[]): string | undefined {
  const at = words.findIndex((word) => /^(--urls|--server\.urls)(=|$)/.test(word));
  if (at === -1) return undefined;
  return words[at]?.includes('=') ? words[at].replace(/^[^=]*=/, '') : words[at + 1];
}

function warningsOf(
  { configuration, watches }: DotnetCommand,
  chosen: string,
  environment: ReadonlyMap<string, string>,
): string[] {
  const warnings: string[] = [];
  if (configuration === undefined && chosen === 'Release')
    warnings.push('"dotnet run" compiles for debugging; the program is now compiled for release');
  if (watches)
    warnings.push('"dotnet watch" gives way to a compiled program: changed sources need a new build');
  const mode = environment.get('ASPNETCORE_ENVIRONMENT') ?? environment.get('DOTNET_ENVIRONMENT');
  if (mode !== undefined)
    warnings.push(
      `the program runs as ${mode}, as launchSettings.json tells "dotnet run": take the ENV away for production`,
    );
  return warnings;
}
