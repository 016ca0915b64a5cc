import type { Ecosystem } from './ecosystem';
import { basename } from '../text/path';
import { classifyGo } from './go/classify';
import { analyseGoProgram } from './go/program';

/** Names of files whose text the analysis of a Go project reads. */
const wanted =
  /^(?:go\.(?:mod|sum|work)|.+\.(?:go|sh|bash)|GNUmakefile|[Mm]akefile|(?:docker-)?entrypoint.*|start|run)$/s;

export const go: Ecosystem = {
  language: 'go',
  wantsFile: (path) => wanted.test(basename(path)) && !/(^|\/)(vendor|testdata)\//.test(path),
  classify: classifyGo,
  analyseProgram: analyseGoProgram,
};
