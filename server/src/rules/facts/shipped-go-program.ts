import { evaluator, type GoEvaluator, type GoPlace } from '../../ecosystems/go/evaluate';
import type { GoCall } from '../../ecosystems/go/expressions';
import type { Reachable } from '../../ecosystems/go/reach';
import { callsOf, placeAt } from '../../ecosystems/go/runtime-use';
import { mainPackageOf } from '../../ecosystems/go/sources';
import { programAt, type BuiltProgram } from '../../ecosystems/go/trace';
import type { Stage } from '../../model/model';
import type { Project } from '../../project/project';
import { joinPath } from '../../text/path';
import { startWord, type StartWord } from './start-word';

/** The Go program that a container starts, with its sources. */
export interface ShippedGoProgram {
  readonly built: BuiltProgram;
  readonly reachable: Reachable;
  readonly start: StartWord;
}

const searched = ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin'];

/** Undefined when something else is started, and when the sources are not in the build context. */
export function shippedGoProgram(stage: Stage, project: Project): ShippedGoProgram | undefined {
  const start = startWord(stage);
  const { workdir } = stage.end;
  if (!start) return undefined;
  const places = !start.program.includes('/')
    ? searched.map((folder) => joinPath(folder, start.program))
    : start.program.startsWith('/')
      ? [joinPath('/', start.program)]
      : workdir.known
        ? [joinPath(workdir.value, start.program)]
        : [];
  for (const place of places) {
    const built = programAt(stage, place, project);
    const main = built && mainPackageOf(built.output, project);
    if (built && main?.known) return { built, reachable: main.value, start };
  }
  return undefined;
}

/** A call of a program's own sources: its resolved name, and the texts that an argument may have. */
export interface SourceCall {
  readonly callee: string;
  /** As a phrase: `main.go:41`. */
  readonly where: string;
  textsOf(argument: number): ReturnType<GoEvaluator['textsOf']>;
}

export function sourceCalls(reachable: Reachable): readonly SourceCall[] {
  const evaluate = evaluator(reachable);
  return [...callsOf(reachable, evaluate)].map(({ call, callee, place }) =>
    describe(call, callee, place, evaluate),
  );
}

function describe(call: GoCall, callee: string, place: GoPlace, evaluate: GoEvaluator): SourceCall {
  const { file, line } = placeAt(place, call.offset);
  return {
    callee,
    where: `${file}:${line}`,
    textsOf(argument) {
      const expression = call.args[argument];
      return expression ? evaluate.textsOf(expression, place) : [];
    },
  };
}

/** True when a text stands anywhere in the program's own sources. */
export function sourcesMention({ packages }: Reachable, pattern: RegExp, project: Project): boolean {
  return packages.some(({ files }) => files.some(({ path }) => pattern.test(project.read(path) ?? '')));
}
