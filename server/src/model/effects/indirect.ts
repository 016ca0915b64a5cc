import { unknown, type Fact } from '../../text/fact';
import type { Effect } from '../model';
import { pathOf, systemName, unknownEffect, writesFile, type Argument, type Call } from './call';

const GIVEN_WHEN_RUN: Fact<string> = unknown('the argument is only known when it runs');
const XARGS_VALUED = new Set([
  '-n',
  '-I',
  '-L',
  '-P',
  '-a',
  '-d',
  '-E',
  '-s',
  '--max-args',
  '--max-procs',
  '--arg-file',
]);
const FIND_RUNS = new Set(['-exec', '-execdir', '-ok', '-okdir']);

/** `xargs` and `find -exec` run another command, with arguments that nobody can tell beforehand. */
export function indirectEffects(call: Call, effectsOfCall: (call: Call) => Effect[]): Effect[] | undefined {
  if (call.name === 'xargs') return xargsEffects(call, effectsOfCall);
  return call.name === 'find' ? findEffects(call, effectsOfCall) : undefined;
}

function xargsEffects(call: Call, effectsOfCall: (call: Call) => Effect[]): Effect[] {
  let at = 0;
  let hole = '{}';
  for (; at < call.args.length; at++) {
    const { value } = call.args[at] as Argument;
    if (!value.known || !value.value.startsWith('-')) break;
    if (value.value === '-I') hole = call.args[at + 1]?.raw ?? hole;
    if (XARGS_VALUED.has(value.value)) at++;
  }
  return withUnknown(call, call.args.slice(at), hole, effectsOfCall);
}

/** Looking changes nothing; `-delete`, `-exec COMMAND ;` and `-fprint FILE` do. */
function findEffects(call: Call, effectsOfCall: (call: Call) => Effect[]): Effect[] {
  const effects: Effect[] = [];
  for (let i = 0; i < call.args.length; i++) {
    const { value } = call.args[i] as Argument;
    if (!value.known) continue;
    if (value.value === '-delete') {
      const path = unknown('which files find deletes is only known when it runs', call.at);
      effects.push({ kind: 'removes', path });
    } else if (/^-f(print0?|printf|ls)$/.test(value.value)) {
      const target = call.args[i + 1];
      if (target) effects.push(writesFile(pathOf(target, call.cwd)));
    } else if (FIND_RUNS.has(value.value)) {
      const end = terminator(call.args, i + 1);
      const words = call.args.slice(i + 1, end === -1 ? undefined : end);
      effects.push(...withUnknown(call, words, '{}', effectsOfCall));
      if (end === -1) break;
      i = end;
    }
  }
  return effects;
}

/** Index of the `;` or `+` that ends what `-exec` runs; -1 when there is none. */
function terminator(args: readonly Argument[], from: number): number {
  for (let i = from; i < args.length; i++) {
    const value = args[i]?.value;
    if (value?.known && (value.value === ';' || value.value === '+')) return i;
  }
  return -1;
}

/** The command with each hole unknown; without a hole the unknown arguments come last. */
function withUnknown(
  call: Call,
  words: readonly Argument[],
  hole: string,
  effectsOfCall: (call: Call) => Effect[],
): Effect[] {
  const [program, ...rest] = words;
  if (program === undefined) return [];
  if (!program.value.known) return [unknownEffect(`which program ${program.raw} is, is not known here`)];
  const filled = rest.map((each) => (each.raw.includes(hole) ? { ...each, value: GIVEN_WHEN_RUN } : each));
  if (!rest.some((each) => each.raw.includes(hole))) {
    filled.push({ value: GIVEN_WHEN_RUN, raw: '', at: program.at, pattern: false });
  }
  return effectsOfCall({ ...call, name: systemName(program.value.value), args: filled });
}
