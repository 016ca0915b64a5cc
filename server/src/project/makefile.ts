import { known, unknown, type Fact } from '../text/fact';
import { readRules, type MakeRule, type MakeRules } from './makefile-rules';
import { expandMake, MakeUnknown, stemOf, type MakeScope } from './makefile-variables';

/** More lines than this is a Makefile made to multiply. */
const maxLines = 2000;

/**
 * The shell lines that `make [target]` would run, those of prerequisites first, in order, variables expanded and the
 * prefixes `@`, `-` and `+` removed. All targets count as out of date, as in a fresh image. Exported variables come first,
 * as `export NAME='value'`. `$(shell cmd)` stands as `$(cmd)`; a line of nothing but `$(MAKE) x` is replaced by the lines of x.
 * @param target undefined for the default goal
 * @param variables from make's command line; they win over the file's
 * @param environment variables that the file's assignments win over
 * @returns unknown where the lines depend on included files, pattern rules, conditions or functions that are not followed
 */
export function makeRecipe(
  text: string,
  target: string | undefined,
  variables: Readonly<Record<string, string>> = {},
  environment: Readonly<Record<string, string>> = {},
): Fact<string[]> {
  try {
    const rules = readRules(text, variables, environment);
    const goal = target ?? rules.defaultGoal;
    if (goal === undefined) return unknown('the Makefile has no target');
    const lines: string[] = [...rules.exported];
    run(goal, rules, lines, { done: new Set(), running: new Set(), overlay: new Map() });
    return known(lines);
  } catch (error) {
    if (error instanceof MakeUnknown) return unknown(error.message);
    throw error;
  }
}

interface Progress {
  readonly done: Set<string>;
  readonly running: ReadonlySet<string>;
  /** Variables of the targets that led here. */
  readonly overlay: MakeScope;
}

function run(target: string, rules: MakeRules, lines: string[], progress: Progress, isNeeded = true): void {
  if (progress.done.has(target) || progress.running.has(target)) return;
  const own = rules.byTarget.get(target) ?? [];
  if (own.length === 0) {
    // How object files are compiled matters to nobody who asks for the programs.
    if (!isNeeded && /\.(o|obj|lo|d)$/.test(target)) return;
    if (rules.patterns.some((pattern) => stemOf(pattern, target) !== undefined && !pattern.startsWith('.'))) {
      throw new MakeUnknown(`${target} is made by a pattern rule of the Makefile`);
    }
    if (!isNeeded) return;
    throw new MakeUnknown(
      rules.hasIncludes
        ? `the target ${target} may be in a file that the Makefile includes`
        : `the Makefile has no target ${target}`,
    );
  }
  const doubtful = own.find((rule) => rule.because !== undefined)?.because;
  if (doubtful !== undefined) throw new MakeUnknown(doubtful);
  progress.done.add(target);
  const overlay = new Map([...progress.overlay, ...own.flatMap((rule) => [...rule.variables])]);
  const below = { ...progress, running: new Set([...progress.running, target]), overlay };
  if (below.running.size > 200) throw new MakeUnknown('the targets of the Makefile are nested too deeply');
  const prerequisites = own.flatMap((rule) => rule.prerequisites);
  for (const prerequisite of prerequisites) run(prerequisite, rules, lines, below, false);
  const scope = new Map([...rules.scope, ...overlay, ...automatic(target, own)]);
  for (const line of own.flatMap((rule) => rule.recipe)) addLine(line, rules, scope, lines, below);
  if (lines.length > maxLines) throw new MakeUnknown('the Makefile runs too many commands');
}

function automatic(target: string, rules: readonly MakeRule[]): MakeScope {
  const prerequisites = rules.flatMap((rule) => rule.prerequisites);
  const slash = target.lastIndexOf('/');
  const values: Record<string, string> = {
    '@': target,
    '@D': slash < 0 ? '.' : target.slice(0, slash),
    '@F': target.slice(slash + 1),
    '<': prerequisites[0] ?? '',
    '^': [...new Set(prerequisites)].join(' '),
    '+': prerequisites.join(' '),
  };
  return new Map(
    Object.entries(values).map(([name, value]) => [name, { value, isSimple: true, isFixed: true }] as const),
  );
}

function addLine(
  line: string,
  rules: MakeRules,
  scope: MakeScope,
  lines: string[],
  progress: Progress,
): void {
  const expanded = expandMake(line, scope, rules.hasIncludes);
  for (const part of expanded.includes('\\\n') ? [expanded] : expanded.split('\n')) {
    const command = part.replace(/^[ \t]*(?:[@+-][ \t]*)*/, '').trimEnd();
    if (command === '' || command.startsWith('#')) continue;
    const [, goals] = /^make((?:[ \t]+[A-Za-z][\w./-]*)+)$/.exec(command) ?? [];
    if (goals === undefined) {
      lines.push(command);
      continue;
    }
    // A make of its own: what this one has made is out of date again for it, but it must end.
    const inner = { ...progress, done: new Set(progress.running), overlay: new Map<never, never>() };
    for (const goal of goals.trim().split(/\s+/)) {
      if (progress.running.has(goal))
        throw new MakeUnknown(`the target ${goal} of the Makefile calls itself`);
      run(goal, rules, lines, inner);
    }
  }
}
