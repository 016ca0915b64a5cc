import type { Artefact, Ecosystem, Program } from '../ecosystems/ecosystem';
import type { Stage } from '../model/model';
import type { Project } from '../project/project';
import { basename } from '../text/path';
import { healthcheckNeeds, isArtefact } from './healthcheck';
import type { StartAnalysis } from './start';

/** The program with the ready-made tools that its start, itself or HEALTHCHECK runs: they ship beside it. */
export function withTools(
  program: Program,
  stage: Stage,
  project: Project,
  start: StartAnalysis,
  ecosystems: readonly Ecosystem[],
): Program {
  const spawned = program.spawns.known ? program.spawns.value : [];
  const names = new Set([...start.use.commands, ...spawned, ...healthcheckNeeds(stage, program).programs]);
  const artefacts: Artefact[] = [];
  let { needsSystem } = program;
  for (const name of names) {
    if (isArtefact(name, program, stage)) continue;
    const tool = ecosystems
      .map((ecosystem) => ecosystem.locateTool?.(name, stage, project))
      .find((found) => found !== undefined);
    if (!tool) continue;
    const { path } = tool;
    const runtimePath =
      name.includes('/') || onEveryPath.test(path) ? path : `/usr/local/bin/${basename(path)}`;
    artefacts.push({ path, runtimePath, reason: `${basename(path)}, which is run beside the program` });
    if (!tool.isStatic)
      needsSystem ??= `which shared libraries ${basename(path)} loads cannot be seen, so it stays on the same system`;
  }
  if (artefacts.length === 0) return program;
  return {
    ...program,
    artefacts: [...program.artefacts, ...artefacts],
    ...(needsSystem === undefined ? {} : { needsSystem }),
  };
}

/** Folders on the PATH of every runtime image. */
const onEveryPath = /^\/usr\/(local\/)?s?bin\/[^/]+$|^\/s?bin\/[^/]+$/;
