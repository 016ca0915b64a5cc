import { parse } from 'jsonc-parser';
import type { Project } from '../../project/project';

/** What `dotnet run` takes from Properties/launchSettings.json. */
export interface LaunchProfile {
  readonly name: string;
  readonly environment: ReadonlyMap<string, string>;
  readonly arguments: string;
}

type Json = Readonly<Record<string, unknown>>;

/**
 * The profile that `dotnet run` uses: the one named, or the first that starts the project. Undefined without the file.
 * Source: learn.microsoft.com, Use multiple environments in ASP.NET Core; dotnet/sdk, LaunchSettingsManager.
 */
export function launchProfile(
  folder: string,
  named: string | undefined,
  project: Project,
): LaunchProfile | undefined {
  const text = project.read(`${folder === '' ? '' : `${folder}/`}Properties/launchSettings.json`);
  if (text === undefined) return undefined;
  const profiles = mapping(mapping(parse(text.replace(/^\uFEFF/, '')))['profiles']);
  const found = Object.entries(profiles).find(([name, profile]) =>
    named === undefined ? mapping(profile)['commandName'] === 'Project' : name === named,
  );
  if (!found) return undefined;
  const [name, profile] = found;
  const { applicationUrl, environmentVariables, commandLineArgs } = mapping(profile);
  const environment = new Map<string, string>();
  if (typeof applicationUrl === 'string') environment.set('ASPNETCORE_URLS', applicationUrl);
  for (const [key, value] of Object.entries(mapping(environmentVariables)))
    if (typeof value === 'string') environment.set(key, value);
  return { name, environment, arguments: typeof commandLineArgs === 'string' ? commandLineArgs : '' };
}

function mapping(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
