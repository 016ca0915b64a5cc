import { effectsOf } from '../../model/effects/effects';
import type { CommandWithoutEffects } from '../../model/commands';
import type { Effect, StageSoFar } from '../../model/model';
import type { Project } from '../../project/project';
import { effectiveCommand } from '../../shell/effective-command';
import { basename, joinPath } from '../../text/path';
import { known } from '../../text/fact';
import { goPath, outputsOf } from './builds';
import { goCallsOf, type GoCall } from './calls';
import { generatesCodeOnly, generatorEffects } from './generators';

/** Tools that check sources or shrink a binary in place: no file comes or goes. */
const checkers = new Set([
  'gotestsum',
  'golangci-lint',
  'staticcheck',
  'govulncheck',
  'gosec',
  'revive',
  'gofumpt',
  'upx',
  'strip',
]);

/** Effects of the Go tool, also when make calls it; undefined for other commands. */
export function classifyGo(
  command: CommandWithoutEffects,
  stage: StageSoFar,
  project: Project,
): readonly Effect[] | undefined {
  const tool = basename(effectiveCommand(command.command).name ?? '');
  if (checkers.has(tool)) return [{ kind: 'builds', language: 'go' }];
  const generated = generatorEffects(command);
  if (generated) return generated;
  const found = goCallsOf(command, stage, project);
  if (!found) return undefined;
  if (!found.known) {
    // A Makefile that cannot be followed, in a Go project, most likely compiles it.
    const isGoProject = project.files.some(({ path }) => /(^|\/)go\.mod$/.test(path));
    if (!isGoProject) return undefined;
    return [
      { kind: 'builds', language: 'go' },
      { kind: 'unknown', because: found.because },
    ];
  }
  const { calls, others } = found.value;
  if (calls.length === 0) return undefined;
  return [
    ...calls.flatMap((call) => effectsOfCall(call, stage, project)),
    ...others.flatMap((other) => effectsOf(other, {})),
  ];
}

/** `go test -c -o /out/it.test` writes a program, as profiles and traces of tests are written. */
function compilesTests({ argv }: CommandWithoutEffects): boolean {
  return argv.some((word) => !word.known || /^--?(c|o|\w*profile|trace|outputdir)(=|$)/.test(word.value));
}

function effectsOfCall({ go, command }: GoCall, stage: StageSoFar, project: Project): Effect[] {
  const cache: Effect[] = [];
  const gopath = goPath(command);
  if (gopath.known) {
    cache.push({ kind: 'writes', path: known(joinPath(gopath.value, 'pkg')), tree: true, from: 'compiler' });
  }
  switch (go.verb) {
    case 'build':
    case 'install': {
      const outputs = outputsOf(go, command, stage, project);
      if (!outputs.known) {
        return [{ kind: 'builds', language: 'go' }, { kind: 'unknown', because: outputs.because }, ...cache];
      }
      return [
        { kind: 'builds', language: 'go' },
        ...outputs.value.flatMap((output): Effect[] =>
          output.path === undefined
            ? []
            : [{ kind: 'writes', path: known(output.path), tree: false, from: 'compiler' }],
        ),
        ...cache,
      ];
    }
    case 'mod download':
    case 'mod verify':
    case 'mod tidy':
      return [{ kind: 'downloads-dependencies', language: 'go' }, ...cache];
    case 'mod vendor':
      return [
        { kind: 'downloads-dependencies', language: 'go' },
        ...(go.directory.known
          ? [
              {
                kind: 'writes' as const,
                path: known(joinPath(go.directory.value, 'vendor')),
                tree: true,
                from: 'download' as const,
              },
            ]
          : []),
      ];
    case 'mod init':
      return go.directory.known
        ? [
            {
              kind: 'writes',
              path: known(joinPath(go.directory.value, 'go.mod')),
              tree: false,
              from: 'command',
            },
          ]
        : [];
    case 'get':
      // Before Go 1.17 it installed programs too.
      return [
        { kind: 'downloads-dependencies', language: 'go' },
        ...cache,
        ...(gopath.known
          ? [
              {
                kind: 'writes' as const,
                path: known(joinPath(gopath.value, 'bin')),
                tree: true,
                from: 'compiler' as const,
              },
            ]
          : []),
      ];
    case 'generate':
      if (generatesCodeOnly(project)) return [{ kind: 'builds', language: 'go' }, ...cache];
      return [
        { kind: 'builds', language: 'go' },
        { kind: 'unknown', because: 'what "go generate" writes is up to the sources' },
      ];
    case 'run':
    case 'tool':
      return [
        { kind: 'builds', language: 'go' },
        { kind: 'unknown', because: `what "go ${go.verb}" writes is up to the sources` },
      ];
    case 'test':
      return compilesTests(command)
        ? [
            { kind: 'builds', language: 'go' },
            { kind: 'unknown', because: 'the program of "go test" has the name that its options give' },
            ...cache,
          ]
        : [];
    case 'vet':
    case 'fmt':
    case 'version':
    case 'env':
    case 'clean':
    case 'list':
    case 'fix':
    case 'doc':
    case 'mod edit':
    case 'mod graph':
    case 'mod why':
      return [];
    default:
      return [{ kind: 'unknown', because: `what "go ${go.verb}" does is not known` }];
  }
}
