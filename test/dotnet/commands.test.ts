import { describe, expect, it } from 'vitest';
import { readDotnet } from '../../server/src/ecosystems/dotnet/commands';

const read = (line: string) => readDotnet(line.split(' '), '/src');

describe('calls of dotnet', () => {
  it('say what they publish, and where to', () => {
    const call = read('dotnet publish Api/Api.csproj -c Release -o ../out/ --no-restore /p:UseAppHost=false');
    expect(call).toMatchObject({
      verb: 'publish',
      target: '/src/Api/Api.csproj',
      output: '/out',
      configuration: 'Release',
    });
    expect(call?.properties.get('useapphost')).toBe('false');
  });

  it('say whether the program brings its own .NET', () => {
    expect(read('dotnet publish -r linux-x64 --self-contained false')?.selfContained).toBe(false);
    expect(read('dotnet publish -r linux-x64 --self-contained')?.selfContained).toBe(true);
    expect(read('dotnet publish -p:SelfContained=true')?.selfContained).toBe(true);
    expect(read('dotnet publish')?.selfContained).toBeUndefined();
  });

  it('hand on to the program what they do not know themselves', () => {
    expect(read('dotnet run --project Api -- --seed 1')?.programArguments).toEqual(['--seed', '1']);
    expect(read('dotnet run --urls http://*:80')?.programArguments).toEqual(['--urls', 'http://*:80']);
    expect(read('dotnet watch --project Api run --no-launch-profile')).toMatchObject({
      verb: 'run',
      watches: true,
    });
  });

  it('are none for programs, tests and tools', () => {
    for (const line of [
      'dotnet Api.dll',
      'dotnet test',
      'dotnet ef database update',
      'dotnetx publish',
      'publish',
    ])
      expect(read(line), line).toBeUndefined();
  });
});
