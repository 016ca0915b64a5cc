import type { Artefact, Program, ProgramRefusal, ProgramRequest } from '../ecosystem';
import { onRuntimePath, pathFolders, startedProgram } from '../started-program';
import { stepsFor } from '../../model/mounts';
import { basename, joinPath } from '../../text/path';
import type { TextEdit } from '../../text/edit';
import { languagesBuilt } from '../built';
import { outputsOf } from './builds';
import { goCallsOf } from './calls';
import { disableCgo, isGoBuildVariable, isGoSource } from './corrections';
import { developmentTool } from './development-tools';
import { evidenceOf, type LocatedProgram } from './evidence';
import { linkingOf, type Linking } from './link';
import { optimise } from './optimise';
import { goRunProgram } from './run';
import { mainPackageOf } from './sources';
import { programAt, programsBuilt, type BuiltProgram } from './trace';

/** The Go program that the start command runs, with what it needs; undefined when it is none. */
export function analyseGoProgram(request: ProgramRequest): Program | ProgramRefusal | undefined {
  const { argv, stage, project, workdir } = request;
  const [first] = argv ?? [];
  if (first !== undefined && /(^|\/)go$/.test(first) && argv?.[1] === 'run') return goRunProgram(request);
  const built = programsBuilt(stage, project);
  if (argv === undefined) {
    const own = built.filter(({ output }) => output.importPath === undefined);
    const programs = own.length > 0 ? own : startedByShell(request);
    return programs.length > 0 ? describe(request, programs, programs, undefined) : undefined;
  }
  const at = (path: string) => programAt(stage, path, project);
  const main = startedProgram(first ?? '', request, built, at, ['/go/bin']);
  if (!main || main.output.importPath !== undefined) {
    const message = developmentTool(first ?? '');
    if (message !== undefined && languagesBuilt(stage).includes('go'))
      return { kind: 'refusal', message, at: request.at };
  }
  if (!main) return notFound(request, built);
  const path = first?.includes('/') ? joinPath(workdir, first) : main.path;
  const shipped = main.stage === stage ? built.filter((item) => item.output !== main.output) : [];
  return describe(request, [main, ...shipped], [main], path);
}

/** Programs of earlier stages that the shell of a last stage starts, in the places that it starts them from. */
function startedByShell(request: ProgramRequest): BuiltProgram[] {
  const { stage, project, workdir, runs = [] } = request;
  const places = runs.flatMap((word) =>
    word.includes('/')
      ? [joinPath(workdir, word)]
      : pathFolders(stage).map((folder) => joinPath(folder, word)),
  );
  return places.flatMap((path) => {
    const found = programAt(stage, path, project);
    return found && found.output.importPath === undefined ? [{ ...found, path }] : [];
  });
}

/** Says which program was expected, when the stage does build some. */
function notFound(
  { argv, at, stage, project }: ProgramRequest,
  built: readonly BuiltProgram[],
): ProgramRefusal | undefined {
  for (const [index, step] of stage.steps.entries()) {
    const soFar = { steps: stepsFor(stage.steps, index), base: stage.base, image: stage.image };
    for (const command of step.commands ?? []) {
      const calls = goCallsOf(command, soFar, project);
      // A Makefile that cannot be followed may be that of any language.
      if (!calls || (!calls.known && !project.files.some(({ path }) => /(^|\/)go\.mod$|\.go$/.test(path))))
        continue;
      const unclear = calls.known
        ? calls.value.calls
            .filter(({ go }) => go.verb === 'build' || go.verb === 'install')
            .map((call) => outputsOf(call.go, call.command, soFar, project))
            .find((outputs) => !outputs.known)
        : calls;
      if (!unclear || unclear.known) continue;
      const name = command.argv[0]?.known ? command.argv[0].value : 'this command';
      return {
        kind: 'refusal',
        message: `which programs ${name} makes is not known: ${unclear.because}`,
        at: command.command.span,
      };
    }
  }
  if (built.length === 0) return undefined;
  const made = built.map((item) => item.path).join(', ');
  return {
    kind: 'refusal',
    message: `the start command runs ${argv?.[0] ?? ''}, which is none of the programs built here (${made})`,
    at,
  };
}

function describe(
  request: ProgramRequest,
  shipped: readonly BuiltProgram[],
  needed: readonly BuiltProgram[],
  path: string | undefined,
): Program | ProgramRefusal {
  const { project, argv } = request;
  const corrections: TextEdit[] = [];
  const artefacts: Artefact[] = [];
  const linkings: Linking[] = [];
  const sources: LocatedProgram[] = [];
  for (const item of shipped.flatMap((each) => [each, ...each.otherwise])) {
    const main = mainPackageOf(item.output, project);
    const isNeeded = needed.some((each) => each === item || each.otherwise.includes(item));
    if (!main.known) {
      // A tool from a module proxy that the start command does not run stays behind.
      if (!isNeeded) continue;
      return { kind: 'refusal', message: main.because, at: item.call.carrier.command.span };
    }
    const linking = linkingOf(item.call, item.stage.image, project, main.value);
    if (!linking.known) {
      return {
        kind: 'refusal',
        message: linking.because,
        at: linking.source ?? item.call.carrier.command.span,
      };
    }
    linkings.push(linking.value);
    if (linking.value.disableCgo) corrections.push(disableCgo(item.call, item.step));
    if (isNeeded && item.output.module) sources.push({ reachable: main.value, module: item.output.module });
    if (!shipped.includes(item)) continue;
    const own = item === needed[0] && path !== undefined ? path : item.path;
    artefacts.push({
      path: own,
      runtimePath: item === needed[0] && argv?.[0]?.includes('/') ? own : onRuntimePath(own, /\/go\/bin$/),
      reason: isNeeded
        ? `the program: ${linking.value.reason}`
        : `built beside the program: ${linking.value.reason}`,
    });
  }
  const image = needed[0]?.stage.image;
  const dynamic = linkings.filter((linking) => linking.libc !== 'none');
  const [odd] = dynamic.filter((linking) => linking.libc !== dynamic[0]?.libc);
  if (odd) return { kind: 'refusal', message: 'the programs need different C libraries', at: request.at };
  const evidence = evidenceOf(request, sources);
  const [, ...rest] = argv ?? [];
  const start = artefacts[0];
  const word = argv?.[0]?.includes('/') ? argv[0] : start && basename(start.runtimePath);
  return {
    kind: 'program',
    language: 'go',
    artefacts,
    argv: argv && word !== undefined ? [word, ...rest] : undefined,
    libc: dynamic[0]?.libc ?? 'none',
    builderImage: image,
    cxxRuntime: dynamic.some((linking) => linking.cxx),
    libraries: [...new Set(linkings.flatMap((linking) => linking.libraries))],
    ...evidence,
    warnings: [],
    corrections: unique(corrections),
    addedInstructions: [],
    optimisations: () => optimise(shipped, project),
    isBuildVariable: isGoBuildVariable,
    isSource: isGoSource,
    sourceFolders: [...new Set(shipped.flatMap((item) => item.output.module?.stageRoot ?? []))],
  };
}

/** One edit per place: two programs of one command need it once. */
function unique(edits: readonly TextEdit[]): TextEdit[] {
  const seen = new Set<number>();
  return edits.filter(({ span }) => {
    if (seen.has(span.start)) return false;
    seen.add(span.start);
    return true;
  });
}
