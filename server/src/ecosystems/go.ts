import type { Ecosystem } from './ecosystem';
import type { Stage } from '../model/model';
import { basename } from '../text/path';
import { builds } from './built';
import { classifyGo } from './go/classify';
import { analyseGoProgram } from './go/program';
import { isSettingsFile } from './go/settings-paths';
import { locateGoTool } from './go/tools';

/** Names of files whose text the analysis of a Go project reads. */
const wanted =
  /^(?:go\.(?:mod|sum|work)|.+\.(?:go|sh|bash)|GNUmakefile|[Mm]akefile|(?:docker-)?entrypoint.*|start|run)$/s;

export const go: Ecosystem = {
  language: 'go',
  wantsFile: (path) =>
    (wanted.test(basename(path)) || isSettingsFile(path)) && !/(^|\/)(vendor|testdata)\//.test(path),
  classify: classifyGo,
  concerns: (stage) => builds(stage, 'go') || startsGoTool(stage),
  analyseProgram: analyseGoProgram,
  locateTool: locateGoTool,
};

/** `CMD ["go", "run", "."]`: compiled when the container starts. */
function startsGoTool({ end }: Stage): boolean {
  return [end.entrypoint, end.cmd].some((start) => {
    const words =
      start?.script?.commands.flatMap((command) => command.words.map((word) => word.literal)) ?? start?.argv;
    const index = words?.findIndex((word) => word !== undefined && /(^|\/)go$/.test(word)) ?? -1;
    return index !== -1 && words?.[index + 1] === 'run';
  });
}
