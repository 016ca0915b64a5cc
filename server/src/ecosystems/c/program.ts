import type { Artefact, Program, ProgramRefusal, ProgramRequest } from '../ecosystem';
import { originOf } from '../../model/paths';
import { basename, joinPath } from '../../text/path';
import { startedProgram } from '../started-program';
import { evidenceOf } from './evidence';
import { linkingOf, type Linking } from './link';
import { compilesAtStart } from './start';
import { programAt, traceOf, type BuiltProgram } from './trace';
import { isCBuildVariable, isCSource } from './variables';

/** The C or C++ program that the start command runs, with what it needs; undefined when it is none. */
export function analyseCProgram(request: ProgramRequest): Program | ProgramRefusal | undefined {
  const { argv, stage, project, workdir } = request;
  const { built } = traceOf(stage, project);
  if (
    built.length === 0 &&
    compilesAtStart(stage) &&
    /^(gcc|c\/c\+\+|c)$/.test(stage.image?.language ?? '')
  ) {
    return { kind: 'refusal', message: 'the container compiles the program when it starts', at: request.at };
  }
  const [first] = argv ?? [];
  if (argv === undefined) return built.length > 0 ? describe(request, built, undefined) : undefined;
  const main = startedProgram(first ?? '', request, built, (path) => programAt(stage, path, project));
  if (!main) return notFound(request, built);
  const path = first?.includes('/') ? joinPath(workdir, first) : main.path;
  return describe(request, [main], path);
}

/** Says which program was expected, when the one that starts is none of another language. */
function notFound(request: ProgramRequest, built: readonly BuiltProgram[]): ProgramRefusal | undefined {
  const { argv, at, stage, project, workdir } = request;
  const word = argv?.[0] ?? '';
  if (!word.includes('/')) return undefined;
  const origin = originOf(stage, joinPath(workdir, word), project);
  const isOther = origin.kind === 'context' || origin.kind === 'stage' || origin.kind === 'foreign';
  if (isOther || /^\/(usr\/)?s?bin\//.test(word)) return undefined;
  const { unclear } = traceOf(stage, project);
  if (unclear) {
    const message = `which programs the build makes is not known: ${unclear.because}`;
    return { kind: 'refusal', message, at: unclear.command.command.span };
  }
  if (built.length === 0) return undefined;
  const made = [...new Set(built.map(({ path }) => path))].join(', ');
  const message = `the start command runs ${word}, which is none of the programs built here (${made})`;
  return { kind: 'refusal', message, at };
}

function describe(
  request: ProgramRequest,
  shipped: readonly BuiltProgram[],
  path: string | undefined,
): Program | ProgramRefusal {
  const { argv, stage, project } = request;
  const artefacts: Artefact[] = [];
  const linkings: Linking[] = [];
  for (const item of shipped) {
    const linking = linkingOf(item);
    const at = item.carrier.command.span;
    if (!linking.known) return { kind: 'refusal', message: linking.because, at: linking.source ?? at };
    const { unclear } = traceOf(stage, project);
    if (unclear && linking.value.packages.length > 0) {
      const message = `the program may be linked to libraries that this file builds itself: ${unclear.because}`;
      return { kind: 'refusal', message, at: unclear.command.command.span };
    }
    linkings.push(linking.value);
    const own = path ?? item.path;
    artefacts.push({ path: own, runtimePath: own, reason: `the program: ${linking.value.reason}` });
  }
  const evidence = evidenceOf(request);
  const installed = [...new Set(shipped.flatMap((item) => item.installed))];
  const dynamic = linkings.filter(({ libc }) => libc !== 'none');
  const word = argv?.[0]?.includes('/') ? argv[0] : artefacts[0] && basename(artefacts[0].runtimePath);
  return {
    kind: 'program',
    language: 'c',
    artefacts,
    argv: argv && word !== undefined ? [word, ...argv.slice(1)] : undefined,
    libc: dynamic[0]?.libc ?? 'none',
    builderImage: stage.steps.length > 0 ? shipped[0]?.stage.image : stage.image,
    // pthread_exit and pthread_cancel load libgcc_s, which is in cc alone.
    cxxRuntime: true,
    openssl: dynamic.some(({ openssl }) => openssl),
    libraries: [...new Set(dynamic.flatMap(({ packages }) => packages))],
    ...evidence,
    files: [
      ...evidence.files,
      ...installed.map((folder) => ({
        path: folder,
        folder: true,
        reason: 'installed along with the program',
      })),
    ],
    corrections: linkings.flatMap(({ corrections }) => corrections),
    addedInstructions: [],
    optimisations: () => [],
    isBuildVariable: isCBuildVariable,
    isSource: isCSource,
    compiledIn: () => false,
    sourceFolders: [...new Set(shipped.map(({ sources }) => sources).filter((folder) => folder !== '/'))],
    warnings: [],
  };
}
