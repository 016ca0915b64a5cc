import type { Word } from '../../dockerfile/ast';
import type { CopyStep, Stage } from '../../model/model';
import type { Project } from '../../project/project';
import { joinPath } from '../../text/path';
import { dynamicBinaryAt } from './linkage';
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
export function bringsLibraries(stage: Stage, project: Project): boolean {
  return shippedSteps(stage).some(({ copy, commands, instruction }) => {
    if (copy) {
      if (!copy.destination.known) return true;
      const paths = [
        copy.destination.value,
        ...copy.sources.map((source) => (source.known ? source.value : '*')),
      ];
      return paths.some(isLibraryPlace) || (copy.destination.value === '/' && mayBeRoot(copy, project));
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

/** `COPY --from=build /deps /`: what such a folder holds is not known, unless it is a program, or a file by its name. */
function mayBeRoot({ from, sources }: CopyStep, project: Project): boolean {
  return sources.some((source) => {
    if (!source.known) return true;
    if (/\.\w+$/.test(source.value)) return /\.(tar|t?gz|xz)$/.test(source.value);
    return (
      from.kind !== 'stage' || dynamicBinaryAt(from.stage, joinPath('/', source.value), project) === undefined
    );
  });
}
