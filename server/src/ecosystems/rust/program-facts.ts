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
): Omit<Program, 'artefacts' | 'argv' | 'builderImage' | 'addedInstructions'> {
  const dynamic = linkings.filter(({ libc }) => libc !== 'none');
  const debug = programs.some(({ output }) => output.profile === 'debug');
  return {
    kind: 'program',
    language: 'rust',
    libc: dynamic[0]?.libc ?? 'none',
    // Unwinding needs libgcc_s, which distroless has in cc alone.
    cxxRuntime: dynamic.length > 0,
    openssl: dynamic.some(({ openssl }) => openssl),
    libraries: [...new Set(dynamic.flatMap(({ packages }) => packages))],
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
