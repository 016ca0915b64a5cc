import type { Tool } from '../ecosystem';
import type { Stage } from '../../model/model';
import type { Project } from '../../project/project';
import { basename, joinPath } from '../../text/path';
import { pathFolders } from '../started-program';
import { withoutVersion } from './evaluate';
import { programAt, programsBuilt } from './trace';

/**
 * Programs of other projects that need nothing but themselves and what their arguments name. Those that compile, watch
 * or debug need the Go toolchain, and are none of them. Source: their documentation.
 */
const standalone = new Set([
  'github.com/pressly/goose/cmd/goose',
  'github.com/golang-migrate/migrate/cmd/migrate',
  'github.com/rubenv/sql-migrate',
  'github.com/rubenv/sql-migrate/sql-migrate',
  'github.com/amacneil/dbmate',
  'github.com/jackc/tern',
  'ariga.io/atlas/cmd/atlas',
  'github.com/grpc-ecosystem/grpc-health-probe',
  'github.com/fullstorydev/grpcurl/cmd/grpcurl',
  'github.com/jwilder/dockerize',
  'github.com/powerman/dockerize',
  'github.com/mikefarah/yq',
]);

/** A tool that `go install PATH@VERSION` puts on PATH, in this stage or an earlier one, and that runs without the Go toolchain. */
export function locateGoTool(word: string, stage: Stage, project: Project): Tool | undefined {
  const here = programsBuilt(stage, project).findLast(({ path }) =>
    word.includes('/') ? path === word : basename(path) === word,
  );
  const places = word.includes('/') ? [word] : pathFolders(stage).map((folder) => joinPath(folder, word));
  for (const path of here ? [here.path] : places) {
    const found = here ?? programAt(stage, path, project);
    const { importPath } = found?.output ?? {};
    if (!found || importPath === undefined || !standalone.has(withoutVersion(importPath))) continue;
    const cgo = found.call.command.env.get('CGO_ENABLED');
    return { path, isStatic: cgo?.known === true && cgo.value === '0' };
  }
  return undefined;
}
