import { effectsOf } from '../../model/effects/effects';
import type { CommandWithoutEffects } from '../../model/commands';
import type { Effect, StageSoFar } from '../../model/model';
import type { Project } from '../../project/project';
import { effectiveCommand } from '../../shell/effective-command';
import { known } from '../../text/fact';
import { basename, joinPath } from '../../text/path';
import { cargoCallsOf, type CargoCall } from './calls';
import { inDirectory } from './command';
import { outputsOf } from './outputs';
import { targetFolder } from './trace';

const builds: Effect = { kind: 'builds', language: 'rust' };
const downloads: Effect = { kind: 'downloads-dependencies', language: 'rust' };

/** Effects of Cargo and rustup, also when make or a script of the context calls them; undefined for other commands. */
export function classifyRust(
  command: CommandWithoutEffects,
  stage: StageSoFar,
  project: Project,
): readonly Effect[] | undefined {
  const tool = basename(effectiveCommand(command.command).name ?? '');
  if (tool === 'rustup' || tool === 'rustup-init' || isInstaller(command, tool))
    return toolchainFolders(command);
  if (tool === 'cargo-binstall') return [downloads, ...cargoHome(command)];
  if (tool === 'diesel' || tool === 'sqlx' || tool === 'sea-orm-cli') return undefined;
  const found = cargoCallsOf(command, stage, project);
  if (!found?.known) return undefined;
  const { calls, others } = found.value;
  if (calls.length === 0) return undefined;
  return [
    ...calls.flatMap((call) => effectsOfCall(call, stage, project)),
    ...others.flatMap((other) => effectsOf(other, {})),
  ];
}

/** `curl https://sh.rustup.rs | sh -s -- -y` */
function isInstaller({ command, script }: CommandWithoutEffects, tool: string): boolean {
  if (!/^(sh|bash)$/.test(tool) && !/rustup/.test(tool)) return false;
  if (/rustup.*\.sh$/.test(tool)) return true;
  const at = script.commands.indexOf(command);
  const before = script.commands[at - 1];
  return (
    command.joiner === '|' &&
    (before?.words.some(({ raw }) => /\bsh\.rustup\.rs\b|\/rustup\.rs/.test(raw)) ?? false)
  );
}

function toolchainFolders(command: CommandWithoutEffects): Effect[] {
  const rustup = command.env.get('RUSTUP_HOME') ?? known('/root/.rustup');
  return [{ kind: 'writes', path: rustup, tree: true, from: 'download' }, ...cargoHome(command)];
}

function cargoHome({ env }: CommandWithoutEffects): Effect[] {
  return [
    { kind: 'writes', path: env.get('CARGO_HOME') ?? known('/root/.cargo'), tree: true, from: 'download' },
  ];
}

function effectsOfCall(call: CargoCall, stage: StageSoFar, project: Project): Effect[] {
  const { cargo, command } = call;
  const target = targetFolder(call, stage, project);
  // Where no Cargo.toml is at hand, the folder is where it mostly is.
  const path = target === undefined ? inDirectory(cargo.directory, known('target')) : known(target);
  const folder: Effect[] = [{ kind: 'writes', path, tree: true, from: 'compiler' }];
  const inside = (name: string, tree: boolean): Effect => ({
    kind: 'writes',
    path: inDirectory(cargo.directory, known(name)),
    tree,
    from: 'command',
  });
  switch (cargo.verb) {
    case 'build':
    case 'install': {
      const outputs = outputsOf(cargo, command, stage, project);
      const made: Effect[] = outputs.known
        ? outputs.value.map(({ path }) => ({
            kind: 'writes',
            path: known(path),
            tree: false,
            from: 'compiler',
          }))
        : [{ kind: 'unknown', because: outputs.because }];
      // The most exact last: who asks for a path finds it first.
      return [downloads, builds, ...cargoHome(command), ...folder, ...made];
    }
    case 'check':
    case 'test':
    case 'bench':
    case 'clippy':
    case 'doc':
    case 'rustc':
    case 'chef cook':
      return [downloads, builds, ...cargoHome(command), ...folder];
    case 'fetch':
    case 'update':
    case 'generate-lockfile':
    case 'add':
    case 'remove':
    case 'search':
      return [downloads, ...cargoHome(command)];
    case 'vendor':
      return [downloads, inside('vendor', true)];
    case 'chef prepare':
      return [inside('recipe.json', false)];
    case 'new':
    case 'init': {
      const [name] = cargo.operands;
      if (name && !name.known) return [{ kind: 'unknown', because: name.because }];
      const path = inDirectory(cargo.directory, known(name?.value ?? '.'));
      return path.known
        ? [{ kind: 'writes', path: known(joinPath(path.value, 'src')), tree: true, from: 'command' }]
        : [];
    }
    case 'clean':
      return target === undefined ? [] : [{ kind: 'removes', path: known(target) }];
    case '':
    case 'version':
    case 'fmt':
    case 'metadata':
    case 'tree':
    case 'audit':
    case 'deny':
    case 'nextest':
    case 'machete':
    case 'udeps':
    case 'sweep':
      return [];
    case 'run':
      return [
        builds,
        downloads,
        ...folder,
        { kind: 'unknown', because: 'what the program that "cargo run" starts writes is up to its sources' },
      ];
    default:
      return [
        builds,
        ...folder,
        { kind: 'unknown', because: `what "cargo ${cargo.verb}" writes is not known` },
      ];
  }
}
