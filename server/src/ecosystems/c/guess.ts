import { originOf } from '../../model/paths';
import { effectiveCommand } from '../../shell/effective-command';
import { basename, dirname, joinPath } from '../../text/path';
import { unknown } from '../../text/fact';
import type { ProgramRequest } from '../ecosystem';
import { traceOf, type BuiltProgram } from './trace';

const sources = /\.(c|cc|cpp|cxx)$/;
/** Bounds on the search for the sources in the stage. */
const maxFiles = 80;

/**
 * The program that the start command names, where a build that is not followed makes it: it has to be there, or the
 * container would not start. Undefined when its sources do not come from the build context: what it opens is not known then.
 */
export function guessedProgram(word: string, request: ProgramRequest): BuiltProgram | undefined {
  const { stage, project, workdir } = request;
  const { unclear } = traceOf(stage, project);
  if (!unclear || /\.(sh|bash|py|pl|rb|js|jar)$/.test(word)) return undefined;
  const path = word.includes('/') ? joinPath(workdir, word) : installed(word, request);
  if (path === undefined || /^\/(usr\/)?s?bin\//.test(path)) return undefined;
  const origin = originOf(stage, path, project);
  if (origin.kind !== 'command' && origin.kind !== 'unknown' && origin.kind !== 'base') return undefined;
  if (!path.startsWith('/usr/local/') && usesLibtool(request)) return undefined;
  const { command } = unclear;
  const folders = [dirname(path), ...(command.cwd.known ? [command.cwd.value] : [])];
  const found = folders.map((folder) => sourceFolder(folder, request)).find((each) => each !== undefined);
  const step = stage.steps.find(({ commands }) => commands?.some((each) => each.command === command.command));
  if (found === undefined || step === undefined) return undefined;
  return {
    stage,
    step,
    links: { isCxx: true, isStatic: false, libraries: unknown(unclear.because, command.command.span) },
    carrier: command,
    via: 'make',
    sources: found,
    installed: [],
    path,
    isGuess: true,
  };
}

/** Libtool leaves scripts in the build tree that stand for the programs until they are installed. */
function usesLibtool({ project }: ProgramRequest): boolean {
  return project.files
    .filter(({ path }) => /(^|\/)configure\.(ac|in)$/.test(path))
    .some(({ path }) => /\b(LT_INIT|AC_PROG_LIBTOOL|AM_PROG_LIBTOOL)\b/.test(project.read(path) ?? ''));
}

/** Where `make install` puts programs, when the stage does so without naming another place. */
function installed(word: string, { stage }: ProgramRequest): string | undefined {
  const commands = stage.steps.flatMap((step) => step.commands ?? []);
  const installs = commands.some(({ command }) => {
    const { name, args } = effectiveCommand(command);
    return (
      /^(make|gmake|ninja|cmake|meson)$/.test(basename(name ?? '')) &&
      args.some(({ literal }) => /^(--)?install(\/strip)?$/.test(literal ?? ''))
    );
  });
  const elsewhere = commands.some(({ command }) =>
    command.words.some(({ raw }) => /^(--?prefix\b|-DCMAKE_INSTALL_PREFIX|DESTDIR=|PREFIX=)/.test(raw)),
  );
  return installs && !elsewhere && /^[\w.+-]+$/.test(word) ? `/usr/local/bin/${word}` : undefined;
}

/** The folder, or the nearest one above it, that holds sources of the build context. */
function sourceFolder(start: string, { stage, project }: ProgramRequest): string | undefined {
  const files = project.files.filter(({ path }) => sources.test(path)).slice(0, maxFiles);
  for (let folder = start; folder !== '/'; folder = dirname(folder)) {
    for (const { path } of files) {
      const parts = path.split('/');
      for (let first = 0; first < parts.length; first++) {
        const place = joinPath(folder, parts.slice(first).join('/'));
        const origin = originOf(stage, place, project);
        if (origin.kind === 'context' && origin.path === path) return folder;
      }
    }
  }
  return undefined;
}
