import type { Ecosystem } from './ecosystem';
import { basename } from '../text/path';
import { builds } from './built';
import { classifyCompiled } from './compiled/classify';
import { isCompiledSource } from './compiled/languages';
import { analyseCompiledProgram } from './compiled/program';

const manifest = /^(?:pubspec\.(?:yaml|lock)|shard\.yml|package\.yaml|Package\.swift|.+\.cabal)$/;

/** Languages whose compilers leave one program at a place that the command names. */
export const compiled: Ecosystem = {
  language: 'compiled',
  wantsFile: (path) => isCompiledSource(path) || manifest.test(basename(path)),
  classify: classifyCompiled,
  concerns: (stage) => builds(stage, 'compiled'),
  analyseProgram: analyseCompiledProgram,
};
