import type { Program, ProgramRefusal, ProgramRequest } from '../ecosystem';
import { mappedSlice } from '../../text/mapped-text';
import { interpret } from '../../model/commands';
import { parseShell } from '../../shell/parse';
import { quoteForShell } from '../../shell/quote';
import { known } from '../../text/fact';
import { outputsOf } from './builds';
import { readGoCommand } from './command';
import { isGoBuildVariable, isGoSource } from './corrections';
import { evidenceOf } from './evidence';
import { linkingOf } from './link';
import { mainPackageOf } from './sources';

/** Flags of `go run` that `go build` does not have. */
const runOnly = new Set(['exec']);

/** `CMD ["go", "run", "."]`: the builder compiles once, the image starts the result. */
export function goRunProgram(request: ProgramRequest): Program | ProgramRefusal {
  const { stage, project, argv = [], at, workdir, environment } = request;
  const line = argv.map(quoteForShell).join(' ');
  const env = new Map([...stage.end.env, ...[...environment].map(([k, v]) => [k, known(v)] as const)]);
  // The start command runs as if it were one more RUN at the end of the stage.
  const [command] = interpret(
    parseShell(mappedSlice(line, 0, line.length)),
    { workdir: known(workdir), args: new Map(), env },
    stage.image !== undefined,
    () => [],
  );
  const go = command && readGoCommand(command);
  if (!command || !go) return { kind: 'refusal', message: 'the start command cannot be read', at };
  const odd = [...go.flags.keys()].find((flag) => runOnly.has(flag));
  if (odd) return { kind: 'refusal', message: `go run -${odd} has no counterpart in a build`, at };
  const foreign = [...environment.keys()].find((name) => !isGoBuildVariable(name));
  if (foreign) {
    return {
      kind: 'refusal',
      message: `the start command sets ${foreign} for the program; set it by ENV`,
      at,
    };
  }
  const outputs = outputsOf(go, command, stage, project);
  if (!outputs.known) return { kind: 'refusal', message: outputs.because, at: outputs.source ?? at };
  const [output] = outputs.value;
  if (!output) return { kind: 'refusal', message: 'go run names no package', at };
  const main = mainPackageOf(output, project);
  if (!main.known) return { kind: 'refusal', message: main.because, at };
  const call = { go, command, carrier: command };
  const linking = linkingOf(call, stage.image, project, main.value);
  if (!linking.known) return { kind: 'refusal', message: linking.because, at: linking.source ?? at };
  const evidence = evidenceOf(
    request,
    output.module ? [{ reachable: main.value, module: output.module }] : [],
  );
  if (evidence.asksForParent !== undefined) {
    const message = `"go run" starts the program as its child; started directly, it would become process 1: ${evidence.asksForParent}`;
    return { kind: 'refusal', message, at };
  }
  const path = `/usr/local/bin/${output.name}`;
  const assignments = [
    ...(linking.value.disableCgo ? ['CGO_ENABLED=0'] : []),
    ...[...environment].map(([name, value]) => `${name}=${quoteForShell(value)}`),
  ];
  const packages = go.packages.flatMap((fact) => (fact.known ? [fact.value] : []));
  const flags = argv.slice(
    2,
    argv.indexOf(packages[0] ?? '', 2) === -1 ? 2 : argv.indexOf(packages[0] ?? '', 2),
  );
  const words = ['go', 'build', ...flags.map(quoteForShell), '-o', path, ...packages.map(quoteForShell)];
  const reason = `compiled once, in the builder: "go run" needs the whole toolchain in the image and compiles at every start`;
  return {
    kind: 'program',
    language: 'go',
    artefacts: [{ path, runtimePath: path, reason: `the program: ${linking.value.reason}` }],
    argv: [path, ...go.programArguments.flatMap((fact) => (fact.known ? [fact.value] : []))],
    libc: linking.value.libc,
    builderImage: stage.image,
    cxxRuntime: linking.value.cxx,
    libraries: linking.value.libraries,
    ...evidence,
    warnings: [],
    corrections: [],
    addedInstructions: [{ text: `RUN ${[...assignments, ...words].join(' ')}`, reason }],
    optimisations: () => [],
    isBuildVariable: isGoBuildVariable,
    isSource: isGoSource,
    sourceFolders: output.module ? [output.module.stageRoot] : [],
  };
}
