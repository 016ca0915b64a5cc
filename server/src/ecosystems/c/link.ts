import type { BaseImage, Libc } from '../../images/image';
import { loadsFilesOfItsOwn } from '../../images/gathered-libraries';
import { librarySource } from '../../images/library-packages';
import { span } from '../../text/span';
import type { TextEdit } from '../../text/edit';
import { known, unknown, type Fact } from '../../text/fact';
import type { BuiltProgram } from './trace';

/** How a program is linked, and what has to change so that it runs elsewhere. */
export interface Linking {
  readonly libc: Libc;
  readonly openssl: boolean;
  /** Packages with the shared libraries, as far as they are known. */
  readonly packages: readonly string[];
  /** Whether its shared libraries can be copied from the builder, and whether that is the only way to have them. */
  readonly gathers: 'none' | 'possible' | 'required';
  readonly corrections: readonly TextEdit[];
  readonly reason: string;
}

/** The C++ library of Debian 13 is that of GCC 14. */
const newestGcc = 14;

export function linkingOf(program: BuiltProgram): Fact<Linking> {
  const { image } = program.stage;
  const { isStatic, isCxx, libraries } = program.links;
  const at = program.carrier.command.span;
  if (isStatic) {
    const reason = 'a static binary: linked with -static';
    return known({ libc: 'none', openssl: false, packages: [], gathers: 'none', corrections: [], reason });
  }
  const libc = image?.libc;
  if (libc === undefined || libc === 'none')
    return unknown('which C library the builder has is not known', at);
  const kind = `linked to ${libc}${isCxx ? ' and libstdc++' : ''}`;
  if (!libraries.known) {
    if (libc !== 'glibc') return unknown(libraries.because, libraries.source ?? at);
    const gathered = { libc, openssl: false, packages: [], gathers: 'required', corrections: [] } as const;
    return known({ ...gathered, reason: `${kind}, and to libraries that the build alone knows` });
  }
  const names = libraries.value.filter((name) => !/^(c|m|pthread|dl|rt|util)$/.test(name));
  const found = sourcesOf(isCxx && libc === 'musl' ? ['stdc++', ...names] : names, image);
  const { packages, missing } = found;
  const heavy = names.find(loadsFilesOfItsOwn);
  const [first] = missing;
  if (first !== undefined && (libc === 'musl' || heavy !== undefined)) {
    const what =
      heavy === undefined
        ? 'and which package has it is not known here'
        : `which package has it is not known here, and lib${heavy} loads plugins or data of its own, so that to copy what the program is linked to is not enough`;
    return unknown(`the program is linked to lib${first}, ${what}`, at);
  }
  const openssl = found.openssl && libc === 'glibc';
  const isPlain = packages.length === 0 && missing.length === 0 && !(openssl && !hasOpenssl3(image));
  let gathers: Linking['gathers'] = isPlain || heavy !== undefined || libc === 'musl' ? 'none' : 'possible';
  if (missing.length > 0 || (openssl && !hasOpenssl3(image))) gathers = 'required';
  if (packages.length > 0 && libc === 'glibc' && names.includes('gomp')) packages.push('libgomp1');
  let corrections = isCxx && gathers === 'none' ? ownCxxLibrary(program, image) : known([]);
  if (!corrections.known) {
    // Its makefile hides the linker, but the newer C++ library can come along.
    if (heavy !== undefined) return corrections;
    gathers = 'required';
    corrections = known([]);
  } else if (isCxx && gathers === 'possible' && hasNewerCxx(image)) gathers = 'required';
  const besides = names.length > 0 ? `, and to ${names.map((name) => `lib${name}`).join(', ')}` : '';
  return known({
    libc,
    openssl,
    packages,
    gathers,
    corrections: corrections.value,
    reason: `${kind}${besides}`,
  });
}

function sourcesOf(names: readonly string[], image: BaseImage | undefined) {
  const packages = new Set<string>();
  const missing: string[] = [];
  let openssl = false;
  for (const library of names) {
    const from = librarySource(library, image);
    if (from?.kind === 'openssl') openssl = true;
    else if (from?.kind === 'package') packages.add(from.name);
    else if (!from) missing.push(library);
  }
  return { packages: [...packages], missing, openssl };
}

/** Debian 12 and Ubuntu 22.04 were the first with OpenSSL 3. */
function hasOpenssl3(image: BaseImage | undefined): boolean {
  const { name, version } = image?.distribution ?? {};
  const number = parseInt(version ?? '');
  return (name === 'debian' && number >= 12) || (name === 'ubuntu' && number >= 22);
}

function hasNewerCxx(image: BaseImage | undefined): image is BaseImage {
  if (image?.language !== 'c' && image?.reference.repository !== 'gcc') return false;
  return !(parseInt(image.languageVersion ?? '') <= newestGcc);
}

/** Images of gcc have a C++ library of their own, newer than the distribution's: it is linked in where it is too new. */
function ownCxxLibrary(program: BuiltProgram, image: BaseImage | undefined): Fact<readonly TextEdit[]> {
  if (!hasNewerCxx(image)) return known([]);
  const { carrier, via } = program;
  const { span: whole, words } = carrier.command;
  const reason = `the C++ library of ${image.reference.raw} is newer than that of the runtime image`;
  if (via === 'compiler') {
    const tool = words.find(({ literal }) => /(^|\/)(g\+\+|c\+\+)$/.test(literal ?? ''));
    if (!tool) return unknown(reason, whole);
    return known([
      { span: span(tool.span.end, tool.span.end), newText: ' -static-libstdc++ -static-libgcc', reason },
    ]);
  }
  if (via === 'cmake' && !carrier.env.has('LDFLAGS')) {
    const text = 'LDFLAGS="-static-libstdc++ -static-libgcc" ';
    return known([{ span: span(whole.start, whole.start), newText: text, reason }]);
  }
  return unknown(
    `${reason}; link with -static-libstdc++, or name a version of the image up to gcc:${newestGcc}`,
    whole,
  );
}
