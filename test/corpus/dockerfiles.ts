import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadBuildContext } from '../../server/src/host/build-context';
import { diskAccess } from '../../server/src/host/disk';
import { rememberFiles } from '../../server/src/host/remembered-files';
import { nothingRead } from '../../server/src/project/load';
import { unknownProject, type Project } from '../../server/src/project/project';
import type { JettisonService } from '../../server/src/service';

export interface RealDockerfile {
  readonly path: string;
  readonly text: string;
}

const ordinaryName = /^(?:dockerfile|containerfile)(?:\.[^.]+)*$|\.(?:dockerfile|containerfile)$/i;

/** All Dockerfiles below a folder, also copies under other names (`service__Dockerfile`), sorted; binary files are left out. */
export function* dockerfilesBelow(folder: string): Generator<RealDockerfile> {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const below = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== '.git' && entry.name !== 'node_modules') yield* dockerfilesBelow(below);
    } else if (
      entry.isFile() &&
      /dockerfile|containerfile/i.test(entry.name) &&
      !/ignore$/i.test(entry.name)
    ) {
      const text = readFileSync(below, 'utf8').replace(/^\uFEFF/, '');
      if (!text.includes('\0')) yield { path: below, text };
    }
  }
}

/** Reads what lies around Dockerfiles; a copy under another name has been taken out of its project, which is unknown then. */
export function projectReader(
  service: JettisonService,
  folder: string,
): (file: RealDockerfile) => Promise<Project> {
  const files = rememberFiles(diskAccess);
  const readSoFar = nothingRead();
  return async ({ path: file, text }) =>
    ordinaryName.test(path.basename(file))
      ? loadBuildContext(files, pathToFileURL(file).href, {
          wants: (name) => service.wantsFile(name),
          copySources: service.copySources(text),
          workspaceFolders: [pathToFileURL(folder).href],
          readSoFar,
        })
      : unknownProject;
}
