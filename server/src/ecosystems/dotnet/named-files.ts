import type { Artefact, ProgramRequest } from '../ecosystem';
import { originOf, within } from '../../model/paths';
import { joinPath } from '../../text/path';
import type { ProjectFile } from './project-file';
import type { SourceNeeds } from './sources';

const compiled = /\.(cs|fs|vb|dll|(cs|fs|vb)proj|cshtml|razor|slnx?|resx)$/;

/**
 * Files of the working directory that the sources name and that a publish may leave out: they lie there beside the sources.
 * A database among them is written to.
 */
export function namedFiles(
  { stage, project, workdir }: ProgramRequest,
  file: ProjectFile | undefined,
  sources: SourceNeeds,
): Artefact[] {
  const found = new Map<string, Artefact>();
  const isWeb = file?.sdk === 'Microsoft.NET.Sdk.Web';
  for (const { value, file: source, line } of sources.texts) {
    const word = value
      .replace(/^(Data Source|Filename)\s*=\s*/i, '')
      .replace(/;.*$/, '')
      .replace(/^\.\//, '')
      .replace(/\/$/, '');
    // The web SDK publishes these itself.
    if (word === '' || compiled.test(word) || (isWeb && /^wwwroot(\/|$)|\.(json|config)$/.test(word)))
      continue;
    const place = joinPath(workdir, word);
    const origin = originOf(stage, place, project);
    if (origin.kind !== 'context' || origin.path === '' || !project.has(origin.path)) continue;
    const folder = project.isFolder(origin.path);
    const { path } = origin;
    if (
      folder &&
      project.files.every((each) => !within(`/${each.path}`, `/${path}`) || compiled.test(each.path))
    )
      continue;
    const reason = `${source}:${String(line)} names it`;
    found.set(place, { path: place, runtimePath: place, folder, writable: true, reason });
  }
  return [...found.values()];
}
