import type { Artefact, ProgramRefusal, ProgramRequest } from '../ecosystem';
import { originOf } from '../../model/paths';
import { basename, dirname, joinPath } from '../../text/path';
import { refusal } from './places';
import { toolsIn } from './stage-tools';

/**
 * `build/install/app/bin/app`, `target/universal/stage/bin/app` and their kin: a script that a build wrote, with its
 * libraries in `lib` beside `bin`.
 */
export function launcherAt({ stage, project, workdir }: ProgramRequest, name: string): string | undefined {
  if (!/(^|\/)bin\/[^/]+$/.test(name)) return undefined;
  const path = joinPath(workdir, name);
  const origin = originOf(stage, path, project);
  const isBuilt =
    origin.kind === 'command' &&
    origin.command.effects.some((effect) => effect.kind === 'builds' && effect.language === 'java');
  return isBuilt ? path : undefined;
}

/** The folder that a start script needs: its own and all that lies beside. */
export function launcherArtefact(request: ProgramRequest, launcher: string): Artefact | ProgramRefusal {
  const isBashScript = toolsIn(request.stage).includes('sbt');
  if (isBashScript && request.stage.image?.libc === 'musl') {
    const name = basename(launcher);
    return refusal(
      `${name} is a script for bash, which Alpine's Java runtime images do not have`,
      request.at,
    );
  }
  const folder = dirname(dirname(launcher));
  return {
    path: folder,
    runtimePath: folder,
    folder: true,
    ...(isPlay(request) ? { writable: true } : {}),
    reason: 'the program with its libraries and the script that starts it',
  };
}

/** Play writes RUNNING_PID into its own folder and does not start without. Source: Play's documentation, production. */
function isPlay({ project }: ProgramRequest): boolean {
  return project.files.some(
    ({ path }) =>
      path.endsWith('.sbt') &&
      /\bPlay(Minimal)?(Scala|Java)\b|org\.playframework|com\.typesafe\.play/.test(project.read(path) ?? ''),
  );
}
