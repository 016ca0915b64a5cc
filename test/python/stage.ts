import { parseDockerfile } from '../../server/src/dockerfile/parse';
import { python } from '../../server/src/ecosystems/python';
import { buildModel } from '../../server/src/model/build';
import { effectsOf } from '../../server/src/model/effects/effects';
import type { Stage } from '../../server/src/model/model';
import { projectFromFiles } from '../../server/src/project/memory';

/** The last stage of a Dockerfile, its commands read as the Python ecosystem reads them. */
export function stageOf(text: string, files: Record<string, string> = {}): Stage {
  const project = projectFromFiles(files);
  const model = buildModel(parseDockerfile(text), {
    classify: (command, stage) =>
      effectsOf(command, { classify: () => python.classify(command, stage, project) }),
  });
  if (!model.finalStage) throw new Error('no stage');
  return model.finalStage;
}
