import type { Ecosystem } from './ecosystem';
import { classifyGo } from './go/classify';
import { analyseGoProgram } from './go/program';

/** Files whose text the analysis of a Go project reads. */
const wanted =
  /(^|\/)(go\.(mod|sum|work)|[^/]+\.(go|sh|bash)|GNUmakefile|[Mm]akefile|entrypoint[^/]*|docker-entrypoint[^/]*|start|run)$/;

export const go: Ecosystem = {
  language: 'go',
  wantsFile: (path) => wanted.test(path) && !/(^|\/)(vendor|testdata)\//.test(path),
  classify: classifyGo,
  analyseProgram: analyseGoProgram,
};
