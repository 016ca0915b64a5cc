import type { CommandWithoutEffects } from '../../model/commands';
import type { Project } from '../../project/project';
import { dirname } from '../../text/path';
import { known, type Fact } from '../../text/fact';
import { inDirectory, type CargoCommand } from './command';
import { readToml, tableOf, textOf } from './manifest';
import type { CargoPlace } from './workspace';

/** What `.cargo/config.toml` files say that decides where and how programs are built. */
export interface CargoSettings {
  readonly target: string | undefined;
  /** Absolute folder in the stage. */
  readonly targetDir: string | undefined;
  readonly rustflags: string;
  /** Variables that Cargo sets for `cargo run` too. */
  readonly setsVariables: boolean;
}

/** The nearest settings win. Source: doc.rust-lang.org/cargo/reference/config.html. */
export function settingsOf(place: CargoPlace, project: Project): CargoSettings {
  let target: string | undefined;
  let targetDir: string | undefined;
  const rustflags: string[] = [];
  let setsVariables = false;
  const { stageRoot, contextRoot } = place.current;
  let stageFolder = stageRoot;
  for (let folder = contextRoot; ; folder = dirname(`/${folder}`).slice(1)) {
    for (const name of ['.cargo/config.toml', '.cargo/config']) {
      const text = project.read(folder === '' ? name : `${folder}/${name}`);
      const toml = text === undefined ? undefined : readToml(text);
      if (!toml) continue;
      const build = tableOf(toml['build']);
      target ??= textOf(build?.['target']);
      const folderOfBuilds = textOf(build?.['target-dir']);
      if (folderOfBuilds !== undefined && targetDir === undefined) {
        const resolved = inDirectory(known(stageFolder), known(folderOfBuilds));
        if (resolved.known) targetDir = resolved.value;
      }
      rustflags.push(
        flagsOf(build),
        ...Object.values(tableOf(toml['target']) ?? {}).map((each) => flagsOf(tableOf(each))),
      );
      setsVariables ||= Object.keys(tableOf(toml['env']) ?? {}).length > 0;
      break;
    }
    if (folder === '') break;
    stageFolder = dirname(stageFolder);
  }
  return { target, targetDir, rustflags: rustflags.join(' '), setsVariables };
}

function flagsOf(table: Readonly<Record<string, unknown>> | undefined): string {
  const flags = table?.['rustflags'];
  return Array.isArray(flags) ? flags.join(' ') : (textOf(flags) ?? '');
}

/** `x86_64-unknown-linux-musl` and the like; undefined for the builder's own. */
export function targetOf(
  cargo: CargoCommand,
  { env }: CommandWithoutEffects,
  settings: CargoSettings,
): Fact<string | undefined> {
  const option = cargo.options.get('target')?.at(-1) ?? env.get('CARGO_BUILD_TARGET');
  if (option) return option.known && option.value === '' ? known(undefined) : option;
  return known(settings.target);
}

/** The folder of the target, absolute in the stage. */
export function targetFolderOf(
  cargo: CargoCommand,
  { env, cwd }: CommandWithoutEffects,
  place: CargoPlace,
  settings: CargoSettings,
): Fact<string> {
  const option = cargo.options.get('target-dir')?.at(-1);
  if (option) return inDirectory(cargo.directory, option);
  const variable = env.get('CARGO_TARGET_DIR') ?? env.get('CARGO_BUILD_TARGET_DIR');
  if (variable && (!variable.known || variable.value !== '')) return inDirectory(cwd, variable);
  return known(settings.targetDir ?? `${place.root.stageRoot === '/' ? '' : place.root.stageRoot}/target`);
}

/** Name of the folder that a profile builds into. Source: doc.rust-lang.org/cargo/reference/profiles.html. */
export function profileOf(cargo: CargoCommand): Fact<string> {
  const named = cargo.options.get('profile')?.at(-1);
  if (named && !named.known) return named;
  if (named) {
    const folders: Readonly<Record<string, string>> = { dev: 'debug', test: 'debug', bench: 'release' };
    return known(folders[named.value] ?? named.value);
  }
  if (cargo.verb === 'install') return known(cargo.options.has('debug') ? 'debug' : 'release');
  return known(cargo.options.has('release') ? 'release' : 'debug');
}
