import type { Program } from '../ecosystems/ecosystem';
import { originOf, within } from '../model/paths';
import type { Stage } from '../model/model';
import type { Project } from '../project/project';
import { joinPath } from '../text/path';
import type { Reason } from './conversion';
import type { FilePlan } from './files';

/** Names that folders with run-time files usually have. */
const usual =
  /^(templates?|views?|static|public|assets|html|www|migrations?|configs?|conf|locales?|i18n|translations|data|sql|seeds?|fixtures|uploads)$/i;

/** Folders beside the program that look as if they were read at run time, though nothing in the sources says so. */
export function leftovers(stage: Stage, program: Program, files: FilePlan, project: Project): Reason[] {
  const { workdir } = stage.end;
  if (!workdir.known) return [];
  const folders = new Set<string>();
  for (const { path } of project.files) {
    const parts = path.split('/').slice(0, -1);
    for (let depth = 1; depth <= Math.min(parts.length, 2); depth++)
      folders.add(parts.slice(0, depth).join('/'));
  }
  const reasons: Reason[] = [];
  for (const folder of folders) {
    if (!usual.test(folder.split('/').at(-1) ?? '')) continue;
    const place = joinPath(workdir.value, folder);
    const origin = originOf(stage, place, project);
    if (origin.kind !== 'context' || origin.path !== folder || program.compiledIn(place)) continue;
    const isMoved = [...files.moved.keys()].some(({ copy }) =>
      copy?.sources.some((source) => source.known && within(`/${folder}`, joinPath('/', source.value))),
    );
    if (isMoved) continue;
    if (files.carried.some((item) => within(place, item.to) || within(item.to, place))) continue;
    if (project.files.every((file) => !within(`/${file.path}`, `/${folder}`) || program.isSource(file.path)))
      continue;
    reasons.push({
      message: `${folder}/ is not copied: nothing in the sources opens it; copy it if the program reads it all the same`,
      at: origin.step.instruction.span,
    });
  }
  return reasons;
}
