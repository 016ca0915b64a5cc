import { describe, expect, it } from 'vitest';
import { launchProfile } from '../../server/src/ecosystems/dotnet/launch-settings';
import { readProjectFile } from '../../server/src/ecosystems/dotnet/project-file';
import { projectFromFiles } from '../../server/src/project/memory';

const file = (properties: string) =>
  `<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup>${properties}</PropertyGroup></Project>`;

describe('a project file', () => {
  it('takes what it does not say from Directory.Build.props above it', () => {
    const project = projectFromFiles({
      'Directory.Build.props':
        '<Project><PropertyGroup><TargetFramework>net9.0</TargetFramework><Nullable>x</Nullable></PropertyGroup></Project>',
      'src/App/App.csproj': file('<Nullable>enable</Nullable>'),
    });
    const found = readProjectFile('src/App/App.csproj', project);
    expect(found?.property('TargetFramework')).toBe('net9.0');
    expect(found?.property('Nullable')).toBe('enable');
    expect(found?.assembly).toBe('App');
  });

  it('is silent on what is made of other properties', () => {
    const project = projectFromFiles({ 'a.fsproj': file('<AssemblyName>$(X).a</AssemblyName>') });
    expect(readProjectFile('a.fsproj', project)).toMatchObject({ assembly: '' });
  });

  it('is none when it is no XML', () => {
    for (const text of ['', '<Project', 'hello', '<a></b>'])
      expect(readProjectFile('a.csproj', projectFromFiles({ 'a.csproj': text })), text).toBeUndefined();
  });
});

describe('launch settings', () => {
  const settings = {
    'Properties/launchSettings.json': `{
      // made by the editor
      "profiles": {
        "IIS": { "commandName": "IISExpress" },
        "App": { "commandName": "Project", "applicationUrl": "http://localhost:5000", "environmentVariables": { "A": "1" } },
        "Other": { "commandName": "Project" },
      }
    }`,
  };

  it('are those of the first profile that starts the project, or of the one named', () => {
    const project = projectFromFiles(settings);
    expect([...(launchProfile('', undefined, project)?.environment ?? [])]).toEqual([
      ['ASPNETCORE_URLS', 'http://localhost:5000'],
      ['A', '1'],
    ]);
    expect(launchProfile('', 'Other', project)?.environment.size).toBe(0);
  });

  it('are none without the file, without a profile, or in a broken file', () => {
    expect(launchProfile('src', undefined, projectFromFiles(settings))).toBeUndefined();
    expect(launchProfile('', 'Missing', projectFromFiles(settings))).toBeUndefined();
    expect(
      launchProfile('', undefined, projectFromFiles({ 'Properties/launchSettings.json': '[' })),
    ).toBeUndefined();
  });
});
