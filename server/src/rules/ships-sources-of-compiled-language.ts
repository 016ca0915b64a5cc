import type { CopyStep, Stage } from '../model/model';
import { within } from '../model/paths';
import type { Project } from '../project/project';
import { joinPath, normalisePath } from '../text/path';
import { oncePer } from '../text/remember';
import type { Word } from '../dockerfile/ast';
import { chainOf, isWorkplace, shippedSteps } from './facts/shipped';
import { purposeOf, startsUnreadScript } from './facts/start';
import { compiledLanguage, toolchainImage } from './facts/toolchain';
import type { Finding, Rule } from './rule';

/**
 * The final stage of a multi-stage build takes the folder in which an earlier stage compiles, or the same sources from the
 * build context. A single stage that compiles is the matter of single-stage-build.
 */
export const shipsSourcesOfCompiledLanguage: Rule = {
  id: 'ships-sources-of-compiled-language',
  severity: 'warning',
  serves: ['size', 'security', 'rebuild speed'],
  summary: 'The sources of a compiled program are copied into the image that ships.',
  fixable: 'no',
  check({ model, finalStage, project }) {
    if (model.stages.length < 2 || isWorkplace(finalStage, project) || toolchainImage(finalStage)) return [];
    if (purposeOf(finalStage, project) !== 'program' || startsUnreadScript(finalStage, project)) return [];
    if (compiledFoldersOf(finalStage).length > 0) return [];
    return shippedSteps(finalStage).flatMap(({ copy }): readonly Finding[] => {
      if (!copy) return [];
      return copy.sources.flatMap((source, index) => {
        const word = copy.instruction.sources[index];
        if (!word || !source.known) return [];
        const found =
          copy.from.kind === 'stage'
            ? fromStage(copy.from.stage, source.value)
            : copy.from.kind === 'context'
              ? fromContext(source.value, finalStage, project)
              : undefined;
        return found === undefined ? [] : [finding(word, found)];
      });
    });
  },
};

function finding(word: Word, language: string): Finding {
  return {
    at: word.span,
    message: `This ships the ${language} sources with the program that was compiled of them: they cost space, tell everybody how it works, and every change of them makes a new layer. Copy the program, and what else it reads while it runs.`,
  };
}

interface Compiled {
  readonly language: string;
  /** Where it was compiled, absolute. */
  readonly folder: string;
  /** Folders of the stage into which the build context was copied before. */
  readonly sources: readonly string[];
}

function fromStage(stage: Stage, source: string): string | undefined {
  const path = joinPath('/', source).replace(/(.)\/$/, '$1');
  // `COPY --from=build / /` has a rule of its own; a single file is a program.
  if (path === '/' || /[*?[]/.test(path) || removesSources(stage)) return undefined;
  const compiled = compiledFoldersOf(stage).find(
    ({ folder, sources }) =>
      sources.some((each) => within(each, path)) && within(folder, path) && !writesProgramAt(path, stage),
  );
  return compiled?.language;
}

/** A program or a file of that path: then COPY takes no folder. */
function writesProgramAt(path: string, stage: Stage): boolean {
  return stage.steps.some(({ commands }) =>
    commands?.some(({ effects }) =>
      effects.some(
        (effect) =>
          effect.kind === 'writes' && !effect.tree && effect.path.known && effect.path.value === path,
      ),
    ),
  );
}

/** Something is deleted, moved or cleaned up after all: what is left is not followed. */
const removesSources: (stage: Stage) => boolean = oncePer((stage) =>
  chainOf(stage).some(({ steps }) =>
    steps.some(({ commands }) =>
      commands?.some(({ effects }) => effects.some(({ kind }) => kind === 'removes')),
    ),
  ),
);

const compiledFoldersOf: (stage: Stage) => readonly Compiled[] = oncePer((stage) => {
  // Replaced and never changed: those found so far share it.
  let sources: readonly string[] = [];
  const found = new Map<string, Compiled>();
  for (const { commands, copy } of shippedSteps(stage)) {
    if (copy && copiesSources(copy) && copy.destination.known) {
      const folder = joinPath('/', copy.destination.value).replace(/(.)\/$/, '$1');
      if (!sources.includes(folder)) sources = [...sources, folder];
    }
    if (sources.length === 0) continue;
    for (const { effects, cwd } of commands ?? []) {
      for (const effect of effects) {
        const language = effect.kind === 'builds' ? compiledLanguage(effect.language) : undefined;
        if (language === undefined || !cwd.known) continue;
        // The later of two like it has all the sources of the earlier.
        found.set(`${language} ${cwd.value}`, { language, folder: cwd.value, sources });
      }
    }
  }
  return [...found.values()];
});

function copiesSources({ from, sources }: CopyStep): boolean {
  return (
    from.kind === 'context' &&
    sources.some(
      (each) => each.known && /^(\.?\/)?$|^\.$|(^|\/)(src|cmd|app|internal|pkg)\/?$/.test(each.value),
    )
  );
}

const extensions: readonly (readonly [RegExp, string])[] = [
  [/\.go$/, 'Go'],
  [/\.rs$/, 'Rust'],
  [/\.(java|kt|scala)$/, 'Java'],
  [/\.(cs|fs|vb)$/, '.NET'],
  [/\.swift$/, 'Swift'],
  [/\.hs$/, 'Haskell'],
];

/** The whole context, or a folder of sources, while the program comes from a stage that compiles the same language. */
function fromContext(source: string, stage: Stage, project: Project): string | undefined {
  if (project.truncated || /[*?[]/.test(source)) return undefined;
  const folder = normalisePath(`/${source}`).replace(/^\/|\/$/g, '');
  if (!project.isFolder(folder)) return undefined;
  const built = shippedSteps(stage).flatMap(({ copy }) =>
    copy?.from.kind === 'stage' ? compiledFoldersOf(copy.from.stage).map(({ language }) => language) : [],
  );
  return extensions.find(
    ([pattern, language]) =>
      built.includes(language) &&
      project.files.some(
        ({ path }) => pattern.test(path) && (folder === '' || path.startsWith(`${folder}/`)),
      ),
  )?.[1];
}
