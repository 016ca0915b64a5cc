import { known, unknown, type Fact } from '../text/fact';
import type { Interpreter, RuntimeFlavour, RuntimeImage, RuntimeNeeds } from './image';
import { runtimesOf } from './languages/all';
import type { LanguageRuntimes } from './languages/language';
import { glibcObstacle, obstacleToShellLess } from './obstacles';
import { factsOf, slimRuntime } from './slim-runtime';

type Rung = Fact<RuntimeImage>;

/** For what an interpreter needs of C libraries: those of all languages so far are written in C++. */
const CARRIER = 'gcr.io/distroless/cc-debian13:nonroot';

/** The rungs of a flavour for a program that an interpreter runs, the smallest first. */
export function interpreterRungs(
  needs: RuntimeNeeds,
  interpreter: Interpreter,
  flavour: RuntimeFlavour,
): Rung[] {
  const language = runtimesOf(interpreter.language);
  if (!language) return [unknown(`no runtime image for ${interpreter.language} is known`)];
  const minimal = () => [distroless(language, interpreter, needs), carried(language, interpreter, needs)];
  const slim = () => [
    ...(language.carriedOntoSlim ? [carriedOntoSlim(language, interpreter, needs)] : []),
    slimImage(language, interpreter, needs),
  ];
  switch (flavour) {
    case 'auto':
      return [...minimal(), ...slim()];
    case 'distroless':
      return minimal();
    case 'slim':
      return slim();
    case 'alpine':
      return needs.builder?.libc === 'musl'
        ? slim()
        : [unknown('the builder is not Alpine, and the program may hold what was built for glibc')];
    case 'scratch':
      return [unknown(`the program needs ${interpreter.language}, and an empty image has no interpreter`)];
    case 'chainguard':
      return [unknown("Chainguard's free images have the newest version of a language only")];
  }
}

function distroless(language: LanguageRuntimes, interpreter: Interpreter, needs: RuntimeNeeds): Rung {
  const missing = needs.packages.filter((name) => !language.inDistroless?.test(name));
  const obstacle =
    obstacleToShellLess({ ...needs, packages: missing }, 'distroless images') ?? foreignLibc(needs);
  if (obstacle !== undefined) return unknown(obstacle);
  const image = language.distroless(interpreter, needs);
  if (!image.known) return image;
  if (interpreter.byName === true && language.distrolessPath(image.value).startsWith('/')) {
    return unknown(
      `the program starts ${interpreter.language} by its name, and distroless images do not have it in PATH`,
    );
  }
  const facts = factsOf(image.value);
  const glibc = needs.libc === 'glibc' ? glibcObstacle(needs, facts, 'distroless images') : undefined;
  if (glibc !== undefined) return unknown(glibc);
  return known({
    rung: 'language',
    image: image.value,
    facts,
    interpreterPath: language.distrolessPath(image.value),
    because:
      'This image has the version of the language that the builder has, and neither a shell nor a package manager.',
  });
}

function carried(language: LanguageRuntimes, interpreter: Interpreter, needs: RuntimeNeeds): Rung {
  const obstacle = obstacleToShellLess(needs, 'distroless images') ?? foreignLibc(needs);
  if (obstacle !== undefined) return unknown(obstacle);
  if (needs.builder?.libc !== 'glibc') {
    return unknown(
      "the builder's interpreter is not linked with glibc, so it cannot be copied onto a distroless image",
    );
  }
  const facts = factsOf(CARRIER);
  const glibc = glibcObstacle({ ...needs, builderGlibc: needs.builder.glibc }, facts, 'distroless images');
  if (glibc !== undefined) return unknown(glibc);
  const carries = language.carried?.(interpreter, needs) ?? unknown('the interpreter cannot be copied alone');
  if (!carries.known) return carries;
  return known({
    rung: 'carried',
    image: CARRIER,
    facts,
    carries: carries.value,
    because:
      'No distroless image has this version, so the interpreter of the builder is copied onto one with its C libraries.',
  });
}

/** The interpreter of the builder on the slim image of the distribution that it stands on, for what needs a shell. */
function carriedOntoSlim(language: LanguageRuntimes, interpreter: Interpreter, needs: RuntimeNeeds): Rung {
  if (needs.builder?.libc !== 'glibc' || needs.builder.distribution === undefined)
    return unknown('the distribution that the builder stands on is not known');
  const carries = language.carried?.(interpreter, needs) ?? unknown('the interpreter cannot be copied alone');
  const slim = slimRuntime({ ...needs, libc: 'glibc' });
  if (!carries.known) return carries;
  if (!slim.known) return slim;
  const because = `${slim.value.because} The interpreter is copied from the builder, whose image has compilers in every variant.`;
  return known({ ...slim.value, because, carries: carries.value });
}

function foreignLibc({ libc }: RuntimeNeeds): string | undefined {
  return libc === 'musl' ? 'some packages are built for musl, and distroless images have glibc' : undefined;
}

/** The language's own slim image; for an interpreter that came from packages, the distribution with those packages. */
function slimImage(language: LanguageRuntimes, interpreter: Interpreter, needs: RuntimeNeeds): Rung {
  if (interpreter.file !== undefined)
    return unknown(
      'the interpreter came from a package source that no slim image has, and a program that needs a shell or packages cannot do without one',
    );
  if (needs.builder?.language !== interpreter.language && !language.slimOfAnyOrigin)
    return slimRuntime(needs);
  const image = language.slim(interpreter, needs);
  if (!image.known) return image;
  return known({
    rung: 'slim',
    image: image.value,
    facts: factsOf(image.value),
    because: 'The slim image of the same version, with a shell and a package manager, and without compilers.',
  });
}
