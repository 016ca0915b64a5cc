import type { Artefact, Program, ProgramRefusal, ProgramRequest } from '../ecosystem';
import { isOnPath, onRuntimePath, startedProgram } from '../started-program';
import { stepsFor } from '../../model/mounts';
import { basename, dirname, joinPath } from '../../text/path';
import { cargoCallsOf } from './calls';
import type { CompiledSource } from './evidence';
import { linkingOf, type Linking } from './link';
import { outputsOf } from './outputs';
import { cargoRunProgram } from './run';
import { sharedFacts } from './program-facts';
import { programAt, programsBuilt, type BuiltProgram } from './trace';

/** Where `cargo install` puts programs in images of Rust. */
const toolFolders = ['/usr/local/cargo/bin'];

/** The Rust program that the start command runs, with what it needs; undefined when it is none. */
export function analyseRustProgram(request: ProgramRequest): Program | ProgramRefusal | undefined {
  const { argv, stage, project, workdir } = request;
  const [first] = argv ?? [];
  if (first !== undefined && /(^|\/)cargo$/.test(first)) return cargoRunProgram(request);
  const built = programsBuilt(stage, project);
  if (argv === undefined) {
    const own = built.filter(({ output }) => output.source);
    return own.length > 0 ? describe(request, own, own, undefined) : undefined;
  }
  const at = (path: string) => programAt(stage, path, project);
  const main = startedProgram(first ?? '', request, built, at, toolFolders);
  if (!main) return notFound(request, built);
  const path = first?.includes('/') ? joinPath(workdir, first) : main.path;
  return describe(request, shippedWith(main, built, request), [main], path);
}

/** Programs of the same build that a script or the program itself may start: those put beside it, on PATH. */
function shippedWith(
  main: BuiltProgram,
  built: readonly BuiltProgram[],
  { stage }: ProgramRequest,
): BuiltProgram[] {
  if (main.stage !== stage) return [main];
  const beside = built.filter(
    (item) =>
      item.output !== main.output &&
      item.output.source !== undefined &&
      isOnPath(dirname(item.path), stage, toolFolders) &&
      basename(item.path) !== basename(main.path),
  );
  return [main, ...beside];
}

/** Says which program was expected, when the stage does build some. */
function notFound(
  { argv, at, stage, project }: ProgramRequest,
  built: readonly BuiltProgram[],
): ProgramRefusal | undefined {
  for (const [index, step] of stage.steps.entries()) {
    const soFar = { steps: stepsFor(stage.steps, index), base: stage.base, image: stage.image };
    for (const command of step.commands ?? []) {
      const found = cargoCallsOf(command, soFar, project);
      if (!found?.known) continue;
      for (const call of found.value.calls) {
        if (call.cargo.verb !== 'build' && call.cargo.verb !== 'install') continue;
        const outputs = outputsOf(call.cargo, call.command, soFar, project);
        if (outputs.known) continue;
        const message = `which programs "cargo ${call.cargo.verb}" makes is not known: ${outputs.because}`;
        return { kind: 'refusal', message, at: command.command.span };
      }
    }
  }
  if (built.length === 0) return undefined;
  const made = [...new Set(built.map((item) => item.path))].join(', ');
  const message = `the start command runs ${argv?.[0] ?? ''}, which is none of the programs built here (${made})`;
  return { kind: 'refusal', message, at };
}

function describe(
  request: ProgramRequest,
  shipped: readonly BuiltProgram[],
  needed: readonly BuiltProgram[],
  path: string | undefined,
): Program | ProgramRefusal {
  const { project, argv } = request;
  const artefacts: Artefact[] = [];
  const linkings: Linking[] = [];
  const compiled: CompiledSource[] = [];
  for (const item of shipped) {
    const { source, profile } = item.output;
    const at = item.call.carrier.command.span;
    if (!source) {
      const message = `the sources of ${item.output.name} are not in the build context, so what it needs is not known`;
      return { kind: 'refusal', message, at };
    }
    const linking = linkingOf(
      { stage: item.stage, output: item.output, env: item.call.command.env },
      source,
      project,
    );
    if (!linking.known) return { kind: 'refusal', message: linking.because, at: linking.source ?? at };
    linkings.push(linking.value);
    compiled.push({ source, profile });
    const own = item === needed[0] && path !== undefined ? path : item.path;
    artefacts.push({
      path: own,
      runtimePath:
        item === needed[0] && argv?.[0]?.includes('/') ? own : onRuntimePath(own, /\/\.?cargo\/bin$/),
      reason: `${needed.includes(item) ? 'the program' : 'built beside the program'}: ${linking.value.reason}`,
    });
  }
  const start = artefacts[0];
  const [, ...rest] = argv ?? [];
  const word = argv?.[0]?.includes('/') ? argv[0] : start && basename(start.runtimePath);
  return {
    ...sharedFacts(
      request,
      linkings,
      compiled,
      shipped,
      artefacts.map((each) => each.path),
    ),
    artefacts,
    argv: argv && word !== undefined ? [word, ...rest] : undefined,
    builderImage: needed[0]?.stage.image,
    addedInstructions: [],
  };
}
