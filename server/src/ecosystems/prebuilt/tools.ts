import type { Tool } from '../ecosystem';
import type { Stage } from '../../model/model';
import type { Project } from '../../project/project';
import { originOf } from '../../model/paths';
import { joinPath } from '../../text/path';
import { locatePrebuilt } from './locate';

/** A tool that the stage fetches from a release that is known to be static: one file, whatever lies beside it. */
export function locateReleasedTool(word: string, stage: Stage, project: Project): Tool | undefined {
  const found = locatePrebuilt(word, stage, project);
  if (found?.origin !== 'download' || found.release === undefined) return undefined;
  if (!found.folder) return { path: found.path, isStatic: true };
  if (!stage.end.workdir.known) return undefined;
  const path = joinPath(word.includes('/') ? stage.end.workdir.value : found.path, word);
  return originOf(stage, path, project).kind === 'command' ? { path, isStatic: true } : undefined;
}
