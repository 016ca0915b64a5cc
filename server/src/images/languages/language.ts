import type { Fact } from '../../text/fact';
import type { CarriedParts, Interpreter, RuntimeNeeds } from '../image';

/** What one language adds to the ladder of runtimes. Each answers with an image that the catalogue has, or says why there is none. */
export interface LanguageRuntimes {
  /** Ordinary user whom the official images have, with a home folder. */
  readonly user?: { readonly name: string; readonly uid: number };
  /** How start commands call the interpreter: `python`, `python3`, `python3.12`. */
  readonly names: RegExp;
  /** Distroless image with this version of the language, for FROM. */
  distroless(interpreter: Interpreter, needs: RuntimeNeeds): Fact<string>;
  /** How the start command names the interpreter in that image. */
  readonly distrolessPath: (image: string) => string;
  /** OS packages whose files the distroless image has as well. */
  readonly inDistroless?: RegExp;
  /** What to copy from the builder onto an image with glibc, libgcc and libstdc++; undefined when it cannot be carried. */
  carried?(interpreter: Interpreter, needs: RuntimeNeeds): Fact<CarriedParts>;
  /** Where a shell is needed it is copied onto the slim image of the same distribution, smaller than the language's own. */
  readonly carriedOntoSlim?: boolean;
  /** Image with a shell, a package manager and the language, without compilers, for FROM. */
  slim(interpreter: Interpreter, needs: RuntimeNeeds): Fact<string>;
  /** `slim` serves as well where the builder has the language from packages of its distribution, which are only for building. */
  readonly slimOfAnyOrigin?: true;
}
