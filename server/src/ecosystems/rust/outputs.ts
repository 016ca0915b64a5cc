import type { CommandWithoutEffects } from '../../model/commands';
import type { StageSoFar } from '../../model/model';
import type { Project } from '../../project/project';
import { basename, dirname, joinPath } from '../../text/path';
import { known, unknown, type Fact } from '../../text/fact';
import { binsOf, type Bin } from './bins';
import { inDirectory, type CargoCommand } from './command';
import { manifestOf } from './manifest';
import { profileOf, settingsOf, targetFolderOf, targetOf, type CargoSettings } from './settings';
import { defaultMembers, membersOf, placeOf, type CargoPlace } from './workspace';

/** A program that a Cargo command makes. */
export interface RustOutput {
  /** Absolute path in the stage. */
  readonly path: string;
  readonly name: string;
  readonly profile: string;
  readonly target: string | undefined;
  /** Undefined for a crate from a registry or a repository: its sources are not at hand. */
  readonly source: RustSource | undefined;
}

/** Where the sources of a program lie. */
export interface RustSource {
  readonly place: CargoPlace;
  readonly settings: CargoSettings;
  /** Folder of the package in the build context. */
  readonly folder: string;
  readonly bin: Bin;
}

/** What `cargo build`, `install` or `run` make; an empty list: it compiles but leaves no program. */
export function outputsOf(
  cargo: CargoCommand,
  command: CommandWithoutEffects,
  stage: StageSoFar,
  project: Project,
): Fact<readonly RustOutput[]> {
  if (!cargo.directory.known) return cargo.directory;
  for (const facts of cargo.options.values()) for (const fact of facts) if (!fact.known) return fact;
  const one = (name: string) => {
    const fact = cargo.options.get(name)?.at(-1);
    return fact?.known ? fact.value : undefined;
  };
  const isInstall = cargo.verb === 'install';
  const path = isInstall ? one('path') : undefined;
  // Without --path, `cargo install` fetches a crate; very old versions took the one of the directory.
  if (isInstall && path === undefined && (cargo.operands.length > 0 || one('git') !== undefined))
    return foreignInstall(cargo, command, one);
  const manifest = one('manifest-path');
  const directory = inDirectory(
    cargo.directory,
    known(manifest === undefined ? (path ?? '.') : dirname(manifest)),
  );
  if (!directory.known) return directory;
  const place = placeOf(directory.value, stage, project);
  if (!place.known) return place;
  const settings = settingsOf(place.value, project);
  const chosen = chosenBins(cargo, place.value, project);
  if (!chosen.known) return chosen;
  const target = targetOf(cargo, command, settings);
  const profile = profileOf(cargo);
  if (!target.known) return target;
  if (!profile.known) return profile;
  const folder = isInstall
    ? installFolder(command, one('root'))
    : buildFolder(targetFolderOf(cargo, command, place.value, settings), target.value, profile.value);
  if (!folder.known) return folder;
  const source = { place: place.value, settings };
  return known(
    chosen.value.map(({ bin, packageFolder }) => ({
      path: joinPath(folder.value, bin.name),
      name: bin.name,
      profile: profile.value,
      target: target.value,
      source: { ...source, folder: packageFolder, bin },
    })),
  );
}

interface ChosenBin {
  readonly bin: Bin;
  readonly packageFolder: string;
}

function chosenBins(cargo: CargoCommand, place: CargoPlace, project: Project): Fact<readonly ChosenBin[]> {
  const values = (name: string) =>
    (cargo.options.get(name) ?? []).flatMap((fact) => (fact.known ? [fact.value] : []));
  const only = ['lib', 'tests', 'benches', 'examples', 'test', 'bench', 'example'];
  const bins = values('bin');
  if (bins.length === 0 && !cargo.options.has('bins') && only.some((name) => cargo.options.has(name)))
    return known([]);
  const packages = chosenPackages(cargo, values('package'), place, project);
  if (!packages.known) return packages;
  const all = packages.value.flatMap((packageFolder) => {
    const features = enabledFeatures(cargo, packageFolder, values('features'), project);
    return binsOf(project, packageFolder)
      .filter((bin) => bin.requiredFeatures.every((name) => features === 'all' || features.has(name)))
      .map((bin) => ({ bin, packageFolder }));
  });
  if (bins.length === 0) return runTarget(cargo, all, project);
  const chosen = all.filter(
    ({ bin }) => bins.includes(bin.name) || bins.some((name) => globbed(name, bin.name)),
  );
  const missing = bins.find((name) => !/[*?[]/.test(name) && !chosen.some(({ bin }) => bin.name === name));
  if (missing !== undefined) return unknown(`no package of the build context has a program ${missing}`);
  return known(chosen);
}

/** `cargo run` without --bin takes default-run, or the only program there is. */
function runTarget(
  cargo: CargoCommand,
  all: readonly ChosenBin[],
  project: Project,
): Fact<readonly ChosenBin[]> {
  if (cargo.verb !== 'run' || all.length === 1) return known(all);
  const preferred = all.filter(
    ({ bin, packageFolder }) => manifestOf(project, packageFolder)?.defaultRun === bin.name,
  );
  if (preferred.length === 1) return known(preferred);
  return unknown('"cargo run" names none of several programs');
}

function globbed(pattern: string, name: string): boolean {
  return pattern === '*' || (pattern.endsWith('*') && name.startsWith(pattern.slice(0, -1)));
}

function chosenPackages(
  cargo: CargoCommand,
  names: readonly string[],
  place: CargoPlace,
  project: Project,
): Fact<readonly string[]> {
  if (cargo.options.has('workspace') || cargo.options.has('all'))
    return known(membersOf(place.root, project));
  if (names.length === 0) {
    const isRoot = place.current.contextRoot === place.root.contextRoot;
    return known(isRoot ? defaultMembers(place.root, project) : [place.current.contextRoot]);
  }
  const members = membersOf(place.root, project);
  const found: string[] = [];
  for (const name of names) {
    const folder = members.find((each) => manifestOf(project, each)?.name === name.replace(/@.*$/, ''));
    if (folder === undefined) return unknown(`the workspace has no package ${name}`);
    found.push(folder);
  }
  return known(found);
}

function enabledFeatures(
  cargo: CargoCommand,
  folder: string,
  named: readonly string[],
  project: Project,
): ReadonlySet<string> | 'all' {
  if (cargo.options.has('all-features')) return 'all';
  const features = manifestOf(project, folder)?.features ?? new Map<string, readonly string[]>();
  const open = named.flatMap((list) => list.split(/[\s,]+/)).map((name) => name.replace(/^.*\//, ''));
  if (!cargo.options.has('no-default-features')) open.push('default');
  const enabled = new Set(open);
  for (const name of enabled) for (const next of features.get(name) ?? []) enabled.add(next);
  return enabled;
}

function buildFolder(folder: Fact<string>, target: string | undefined, profile: string): Fact<string> {
  if (!folder.known) return folder;
  // A target of one's own is described by a file; the folder has its name.
  const triple = target === undefined ? '' : `${basename(target).replace(/\.json$/, '')}/`;
  return known(joinPath(folder.value, `${triple}${profile}`));
}

/** Source: doc.rust-lang.org/cargo/commands/cargo-install.html. */
function installFolder({ env, cwd }: CommandWithoutEffects, root: string | undefined): Fact<string> {
  const chosen = root === undefined ? env.get('CARGO_INSTALL_ROOT') : known(root);
  const home = env.get('CARGO_HOME') ?? known('/root/.cargo');
  const folder = chosen ? inDirectory(cwd, chosen) : home;
  return folder.known ? known(joinPath(folder.value, 'bin')) : folder;
}

function foreignInstall(
  cargo: CargoCommand,
  command: CommandWithoutEffects,
  one: (name: string) => string | undefined,
): Fact<readonly RustOutput[]> {
  const folder = installFolder(command, one('root'));
  if (!folder.known) return folder;
  const names = cargo.operands.map((fact) => (fact.known ? fact.value.replace(/@.*$/, '') : ''));
  const bins = (cargo.options.get('bin') ?? []).flatMap((fact) => (fact.known ? [fact.value] : []));
  return known(
    [...(bins.length > 0 ? bins : names)].map((name) => ({
      path: joinPath(folder.value, name),
      name,
      profile: 'release',
      target: one('target'),
      source: undefined,
    })),
  );
}
