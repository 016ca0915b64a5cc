import type { BaseImage, Libc } from '../../images/image';
import { loadsFilesOfItsOwn } from '../../images/gathered-libraries';
import { librarySource } from '../../images/library-packages';
import type { Stage } from '../../model/model';
import type { Project } from '../../project/project';
import { known, unknown, type Fact } from '../../text/fact';
import { closureOf, readLockfile, type LockedPackage } from './lockfile';
import { manifestOf, type Dependency } from './manifest';
import { nativeUse } from './native-crates';
import type { RustSource } from './outputs';
import type { BuiltProgram } from './trace';
import { ownFiles } from './sources';
import { packageFolders } from './workspace';

/** How a program is linked. */
export interface Linking {
  readonly libc: Libc;
  readonly openssl: boolean;
  /** Runtime packages of the builder's distribution with the shared libraries that it loads. */
  readonly packages: readonly string[];
  /** Whether its shared libraries can be copied from the builder, and whether that is the only way to have them. */
  readonly gathers: 'none' | 'possible' | 'required';
  readonly reason: string;
}

/** What of a build decides how its program is linked. */
export type LinkedBuild = Pick<BuiltProgram, 'stage' | 'output'> & {
  readonly env: ReadonlyMap<string, Fact<string>>;
};

/** Decides as rustc would: by the target, the builder's C library and the native crates. */
export function linkingOf(
  { stage, output, env }: LinkedBuild,
  source: RustSource,
  project: Project,
): Fact<Linking> {
  const { image } = stage;
  const target = output.target ?? '';
  if (/windows|wasm|darwin|android/.test(target))
    return unknown(`the program is built for ${target}, not for Linux`);
  const libc = libcOf(target, image);
  if (libc === undefined) return unknown('which C library the program is linked to is not known');
  const flags = [env.get('RUSTFLAGS'), env.get('CARGO_BUILD_RUSTFLAGS')];
  if (flags.some((fact) => fact && !fact.known)) return unknown('the value of RUSTFLAGS is not known');
  const rustflags = [...flags.map((fact) => (fact?.known ? fact.value : '')), source.settings.rustflags].join(
    ' ',
  );
  const asksDynamic = /-crt-static/.test(rustflags);
  if (libc === 'musl' && isRustup(image) && !asksDynamic) {
    return known({
      libc: 'none',
      openssl: false,
      packages: [],
      gathers: 'none',
      reason: `a static binary: ${target === '' ? 'Rust links musl in by default' : `built for ${target}`}`,
    });
  }
  const native = nativeLibraries(stage, source, project);
  if ('refusal' in native) return unknown(native.refusal);
  if (native.unseen !== undefined) {
    if (libc !== 'glibc')
      return unknown(`which libraries the crate ${native.unseen} makes the program load is not known`);
    const reason = 'linked to glibc and libgcc, and to libraries that the build alone knows';
    return known({ libc, openssl: false, packages: [], gathers: 'required', reason });
  }
  const heavy = native.libraries.find(loadsFilesOfItsOwn);
  let gathers: Linking['gathers'] = 'none';
  const packages = new Set<string>();
  let openssl = false;
  for (const library of native.libraries) {
    const from = librarySource(library, image);
    if (from?.kind === 'openssl') openssl = true;
    else if (from?.kind === 'package') packages.add(from.name);
    else if (!from) {
      if (libc !== 'glibc' || heavy !== undefined)
        return unknown(`the program loads lib${library}, and which package has it is not known here`);
      gathers = 'required';
    }
  }
  if (openssl && libc === 'glibc' && !hasOpenssl3(image)) {
    openssl = false;
    if (image?.distribution?.name === 'debian') packages.add('libssl1.1');
    else if (heavy !== undefined) return unknown('the OpenSSL version of the builder is not known');
    else gathers = 'required';
  }
  if (gathers === 'none' && packages.size > 0 && heavy === undefined && libc === 'glibc')
    gathers = 'possible';
  // Rust programs unwind through libgcc_s, which Alpine has as a package of its own.
  if (libc === 'musl') {
    openssl = false;
    packages.add('libgcc');
  }
  return known({
    libc,
    openssl,
    packages: [...packages],
    gathers,
    reason: `linked to ${libc} and libgcc${native.libraries.length > 0 ? `, and to ${native.libraries.map((name) => `lib${name}`).join(', ')}` : ''}`,
  });
}

function libcOf(target: string, image: BaseImage | undefined): Libc | undefined {
  if (target.includes('musl')) return 'musl';
  if (target.includes('gnu')) return 'glibc';
  return image?.libc === 'none' ? undefined : image?.libc;
}

/** Alpine's own compiler links dynamically by default, rustup's does not. */
function isRustup(image: BaseImage | undefined): boolean {
  return image?.libc === 'glibc' || image?.language === 'rust';
}

/** Debian 12 and Ubuntu 22.04 were the first with OpenSSL 3. */
function hasOpenssl3(image: BaseImage | undefined): boolean {
  const { name, version } = image?.distribution ?? {};
  const number = parseInt(version ?? '');
  return (name === 'debian' && number >= 12) || (name === 'ubuntu' && number >= 22);
}

/** Shared libraries that the crates of a program bind. */
type NativeLibraries =
  | { readonly refusal: string }
  /** By linker name, beside those of a crate that is not known. */
  | { readonly libraries: readonly string[]; readonly unseen: string | undefined };

function nativeLibraries(stage: Stage, source: RustSource, project: Project): NativeLibraries {
  const crates = cratesOf(source, project);
  const installed = new Set(
    stage.steps
      .flatMap((step) => step.commands ?? [])
      .flatMap(({ effects }) => effects)
      .flatMap((effect) => (effect.kind === 'packages' ? effect.packages.map(({ name }) => name) : [])),
  );
  const isFull = stage.image?.family === 'official' && stage.image.role === 'toolchain' && !stage.image.slim;
  const libraries = new Set<string>();
  let unseen: string | undefined;
  for (const { name, dependencies } of crates) {
    const along = dependencies.map((each) => each.split(' ')[0] ?? '');
    const use = nativeUse(name, along, installed, isFull);
    if (use.kind === 'brings-more')
      return {
        refusal: `the crate ${name} makes the program load libraries with plugins or data of their own, which are not known here`,
      };
    if (use.kind === 'unknown') unseen ??= name;
    if (use.kind === 'links') for (const library of use.libraries) libraries.add(library);
  }
  return { libraries: [...libraries].sort(), unseen };
}

/** Crates of which a manifest alone says that they bind a library: with the crate that does. */
const bindingOf: Readonly<Record<string, string>> = {
  openssl: 'openssl-sys',
  'native-tls': 'openssl-sys',
  reqwest: 'openssl-sys',
  rusqlite: 'libsqlite3-sys',
  curl: 'curl-sys',
  isahc: 'curl-sys',
  xz2: 'lzma-sys',
  bzip2: 'bzip2-sys',
  zmq: 'zmq-sys',
  alsa: 'alsa-sys',
  rusb: 'libusb1-sys',
  git2: 'openssl-sys',
};

/** All that a program is made of, by Cargo.lock; without one, what the manifests name. */
function cratesOf(source: RustSource, project: Project): readonly LockedPackage[] {
  const { root } = source.place;
  const lock = project.read(root.contextRoot === '' ? 'Cargo.lock' : `${root.contextRoot}/Cargo.lock`);
  const isUsed = usedCrates(source, project);
  if (lock !== undefined) {
    const own = manifestOf(project, source.folder)?.name;
    return closureOf(locked(project, lock), own, isUsed);
  }
  return packageFolders(source.folder, root, project).flatMap((folder) =>
    (manifestOf(project, folder)?.dependencies ?? [])
      .filter(({ name }) => folder !== source.folder || isUsed(name))
      .flatMap(unlocked),
  );
}

function unlocked({ name, features }: Dependency): LockedPackage[] {
  const bundled = features.some((feature) => /^(bundled|vendored)/.test(feature));
  const found: LockedPackage[] = [{ name, version: '', dependencies: [] }];
  const add = (crate: string) =>
    found.push({ name: crate, version: '', dependencies: bundled ? ['cc'] : [] });
  const binding = bindingOf[name];
  if (binding !== undefined && !(bundled && binding === 'openssl-sys')) add(binding);
  if (name === 'diesel' && features.includes('postgres')) add('pq-sys');
  if (name === 'diesel' && features.includes('mysql')) add('mysqlclient-sys');
  if (name === 'diesel' && features.includes('sqlite')) add('libsqlite3-sys');
  return found;
}

/** A crate that no file of the program names is not linked: rustc asks for needed libraries alone. */
function usedCrates(source: RustSource, project: Project): (crate: string) => boolean {
  const files = ownFiles(source, project);
  const words = new Set(files.flatMap(({ code }) => code.match(/\b[a-z_]\w*/g) ?? []));
  const renamed = new Set(
    (manifestOf(project, source.folder)?.dependencies ?? []).flatMap(({ key, name }) =>
      key === name ? [] : [name],
    ),
  );
  return (crate) => words.size === 0 || renamed.has(crate) || words.has(crate.replaceAll('-', '_'));
}

const readLocks = new WeakMap<
  Project,
  { readonly text: string; readonly packages: readonly LockedPackage[] }
>();

function locked(project: Project, text: string): readonly LockedPackage[] {
  const before = readLocks.get(project);
  if (before?.text === text) return before.packages;
  const packages = readLockfile(text);
  readLocks.set(project, { text, packages });
  return packages;
}
