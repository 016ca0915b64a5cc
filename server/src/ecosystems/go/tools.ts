import type { Tool } from '../ecosystem';
import type { Stage } from '../../model/model';
import type { Project } from '../../project/project';
import { basename } from '../../text/path';
import { withoutVersion } from './evaluate';
import { programsBuilt } from './trace';

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

/** A tool that `go install PATH@VERSION` puts on PATH and that runs without the Go toolchain. */
export function locateGoTool(word: string, stage: Stage, project: Project): Tool | undefined {
  const found = programsBuilt(stage, project).findLast(
    ({ path, output }) =>
      output.importPath !== undefined &&
      standalone.has(withoutVersion(output.importPath)) &&
      (word.includes('/') ? path === word : basename(path) === word),
  );
  if (!found) return undefined;
  const cgo = found.call.command.env.get('CGO_ENABLED');
  return { path: found.path, isStatic: cgo?.known === true && cgo.value === '0' };
}
