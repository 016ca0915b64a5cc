import { attemptMake, expandMake, MakeUnknown, splitArguments, type MakeScope } from './makefile-variables';

/** A conditional part of a Makefile that is being read. */
export interface Condition {
  /** One of its branches was entered. */
  taken: boolean;
  active: boolean;
  /** Why it cannot be said whether the branch is entered. */
  because: string | undefined;
}

/** Enters, changes or leaves a conditional part at one of its lines. */
export function judge(
  word: string,
  argument: string,
  conditions: Condition[],
  scope: MakeScope,
  isOpen: boolean,
): void {
  const enter = (test: string, text: string, outside: boolean, taken: boolean): Condition => {
    if (!outside || taken) return { taken: true, active: false, because: undefined };
    const active = attemptMake(() => holds(test, text, scope, isOpen));
    // Both branches are read, and whatever they say is doubtful.
    if (active instanceof MakeUnknown) return { taken: false, active: true, because: active.message };
    return { taken: active, active, because: undefined };
  };
  if (word === 'endif') conditions.pop();
  else if (word === 'else') {
    const current = conditions.pop();
    if (!current) return;
    const outside = conditions.every(({ active }) => active);
    const [, next, rest = ''] = /^(ifn?eq|ifn?def)\b[ \t]*(.*)$/s.exec(argument) ?? [];
    const branch =
      next === undefined
        ? { taken: true, active: outside && !current.taken, because: undefined }
        : enter(next, rest, outside, current.taken);
    conditions.push({ ...branch, because: current.because ?? branch.because });
  } else {
    const outside = conditions.every(({ active }) => active);
    conditions.push(enter(word, argument, outside, false));
  }
}

/** @throws MakeUnknown when a side depends on a command's output or on an included file. */
function holds(word: string, argument: string, scope: MakeScope, hasIncludes: boolean): boolean {
  if (word === 'ifdef' || word === 'ifndef') {
    const name = expandMake(argument, scope, hasIncludes).trim();
    const variable = scope.get(name);
    if (variable?.because !== undefined) throw new MakeUnknown(variable.because);
    if (!variable && hasIncludes) throw new MakeUnknown(`whether ${name} is set depends on an included file`);
    return ((variable?.value ?? '') !== '') === (word === 'ifdef');
  }
  const sides = sidesOf(argument.trim());
  if (!sides) throw new MakeUnknown('a condition of the Makefile cannot be read');
  const [left, right] = sides.map((side) =>
    expandMake(side, scope, hasIncludes)
      .trim()
      // Images are built on Linux.
      .replace(/^\$\(uname(?: -s)?\)$/, 'Linux'),
  );
  if (/\$\(/.test(`${left}${right}`)) {
    throw new MakeUnknown('a condition of the Makefile depends on the output of a command');
  }
  return (left === right) === (word === 'ifeq');
}

/** `(a,b)`, `"a" "b"`, `'a' 'b'`. */
function sidesOf(argument: string): string[] | undefined {
  if (argument.startsWith('(') && argument.endsWith(')')) {
    const [left = '', ...right] = splitArguments(argument.slice(1, -1));
    return right.length === 0 ? undefined : [left, right.join(',')];
  }
  const [, , left, , right] = /^(["'])(.*?)\1\s+(["'])(.*?)\3$/.exec(argument) ?? [];
  return left === undefined || right === undefined ? undefined : [left, right];
}
