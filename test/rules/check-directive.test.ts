import { describe, expect, it } from 'vitest';
import { parseDockerfile } from '../../server/src/dockerfile/parse';
import { silencedChecks } from '../../server/src/host/buildkit-checks';
import { unknownProject } from '../../server/src/project/project';
import {
  fileOptions,
  optionsAt,
  parseCheckOptions,
} from '../../server/src/rules/buildkit/facts/check-options';
import { parsePlatform } from '../../server/src/rules/buildkit/facts/platform';
import { allRules } from '../../server/src/rules/index';
import { createService, type AnalysisOptions } from '../../server/src/service';

const service = createService({
  log(message) {
    throw new Error(message);
  },
});

/** Findings of BuildKit's checks alone, as `id severity`. */
function found(text: string, severities: AnalysisOptions['severities'] = {}): readonly string[] {
  return service
    .lint(text, unknownProject, { severities })
    .filter(({ rule }) => rule.group === 'buildkit')
    .map(({ rule, severity }) => `${rule.id} ${severity}`);
}

const written = (list: 'all' | ReadonlySet<string>) => (list === 'all' ? 'all' : [...list].join(' '));

describe('the options of a check directive', () => {
  it.each([
    ['skip=all', 'all', '', false],
    ['skip=A,B', 'A B', '', false],
    ['skip=A;error=true', 'A', '', true],
    ['error=T;experimental=all;skip=A', 'A', 'all', true],
    ['experimental=A,B', '', 'A B', false],
    ['error=0', '', '', false],
    ['skip=A, B', 'A ', '', false],
    ['skip=A // for a reason', 'A', '', false],
    ['skip=A;skip=B', 'B', '', false],
    ['skip=All', 'All', '', false],
  ])('are read from %s', (value, skip, experimental, error) => {
    const options = parseCheckOptions(value);
    expect(options && [written(options.skip), written(options.experimental), options.error]).toEqual([
      skip,
      experimental,
      error,
    ]);
  });

  it.each([
    'skip',
    'error=maybe',
    'error=',
    'other=1',
    'skip=A;',
    'skip=A;error',
    'error=true;skip=A;error=1;x=2',
  ])('are refused in %s', (value) => expect(parseCheckOptions(value)).toBeUndefined());

  it('come from the top of the file only', () => {
    expect(written(fileOptions(parseDockerfile('# check=skip=A\nFROM a\n')).skip)).toBe('A');
    expect(written(fileOptions(parseDockerfile('# a note\n# check=skip=A\nFROM a\n')).skip)).toBe('');
    expect(written(fileOptions(parseDockerfile('# check=nonsense\nFROM a\n')).skip)).toBe('');
  });

  it.each([
    ['# check=skip=B\nRUN b', 'A B'],
    ['# check=skip=B\n\n# a note\nRUN b', 'A B'],
    ['# check=skip=B\n# check=skip=C\nRUN b', 'A B'],
    ['# check=skip=B\n#\nRUN b', 'A'],
    ['  # check=skip=B\nRUN b', 'A'],
    ['# check=nonsense\n# check=skip=B\nRUN b', 'A'],
    ['# Check = skip=B\nRUN b', 'A B'],
    ['# check=skip=B;experimental=all\nRUN b', 'A B'],
    ['# check=skip=B\nRUN other\nRUN b', 'A'],
    ['RUN other \\\n# check=skip=B\n  more\nRUN b', 'A'],
    ['# check=skip=all\nRUN b', 'all'],
  ])('have those of the comments above an instruction added: %j', (text, skip) => {
    const dockerfile = parseDockerfile(`# check=skip=A\nFROM a\n${text}\n`);
    const last = dockerfile.instructions.at(-1);
    expect(last && written(optionsAt(dockerfile, last).skip)).toBe(skip);
  });

  it('make findings errors, in the whole file', () => {
    const text = 'FROM debian:13 as build\nRUN a\ncopy a b\n';
    const both = ['FromAsCasing', 'ConsistentInstructionCasing'];
    expect(found(text)).toEqual(both.map((id) => `${id} information`));
    expect(found(`# check=error=true\n${text}`)).toEqual(both.map((id) => `${id} error`));
    expect(found(`# check=skip=FromAsCasing;error=true\n${text}`)).toEqual([
      'ConsistentInstructionCasing error',
    ]);
    expect(found(`# check=error=true\n${text}`, { FromAsCasing: 'hint' })).toEqual([
      'FromAsCasing hint',
      'ConsistentInstructionCasing error',
    ]);
  });

  it('name experimental checks, which a setting can ask for as well', () => {
    const text = 'FROM debian:13\n# a note\nARG A\n';
    const id = 'InvalidDefinitionDescription';
    expect(found(text)).toEqual([]);
    expect(found(`# check=experimental=${id}\n${text}`)).toEqual([`${id} hint`]);
    expect(found(text, { [id]: 'warning' })).toEqual([`${id} warning`]);
    expect(found(`# check=skip=${id}\n${text}`, { [id]: 'warning' })).toEqual([]);
  });
});

describe("the choice of BuildKit's checks", () => {
  const count = allRules.filter(({ group }) => group === 'buildkit').length;
  const silenced = (mode: 'auto' | 'on' | 'off', ...extensions: string[]) =>
    Object.keys(silencedChecks(allRules, mode, extensions));

  it('has all 22 of them', () => {
    expect(count).toBe(22);
  });

  it('leaves to Docker DX all that it reports, and nothing else', () => {
    expect(silenced('auto')).toEqual([]);
    expect(silenced('auto', 'ms-python.python')).toEqual([]);
    expect(silenced('auto', 'docker.docker')).toHaveLength(count);
    expect(silenced('auto', 'ms-azuretools.vscode-containers', 'docker.docker')).toHaveLength(count);
  });

  it("leaves to Microsoft's extensions what their language server reports", () => {
    const some = silenced('auto', 'ms-azuretools.vscode-containers');
    expect(some).toContain('MaintainerDeprecated');
    expect(some).not.toContain('JSONArgsRecommended');
    expect(silenced('auto', 'ms-azuretools.vscode-docker')).toEqual(some);
  });

  it('is the user’s where one was made', () => {
    expect(silenced('on', 'docker.docker')).toEqual([]);
    expect(silenced('off')).toHaveLength(count);
  });

  it('never concerns other rules', () => {
    const ours = allRules.filter(({ group }) => group === undefined).map(({ id }) => id);
    expect(silenced('off').filter((id) => ours.includes(id))).toEqual([]);
  });
});

describe('a platform', () => {
  it.each([
    ['linux/amd64', 'linux', 'amd64'],
    ['linux/arm/v7', 'linux', 'arm'],
    ['Linux/X86_64', 'linux', 'amd64'],
    ['linux/aarch64', 'linux', 'arm64'],
    ['macos', 'darwin', undefined],
    ['arm64', undefined, 'arm64'],
    ['windows(10.0.17763)/amd64', 'windows', 'amd64'],
  ])('is read from %s', (text, os, architecture) => {
    expect(parsePlatform(text)).toEqual({ os, architecture });
  });

  it.each(['', 'pdp11', 'linux/', 'linux/amd64/v1/x', 'linux/am d64', '$X/amd64'])(
    'is not read from %j',
    (text) => {
      expect(parsePlatform(text)).toBeUndefined();
    },
  );
});
