import { basename } from '../text/path';
import { builds } from './built';
import { classifyC } from './c/classify';
import { analyseCProgram } from './c/program';
import { compilesAtStart } from './c/start';
import type { Ecosystem } from './ecosystem';

/** Names of files whose text the analysis of a C or C++ project reads. */
const wanted =
  /^(?:.+\.(?:c|cc|cpp|cxx|h|hh|hpp|hxx|inl|ipp|cmake|sh|bash)|CMakeLists\.txt|configure\.(?:ac|in)|GNUmakefile|[Mm]akefile|(?:docker-)?entrypoint.*|start|run)$/s;

export const c: Ecosystem = {
  language: 'c',
  wantsFile: (path) => wanted.test(basename(path)) && !/(^|\/)(node_modules|vendor|third_party)\//.test(path),
  classify: classifyC,
  concerns: (stage) => builds(stage, 'c') || compilesAtStart(stage),
  analyseProgram: analyseCProgram,
};
