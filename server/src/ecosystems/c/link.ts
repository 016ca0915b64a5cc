import type { BaseImage, Libc } from '../../images/image';
import { librarySource } from '../../images/library-packages';
import { span } from '../../text/span';
import type { TextEdit } from '../../text/edit';
import { known, unknown, type Fact } from '../../text/fact';
import type { BuiltProgram } from './trace';

/** How a program is linked, and what has to change so that it runs elsewhere. */
export interface Linking {
  readonly libc: Libc;
  readonly openssl: boolean;
  readonly packages: readonly string[];
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
    return known({ libc: 'none', openssl: false, packages: [], corrections: [], reason });
  }
  const libc = image?.libc;
  if (libc === undefined || libc === 'none')
    return unknown('which C library the builder has is not known', at);
  if (!libraries.known) return unknown(libraries.because, libraries.source ?? at);
  const packages = new Set<string>();
  let openssl = false;
  const names = libraries.value.filter((name) => !/^(c|m|pthread|dl|rt|util)$/.test(name));
  for (const library of isCxx && libc === 'musl' ? ['stdc++', ...names] : names) {
    const from = librarySource(library, image);
    if (from?.kind === 'openssl') openssl = true;
    else if (from?.kind === 'package') packages.add(from.name);
    else if (!from)
      return unknown(
        `the program is linked to lib${library}, and which package has it is not known here`,
        at,
      );
  }
  if (openssl && libc === 'musl') openssl = false;
  if (packages.size > 0 && libc === 'glibc' && names.includes('gomp')) packages.add('libgomp1');
  const corrections = isCxx ? ownCxxLibrary(program, image) : known([]);
  if (!corrections.known) return corrections;
  const besides = names.length > 0 ? `, and to ${names.map((name) => `lib${name}`).join(', ')}` : '';
  const reason = `linked to ${libc}${isCxx ? ' and libstdc++' : ''}${besides}`;
  return known({ libc, openssl, packages: [...packages], corrections: corrections.value, reason });
}

/** Images of gcc have a C++ library of their own, newer than the distribution's: it is linked in where it is too new. */
function ownCxxLibrary(program: BuiltProgram, image: BaseImage | undefined): Fact<readonly TextEdit[]> {
  if (image?.language !== 'c' && image?.reference.repository !== 'gcc') return known([]);
  const major = parseInt(image.languageVersion ?? '');
  if (major <= newestGcc) return known([]);
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
