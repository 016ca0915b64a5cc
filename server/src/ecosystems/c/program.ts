import type { Artefact, Program, ProgramRefusal, ProgramRequest } from '../ecosystem';
import { isSharedLibraryPackage } from '../../images/gathered-libraries';
import { originOf } from '../../model/paths';
import { basename, joinPath } from '../../text/path';
import { startedProgram } from '../started-program';
import { evidenceOf } from './evidence';
import { linkingOf, type Linking } from './link';
import { compilesAtStart, wordsOfStart } from './start';
import { gathersOf } from './gathers';
import { guessedProgram } from './guess';
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
  const find = (word: string) =>
    startedProgram(word, request, built, (path) => programAt(stage, path, project)) ??
    guessedProgram(word, request);
  if (argv === undefined) {
    const named = wordsOfStart(stage).flatMap((word) => {
      const program = find(word);
      return program && !built.some(({ path }) => path === program.path) ? [program] : [];
    });
    const all = [...built, ...named];
    return all.length > 0 ? describe(request, all, undefined) : undefined;
  }
  const main = find(first ?? '');
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
    linkings.push(linking.value);
    const own = path ?? item.path;
    artefacts.push({ path: own, runtimePath: own, reason: `the program: ${linking.value.reason}` });
  }
  const gathers = gathersOf(linkings, artefacts, stage, traceOf(stage, project).unclear !== undefined);
  if (gathers && 'message' in gathers) return { kind: 'refusal', message: gathers.message, at: gathers.at };
  const { loads, ...evidence } = evidenceOf(request);
  if (loads !== undefined) return { kind: 'refusal', message: loads, at: undefined };
  const installed = [...new Set(shipped.flatMap((item) => item.installed))];
  const libraries = [...new Set(linkings.flatMap(({ packages }) => packages))];
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
    libraries: gathers?.required ? [] : libraries,
    gathers,
    isLinked: (name) => gathers !== undefined && isSharedLibraryPackage(name),
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
    // Where the builder has its libraries says nothing of where the image that ships has them.
    isBuildVariable: (name) =>
      isCBuildVariable(name) || (gathers?.required === true && name === 'LD_LIBRARY_PATH'),
    isSource: isCSource,
    compiledIn: () => false,
    sourceFolders: [...new Set(shipped.map(({ sources }) => sources).filter((folder) => folder !== '/'))],
    warnings: shipped
      .filter(({ isGuess }) => isGuess)
      .map(({ path: made, carrier }) => ({
        message: `how the build makes ${made} is not followed: data files that it installs for the program are not in the image that ships`,
        at: carrier.command.span,
      })),
  };
}
