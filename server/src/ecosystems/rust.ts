import type { Stage } from '../model/model';
import { basename } from '../text/path';
import { builds } from './built';
import type { Ecosystem } from './ecosystem';
import { classifyRust } from './rust/classify';
import { analyseRustProgram } from './rust/program';

/** Names of files whose text the analysis of a Rust project reads. */
const wanted =
  /^(?:Cargo\.(?:toml|lock)|.+\.(?:rs|sh|bash)|GNUmakefile|[Mm]akefile|(?:docker-)?entrypoint.*|start|run)$/s;

export const rust: Ecosystem = {
  language: 'rust',
  wantsFile: (path) =>
    (wanted.test(basename(path)) || /(^|\/)\.cargo\/config(\.toml)?$/.test(path)) &&
    !/(^|\/)(vendor|target)\//.test(path),
  classify: classifyRust,
  concerns: (stage) => builds(stage, 'rust') || startsCargo(stage),
  analyseProgram: analyseRustProgram,
};

/** `CMD ["cargo", "run"]`: compiled when the container starts. */
function startsCargo({ end }: Stage): boolean {
  return [end.entrypoint, end.cmd].some((start) => {
    const words =
      start?.script?.commands.flatMap((command) => command.words.map((word) => word.literal)) ?? start?.argv;
    return words?.some((word) => word !== undefined && /(^|\/)cargo$/.test(word)) ?? false;
  });
}
