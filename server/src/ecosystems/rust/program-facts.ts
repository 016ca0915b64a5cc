import type { GatheredNeeds } from '../../images/image';
import { isSharedLibraryPackage } from '../../images/gathered-libraries';
import type { Program, ProgramRequest } from '../ecosystem';
import { evidenceOf, type CompiledSource } from './evidence';
import type { Linking } from './link';
import type { RustOutput } from './outputs';
import { isRustBuildVariable, isRustSource } from './variables';

/** What follows from the sources and the way they are linked, however the program is built. */
export function sharedFacts(
  request: ProgramRequest,
  linkings: readonly Linking[],
  compiled: readonly CompiledSource[],
  programs: readonly { readonly output: RustOutput }[],
  paths: readonly string[],
): Omit<Program, 'artefacts' | 'argv' | 'builderImage' | 'addedInstructions'> {
  const dynamic = linkings.filter(({ libc }) => libc !== 'none');
  const gathers = gathersOf(linkings, paths);
  const debug = programs.some(({ output }) => output.profile === 'debug');
  return {
    kind: 'program',
    language: 'rust',
    libc: dynamic[0]?.libc ?? 'none',
    // Unwinding needs libgcc_s, which distroless has in cc alone.
    cxxRuntime: dynamic.length > 0,
    openssl: dynamic.some(({ openssl }) => openssl),
    libraries: gathers?.required === true ? [] : [...new Set(dynamic.flatMap(({ packages }) => packages))],
    gathers,
    isLinked: (name) => gathers !== undefined && isSharedLibraryPackage(name),
    ...evidenceOf(request, compiled),
    corrections: [],
    optimisations: () => [],
    isBuildVariable: isRustBuildVariable,
    isSource: isRustSource,
    sourceFolders: [...new Set(compiled.map(({ source }) => source.place.root.stageRoot))],
    warnings: debug
      ? [
          {
            message:
              'the program is built without --release, as before: it is larger and slower than it could be',
            at: undefined,
          },
        ]
      : [],
  };
}

/** Whether the shared libraries of the programs are copied from the builder. */
function gathersOf(linkings: readonly Linking[], programs: readonly string[]): GatheredNeeds | undefined {
  const required = linkings.some(({ gathers }) => gathers === 'required');
  // One that loads more than it is linked to wants its package, and then all have theirs.
  const isServed = linkings.some(({ gathers, packages, libc }) => {
    return libc === 'glibc' && gathers === 'none' && packages.length > 0;
  });
  if (!required && (isServed || !linkings.some(({ gathers }) => gathers === 'possible'))) return undefined;
  return { programs: [...new Set(programs)], required };
}
