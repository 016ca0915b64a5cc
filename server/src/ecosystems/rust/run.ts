import type { Program, ProgramRefusal, ProgramRequest } from '../ecosystem';
import { interpret } from '../../model/commands';
import { parseShell } from '../../shell/parse';
import { quoteForShell } from '../../shell/quote';
import { known } from '../../text/fact';
import { mappedSlice } from '../../text/mapped-text';
import { readCargoCommand } from './command';
import { linkingOf } from './link';
import { outputsOf } from './outputs';
import { sharedFacts } from './program-facts';
import { sourceFiles } from './sources';
import { programsBuilt } from './trace';
import { isRustBuildVariable } from './variables';

/** `CMD ["cargo", "run", "--release"]`: the builder compiles once, the image starts the result. */
export function cargoRunProgram(request: ProgramRequest): Program | ProgramRefusal {
  const { stage, project, argv = [], at, workdir, environment } = request;
  const refusal = (message: string): ProgramRefusal => ({ kind: 'refusal', message, at });
  const line = argv.map(quoteForShell).join(' ');
  const env = new Map([...stage.end.env, ...[...environment].map(([k, v]) => [k, known(v)] as const)]);
  // The start command runs as if it were one more RUN at the end of the stage.
  const [command] = interpret(
    parseShell(mappedSlice(line, 0, line.length)),
    { workdir: known(workdir), args: new Map(), env },
    stage.image !== undefined,
    () => [],
  );
  const cargo = command && readCargoCommand(command);
  if (!command || !cargo) return refusal('the start command cannot be read');
  if (cargo.verb !== 'run') {
    return refusal(
      `the container starts "cargo ${cargo.verb}", which needs the whole toolchain while it runs`,
    );
  }
  const foreign = [...environment.keys()].find((name) => !isRustBuildVariable(name));
  if (foreign !== undefined)
    return refusal(`the start command sets ${foreign} for the program; set it by ENV`);
  const outputs = outputsOf(cargo, command, stage, project);
  if (!outputs.known) return refusal(outputs.because);
  const [output] = outputs.value;
  if (!output?.source) return refusal('"cargo run" finds no program in the sources');
  if (output.source.settings.setsVariables) {
    return refusal(
      '.cargo/config.toml sets variables for "cargo run", which the program alone would not see',
    );
  }
  const asks = sourceFiles(output.source, project).find(({ code, literals }) =>
    literals.some(
      ({ value, before }) => /^CARGO_/.test(value) && /\bvar(_os)?\s*\(\s*$/.test(before) && code !== '',
    ),
  );
  if (asks) return refusal(`${asks.path} reads a variable that only "cargo run" sets`);
  const linking = linkingOf({ stage, output, env: command.env }, output.source, project);
  if (!linking.known) return refusal(linking.because);
  const { path } = output;
  const isBuilt = programsBuilt(stage, project).some((item) => item.output.path === path);
  const assignments = [...environment].map(([name, value]) => `${name}=${quoteForShell(value)}`);
  const words = [
    ...argv.slice(
      0,
      argv.findIndex((word) => /^r(un)?$/.test(word)),
    ),
    'build',
    ...cargo.ownWords.map(({ raw }) => raw),
  ];
  const reason =
    'compiled once, in the builder: "cargo run" needs the whole toolchain in the image and compiles when it starts';
  return {
    ...sharedFacts(
      request,
      [linking.value],
      [{ source: output.source, profile: output.profile }],
      [{ output }],
      [path],
    ),
    artefacts: [{ path, runtimePath: path, reason: `the program: ${linking.value.reason}` }],
    argv: [path, ...cargo.programArguments.flatMap((fact) => (fact.known ? [fact.value] : []))],
    builderImage: stage.image,
    addedInstructions: isBuilt ? [] : [{ text: `RUN ${[...assignments, ...words].join(' ')}`, reason }],
  };
}
