import type { Ecosystem } from './ecosystem';
import { basename } from '../text/path';
import type { Stage } from '../model/model';
import { classifyPython } from './python/classify';
import { pythonOfStage } from './python/interpreter';
import { analysePythonProgram } from './python/program';

/** Names of files whose text the analysis of a Python project reads. */
const wanted =
  /^(?:.+\.py|.*requirements.*\.(?:txt|in|pip)|pyproject\.toml|Pipfile|(?:poetry|uv|pdm)\.lock|setup\.cfg|\.python-version|.+\.(?:sh|bash|ini)|(?:docker-)?entrypoint.*|start|run)$/s;

export const python: Ecosystem = {
  language: 'python',
  wantsFile: (path) =>
    (wanted.test(basename(path)) || /(^|\/)requirements\/[^/]+\.(?:txt|in)$/.test(path)) &&
    !/(^|\/)(\.?venv|node_modules|site-packages)\//.test(path),
  classify: classifyPython,
  concerns: (stage) => {
    const starts = (stage.end.cmd?.instruction ?? stage.end.entrypoint?.instruction) !== undefined;
    if (stage.image?.language === 'python' || usesConda(stage)) return starts;
    // Told apart by its own message: what such an image contains is not known.
    if (stage.base.kind === 'image' && !stage.image) return starts && downloads(stage);
    return starts && pythonOfStage(stage) !== undefined && (downloads(stage) || startsPython(stage));
  },
  analyseProgram: analysePythonProgram,
};

function downloads(stage: Stage): boolean {
  return stage.steps.some(({ commands }) =>
    commands?.some(({ effects }) =>
      effects.some((effect) => effect.kind === 'downloads-dependencies' && effect.language === 'python'),
    ),
  );
}

function startsPython({ end }: Stage): boolean {
  return [end.entrypoint, end.cmd].some((start) =>
    start?.argv.some((word) => /(^|[\s/])python3?(\s|$)/.test(word)),
  );
}

/** Packages of another distribution within the image: how they are found is up to its own start script. */
function usesConda(stage: Stage): boolean {
  return stage.steps.some(({ commands }) =>
    commands?.some(({ argv }) =>
      argv.some((word) => word.known && /(^|\/)(conda|mamba|micromamba)$/.test(word.value)),
    ),
  );
}
