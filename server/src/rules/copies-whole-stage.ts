import type { CopyStep, Stage } from '../model/model';
import { joinPath } from '../text/path';
import { chainOf, isWorkplace, shippedSteps } from './facts/shipped';
import { purposeOf } from './facts/start';
import { toolchainImage, toolchainPackages } from './facts/toolchain';
import type { Finding, Rule } from './rule';

/** Development packages in node_modules are the matter of ships-dev-dependencies. */
export const copiesWholeStage: Rule = {
  id: 'copies-whole-stage',
  severity: 'warning',
  serves: ['size', 'security'],
  summary: 'COPY --from takes a whole stage, its toolchain or its build folder into the image that ships.',
  fixable: 'no',
  check({ finalStage, project }) {
    if (isWorkplace(finalStage, project) || compilesHere(finalStage)) return [];
    const purpose = purposeOf(finalStage, project);
    return shippedSteps(finalStage).flatMap(({ copy }) =>
      copy === undefined || purpose === 'workplace' || purpose === 'compiles' ? [] : judge(copy),
    );
  },
};

function judge(copy: CopyStep): readonly Finding[] {
  const { from } = copy;
  if (from.kind !== 'stage') return [];
  return copy.sources.flatMap((source, index): readonly Finding[] => {
    const word = copy.instruction.sources[index];
    if (!word || !source.known) return [];
    const path = joinPath('/', source.value)
      .replace(/(.)\/(\*)?$/, '$1')
      .replace(/(.)\/$/, '$1');
    const message = path === '/' || path === '/*' ? wholeStage(from.stage) : part(path, from.stage);
    const name = from.stage.name ?? String(from.stage.index);
    return message === undefined ? [] : [{ at: word.span, message: message.replaceAll('%', name) }];
  });
}

/** Stages that only gather files are made to be copied as a whole. */
function wholeStage(stage: Stage): string | undefined {
  const toolchain = toolchainImage(stage) ?? toolchainPackages(stage)[0];
  return toolchain
    ? `This copies all of the stage "%", ${toolchain.what} and the sources included, so that nothing is gained by the second stage. Copy what the program needs.`
    : undefined;
}

interface Place {
  readonly path: RegExp;
  readonly languages: readonly string[];
  readonly what: string;
}

const places: readonly Place[] = [
  { path: /^\/usr\/local\/go(\/(bin|pkg|src))?$/, languages: ['go'], what: 'the Go toolchain' },
  {
    path: /^\/go(\/pkg(\/mod)?)?$/,
    languages: ['go'],
    what: 'the sources of all modules, and what else lies in GOPATH',
  },
  {
    path: /^(\/usr\/local|\/root)\/\.?(cargo|rustup)(\/registry)?$/,
    languages: ['rust'],
    what: 'the Rust toolchain or the sources of all crates',
  },
  {
    path: /(^|\/)target(\/(release|debug)|\/[\w-]+-(linux|unknown)-[\w-]+(\/release)?)?$/,
    languages: ['rust'],
    what: 'the whole build folder: objects of every crate beside the program',
  },
  {
    path: /^\/root\/\.(m2|gradle)(\/repository|\/caches)?$/,
    languages: ['java', 'kotlin', 'scala'],
    what: 'the repository of everything that Maven or Gradle downloaded',
  },
  {
    path: /^\/root\/\.nuget(\/packages)?$/,
    languages: ['dotnet'],
    what: 'the packages that .NET downloaded to compile with',
  },
];

function part(path: string, stage: Stage): string | undefined {
  const languages = new Set([stage.image?.language, ...builtIn(stage)]);
  const place = places.find(
    (each) => each.path.test(path) && each.languages.some((language) => languages.has(language)),
  );
  return (
    place && `This copies ${place.what} from the stage "%", which only the build needs. Copy the program.`
  );
}

function builtIn(stage: Stage): readonly string[] {
  return chainOf(stage).flatMap(({ steps }) =>
    steps.flatMap(({ commands }) =>
      (commands ?? []).flatMap(({ effects }) =>
        effects.flatMap((effect) => (effect.kind === 'builds' ? [effect.language] : [])),
      ),
    ),
  );
}

/** Then what is copied may serve that. */
function compilesHere(stage: Stage): boolean {
  return builtIn(stage).length > 0 || toolchainImage(stage) !== undefined;
}
