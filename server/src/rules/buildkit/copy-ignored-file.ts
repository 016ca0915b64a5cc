import type { CopyStep } from '../../model/model';
import { parseDockerIgnore, rootState, type DockerIgnore } from '../../project/dockerignore';
import { cleanPath } from '../../project/paths';
import type { Rule } from '../rule';
import { buildkitCheck } from './facts/check';

/** A `.dockerignore` with exceptions is not judged: what they bring back depends on the files. */
export const copyIgnoredFile: Rule = buildkitCheck({
  id: 'CopyIgnoredFile',
  severity: 'warning',
  serves: ['reproducibility'],
  summary: 'COPY or ADD of a path that .dockerignore keeps out of the build context.',
  fixable: 'no',
  find({ model: { stages }, project: { dockerignore: text } }) {
    if (text === undefined) return [];
    const dockerignore = parseDockerIgnore(text);
    if (dockerignore.hasExceptions) return [];
    const isIgnored = ignoredBy(dockerignore, text);
    return stages.flatMap(({ steps }) =>
      steps.flatMap(({ copy }) => {
        if (!copy || copy.instruction.from) return [];
        return pathsOf(copy).flatMap(({ path, at }) => {
          if (!isIgnored(path)) return [];
          return [
            {
              at,
              message: `.dockerignore keeps ${path === '.' ? 'the whole context' : `"${path}"`} out of the build context: there is nothing here to copy.`,
              skippedAbove: copy.instruction,
            },
          ];
        });
      }),
    );
  },
});

/** Local sources, cleaned: no URLs, no Git repositories, no heredocs. */
function pathsOf({ instruction, sources }: CopyStep) {
  return sources.flatMap((source, index) => {
    const word = instruction.sources[index];
    if (!word || !source.known || word.value.startsWith('<<')) return [];
    const isRemote = /^(https?|git|ssh):\/\/|^git@/.test(source.value);
    return isRemote ? [] : [{ path: clean(source.value), at: word.span }];
  });
}

/** As Go's `filepath.Clean`: an absolute path keeps its slash, and nothing at all is the folder itself. */
function clean(path: string): string {
  const cleaned = cleanPath(path);
  if (path.startsWith('/')) return cleaned.startsWith('/') ? cleaned : `/${cleaned}`;
  return cleaned === '' ? '.' : cleaned;
}

function ignoredBy(dockerignore: DockerIgnore, text: string): (path: string) => boolean {
  const ignoresAll = text.split('\n').some((line) => /^(\*|\*\*|\*\*\/\*)$/.test(line.trim()));
  return (path) => {
    if (path === '.' || path === '/') return ignoresAll;
    let state = rootState;
    let ignored = false;
    const parts = path.split('/');
    for (let depth = 1; depth <= parts.length; depth++) {
      ({ ignored, state } = dockerignore.judge(parts.slice(0, depth).join('/'), state));
    }
    return ignored;
  };
}
