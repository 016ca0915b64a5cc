import type { Word } from '../dockerfile/ast';
import type { BuildModel, CopyStep, Stage } from '../model/model';
import { originOf, within } from '../model/paths';
import type { Project } from '../project/project';
import { basename, dirname, joinPath } from '../text/path';
import { rootOf, shippedSteps } from './facts/shipped';
import { nearest } from './facts/spelling';
import type { Finding, Rule } from './rule';

export const copiedPathNeverCreated: Rule = {
  id: 'copied-path-never-created',
  severity: 'error',
  serves: ['reproducibility', 'maintenance'],
  summary:
    'COPY of a path that is not there: no earlier instruction makes it, or the build context does not hold it.',
  fixable: 'review',
  check({ model, project }) {
    const rooted = contextIsRight(model, project);
    return model.stages.flatMap(({ steps }) =>
      steps.flatMap(({ copy }) => {
        if (!copy) return [];
        return copy.sources.flatMap((source, index) => {
          const word = copy.instruction.sources[index];
          if (!word || !source.known || /[*?[\\]|^<<|:\/\//.test(source.value)) return [];
          if (copy.from.kind === 'stage')
            return judgeStagePath(word, source.value, copy.from.stage, project) ?? [];
          return copy.from.kind === 'context' && rooted
            ? (judgeContextPath(word, source.value, copy, project) ?? [])
            : [];
        });
      }),
    );
  },
};

function judgeStagePath(word: Word, source: string, stage: Stage, project: Project): Finding | undefined {
  const path = joinPath('/', source).replace(/(.)\/$/, '$1');
  if (path === '/' || originOf(stage, path, project).kind !== 'absent' || isOfBaseImage(path, stage))
    return undefined;
  if (isBelowContext(path, stage)) return undefined;
  const likely = likelyPath(path, stage);
  const name = stage.name ?? String(stage.index);
  return finding(
    word,
    source,
    `Nothing in the stage "${name}" creates ${path}, so that the build stops here.${likely ? ` Did you mean ${likely}?` : ''}`,
    likely,
  );
}

/** Below a folder of the build context files may be made before the build starts. */
function isBelowContext(path: string, stage: Stage): boolean {
  return shippedSteps(stage).some(
    ({ copy }) =>
      copy?.from.kind === 'context' && copy.destination.known && within(path, copy.destination.value),
  );
}

/** Some images have files of their own at the root, scripts mostly: what is there is not known. */
function isOfBaseImage(path: string, stage: Stage): boolean {
  const root = rootOf(stage);
  if (root.base.kind === 'image' && root.base.reference.repository === 'scratch') return false;
  const { image } = stage;
  if (image?.workdir !== undefined && image.workdir !== '/' && joinPath(path, '/').startsWith(image.workdir))
    return true;
  const plain = image?.role === 'os' || image?.language !== undefined || image?.family === 'distroless';
  return !plain || /^\/[^/]+\.\w+$/.test(path);
}

/** A path that the stage does make: of the same name elsewhere, or spelt almost alike. */
function likelyPath(path: string, stage: Stage): string | undefined {
  const made = createdPaths(stage).filter((each) => each !== path);
  const sameName = made.filter((each) => basename(each) === basename(path));
  return sameName.length === 1 ? sameName[0] : nearest(path, made);
}

function createdPaths(stage: Stage): readonly string[] {
  const paths = shippedSteps(stage).flatMap(({ copy, commands, instruction }) => {
    if (copy) return copiedPaths(copy);
    if (instruction.kind === 'workdir') return [];
    return (commands ?? []).flatMap(({ effects }) =>
      effects.flatMap((effect) => (effect.kind === 'writes' && effect.path.known ? [effect.path.value] : [])),
    );
  });
  return [...new Set(paths)];
}

function copiedPaths({ destination, sources }: CopyStep): readonly string[] {
  if (!destination.known) return [];
  if (!destination.value.endsWith('/')) return [destination.value];
  return sources.flatMap((source) =>
    source.known ? [joinPath(destination.value, basename(source.value))] : [],
  );
}

/**
 * Whether the files at hand are those that the build will see. The folder is a guess where no compose file or the like
 * names it; that another source of the same file lies in it shows that the guess is right.
 */
function contextIsRight(model: BuildModel, project: Project): boolean {
  if (project.truncated || project.files.length === 0) return false;
  return model.stages.some(({ steps }) =>
    steps.some(
      ({ copy }) =>
        copy?.from.kind === 'context' &&
        copy.sources.some(
          (source) =>
            source.known && contextPath(source.value) !== '' && project.has(contextPath(source.value)),
        ),
    ),
  );
}

function contextPath(source: string): string {
  const path = joinPath('/', source).slice(1);
  return path.replace(/\/$/, '');
}

/**
 * A path that is missing may still be made before the build starts, by a CI job for instance. So only two faults are
 * certain enough: `.dockerignore` hides it, or a file beside it is spelt almost alike.
 */
function judgeContextPath(word: Word, source: string, copy: CopyStep, project: Project): Finding | undefined {
  const path = contextPath(source);
  if (path === '' || project.has(path) || copy.instruction.flags.some(({ name }) => name === 'parents'))
    return undefined;
  if (project.ignored.some((each) => each === path || each.startsWith(`${path}/`))) {
    return {
      at: word.span,
      message: `.dockerignore keeps ${path} out of the build context, so that this COPY finds nothing and the build stops here.`,
    };
  }
  const likely = nearestInContext(path, project);
  if (likely === undefined) return undefined;
  return finding(
    word,
    source,
    `The build context holds no ${path}, so that the build stops here. Did you mean ${likely}?`,
    likely,
  );
}

/** Made by a build, or kept out of version control: their absence from the folder means nothing. */
const madeLater =
  /(^|\/)(\.env|dist|build|out|bin|target|vendor|node_modules|public|release|coverage|generated)|\.(js|mjs|css|html|map|d\.ts|jar|war|whl|tgz|tar|gz|zip|so|exe|pem|crt|key|pb\.go|secret)$/;

function nearestInContext(path: string, project: Project): string | undefined {
  if (madeLater.test(path)) return undefined;
  const folder = dirname(path);
  const beside = new Set<string>();
  for (const file of project.files) {
    if (folder !== '.' && !file.path.startsWith(`${folder}/`)) continue;
    const rest = folder === '.' ? file.path : file.path.slice(folder.length + 1);
    const [first = ''] = rest.split('/');
    beside.add(first);
  }
  const name = basename(path);
  const meant = nearest(name, [...beside]);
  if (meant === undefined || differOnlyInDigits(name, meant)) return undefined;
  return folder === '.' ? meant : `${folder}/${meant}`;
}

function differOnlyInDigits(a: string, b: string): boolean {
  return a.replace(/\d/g, '') === b.replace(/\d/g, '');
}

function finding(word: Word, source: string, message: string, likely: string | undefined): Finding {
  if (likely === undefined || word.raw !== source) return { at: word.span, message };
  return {
    at: word.span,
    message,
    fixes: [
      {
        title: `Copy ${likely} instead`,
        safety: 'review',
        edits: () => [{ span: word.span, newText: likely, reason: `${source} is not there` }],
      },
    ],
  };
}
