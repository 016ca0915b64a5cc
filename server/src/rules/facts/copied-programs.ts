import type { Word } from '../../dockerfile/ast';
import type { Stage } from '../../model/model';
import { basename, joinPath } from '../../text/path';
import { shippedSteps } from './shipped';

/** A path of another stage that is copied into the image that ships. */
export interface CopiedProgram {
  readonly word: Word;
  readonly stage: Stage;
  /** Absolute, in that stage. */
  readonly path: string;
}

/** What the image takes from other stages by an exact path. */
export function copiedPrograms(stage: Stage): readonly CopiedProgram[] {
  return shippedSteps(stage).flatMap(({ copy }) => {
    if (copy?.from.kind !== 'stage') return [];
    const { from } = copy;
    return copy.sources.flatMap((source, index) => {
      const word = copy.instruction.sources[index];
      if (!word || !source.known || /[*?[]/.test(source.value)) return [];
      return [{ word, stage: from.stage, path: joinPath('/', source.value).replace(/(.)\/$/, '$1') }];
    });
  });
}

/**
 * True when shared libraries or a loader may come along from elsewhere: by COPY of library folders or of a whole root,
 * or by a package that makes up for the other C library.
 */
export function bringsLibraries(stage: Stage): boolean {
  return shippedSteps(stage).some(({ copy, commands, instruction }) => {
    if (copy) {
      if (!copy.destination.known) return true;
      const paths = [
        copy.destination.value,
        ...copy.sources.map((source) => (source.known ? source.value : '*')),
      ];
      return paths.some(isLibraryPlace) || isWholeRoot(copy.destination.value, paths.slice(1));
    }
    if (instruction.kind === 'env')
      return instruction.pairs.some(({ key }) => key.value === 'LD_LIBRARY_PATH');
    return commands?.some(({ effects }) =>
      effects.some(
        (effect) =>
          effect.kind === 'packages' &&
          effect.packages.some(({ name }) =>
            /^(gcompat|libc6(-compat)?|glibc.*|musl.*|sgerrand.*)$/.test(name),
          ),
      ),
    );
  });
}

function isLibraryPlace(path: string): boolean {
  return /(^|\/)(lib|lib32|lib64|libs)(\/|$)|\.so(\.|$)|ld-(linux|musl)/.test(path);
}

/** `COPY --from=build /rootfs /`: what such a folder holds is not known; a single program is named by its file. */
function isWholeRoot(destination: string, sources: readonly string[]): boolean {
  return (
    destination === '/' &&
    sources.some((source) =>
      /^(|\.|dist|export|fs|image|install|out|output|result|root|rootfs|staging|target)$/.test(
        basename(source),
      ),
    )
  );
}
