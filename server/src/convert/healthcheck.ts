import type { HealthcheckInstruction } from '../dockerfile/ast';
import type { Program } from '../ecosystems/ecosystem';
import { runtimesOf } from '../images/languages/all';
import type { Stage } from '../model/model';
import { parseShell } from '../shell/parse';
import { literalWords } from '../shell/quote';
import type { Reason } from './conversion';
import { candidates, shells } from './start-script';

interface HealthNeeds {
  readonly programs: readonly string[];
  readonly shell: Reason | undefined;
  readonly exec: readonly string[] | undefined;
}

/** A probe in shell form becomes exec form when it is one plain command, with or without `|| exit 1`. */
export function healthcheckNeeds(stage: Stage, program: Program): HealthNeeds {
  const step = stage.steps.findLast(({ instruction }) => instruction.kind === 'healthcheck');
  const health = step?.instruction as HealthcheckInstruction | undefined;
  if (!health || health.disabled || !health.arguments)
    return { programs: [], shell: undefined, exec: undefined };
  const needs = (name: string): Reason => ({
    message: `HEALTHCHECK runs ${name}`,
    at: health.arguments?.span,
  });
  if (health.arguments.form === 'exec') {
    const words = health.arguments.items.map((item) => item.value);
    const [name = '', flag, text] = words;
    if (isInterpreter(name, program)) return { programs: [], shell: undefined, exec: words };
    if (!shells.test(name) || flag !== '-c' || text === undefined) {
      const own = isArtefact(name, program, stage);
      return { programs: [name], shell: own ? undefined : needs(name), exec: undefined };
    }
  }
  const mapped =
    health.arguments.form === 'shell' ? health.arguments.text : health.arguments.items[2]?.mapped;
  if (!mapped) return { programs: [], shell: needs('a shell'), exec: undefined };
  const script = parseShell(mapped);
  const commands = script.commands.filter(
    ({ words, joiner }) =>
      !(joiner === '||' && (words[0]?.literal === 'exit' || words[0]?.literal === 'false')),
  );
  const names = commands.flatMap(({ words }) => words[0]?.literal ?? []);
  const [only] = commands;
  const argv =
    only && commands.length === 1
      ? literalWords({ ...script, plain: true, commands: [{ ...only, follower: 'end' }] })
      : undefined;
  if (argv && isInterpreter(argv[0] ?? '', program)) return { programs: [], shell: undefined, exec: argv };
  if (argv && isArtefact(argv[0] ?? '', program, stage))
    return { programs: [argv[0] ?? ''], shell: undefined, exec: argv };
  return { programs: names, shell: needs(names[0] ?? 'a shell'), exec: undefined };
}

/** Every runtime image of the program has its interpreter, though not always in the same place. */
export function isInterpreter(name: string, { interpreter }: Program): boolean {
  return interpreter !== undefined && runtimesOf(interpreter.language)?.names.test(name) === true;
}

/** True for a program that the conversion ships, named by a path or through PATH. */
export function isArtefact(name: string, program: Program, stage: Stage): boolean {
  if (!name.includes('/'))
    return program.artefacts.some(({ runtimePath }) => runtimePath.endsWith(`/${name}`));
  const places = candidates(name, stage);
  return program.artefacts.some(({ runtimePath }) => places.includes(runtimePath));
}
