import { judge, type Condition } from './makefile-conditions';
import { parseMakefile, type MakeAssignment, type MakeRuleLine } from './makefile-parse';
import {
  attemptMake,
  expandMake,
  MakeUnknown,
  type MakeScope,
  type MakeVariable,
} from './makefile-variables';

export interface MakeRule {
  readonly prerequisites: string[];
  readonly recipe: string[];
  /** Variables of this target and of what it needs. */
  readonly variables: Map<string, MakeVariable>;
  /** Why it cannot be said whether the rule is there at all. */
  because: string | undefined;
}

export interface MakeRules {
  readonly byTarget: ReadonlyMap<string, readonly MakeRule[]>;
  /** Targets with a `%`. */
  readonly patterns: readonly string[];
  readonly defaultGoal: string | undefined;
  readonly scope: MakeScope;
  /** `export NAME='value'` lines. */
  readonly exported: readonly string[];
  readonly hasIncludes: boolean;
}

/**
 * Reads a Makefile from top to bottom, conditions judged as make does.
 * @throws MakeUnknown
 */
export function readRules(
  text: string,
  variables: Readonly<Record<string, string>>,
  environment: Readonly<Record<string, string>>,
): MakeRules {
  const scope = new Map<string, MakeVariable>();
  for (const [name, value] of Object.entries(environment))
    scope.set(name, { value, isSimple: true, isFixed: false });
  for (const [name, value] of Object.entries(variables))
    scope.set(name, { value, isSimple: false, isFixed: true });
  const byTarget = new Map<string, MakeRule[]>();
  const patterns: string[] = [];
  const exported = new Set<string>();
  const conditions: Condition[] = [];
  let exportsAll = false;
  let hasIncludes = false;
  let defaultGoal: string | undefined;
  let current: MakeRule[] = [];

  const addRule = (line: MakeRuleLine, because: string | undefined): void => {
    const { targets, prerequisites, recipe, assignment } = line;
    current = [];
    const expanded = attemptMake(() => expandMake(targets, scope, hasIncludes));
    // Targets of unknown names may be any: as if they stood in another file.
    hasIncludes ||= expanded instanceof MakeUnknown;
    const names = expanded instanceof MakeUnknown ? [] : wordsOf(expanded);
    if (assignment) {
      for (const name of names) {
        const rule: MakeRule = { prerequisites: [], recipe: [], variables: new Map(), because };
        assign(assignment, scope, rule.variables, hasIncludes);
        byTarget.set(name, [...(byTarget.get(name) ?? []), rule]);
      }
      return;
    }
    // `a b: %.o: %.c`: a static pattern rule.
    if (/%/.test(targets) || /:/.test(prerequisites.replace(/\$\([^)]*\)/g, ''))) {
      patterns.push(...names);
      return;
    }
    const needs = attemptMake(() => expandMake(prerequisites, scope, hasIncludes));
    for (const name of names) {
      const rule: MakeRule = {
        // What a command lists is files that are there.
        prerequisites:
          needs instanceof MakeUnknown ? [] : wordsOf(withoutCommands(needs)).filter((word) => word !== '|'),
        recipe: recipe === undefined ? [] : [recipe],
        variables: new Map(),
        because: needs instanceof MakeUnknown ? needs.message : because,
      };
      byTarget.set(name, [...(byTarget.get(name) ?? []), rule]);
      current.push(rule);
      if (!name.startsWith('.') || name.includes('/')) defaultGoal ??= name;
    }
  };

  for (const line of parseMakefile(text)) {
    if (line.kind === 'condition') {
      judge(line.word, line.argument, conditions, scope, hasIncludes);
      continue;
    }
    if (conditions.some(({ active }) => !active)) continue;
    const because = conditions.find((condition) => condition.because !== undefined)?.because;
    if (line.kind === 'include') hasIncludes = true;
    else if (line.kind === 'assignment') {
      if (because === undefined) assign(line.assignment, scope, scope, hasIncludes);
      else if (scope.get(line.assignment.name)?.isFixed !== true) {
        scope.set(line.assignment.name, { value: '', isSimple: true, isFixed: false, because });
      }
      if (line.assignment.isExported) exported.add(line.assignment.name);
    } else if (line.kind === 'export') {
      if (line.names.length === 0) exportsAll = line.isOn;
      for (const name of line.names) exported[line.isOn ? 'add' : 'delete'](name);
    } else if (line.kind === 'rule') addRule(line.rule, because);
    else if (line.kind === 'recipe') {
      for (const rule of current) {
        rule.recipe.push(line.text);
        rule.because ??= because;
      }
    }
    // `$(foreach ...)` with `$(eval ...)` makes rules and variables that are not seen here.
    else hasIncludes ||= /\$[({](?:eval|call|foreach)\b/.test(line.text) || line.text.startsWith('define');
  }
  for (const special of ['.ONESHELL', '.RECIPEPREFIX']) {
    if (byTarget.has(special) || scope.has(special))
      throw new MakeUnknown(`${special} changes how the Makefile is read`);
  }
  const goal = scope.get('.DEFAULT_GOAL');
  const names = exportsAll
    ? [...scope.keys()].filter((name) => /^\w+$/.test(name) && !Object.hasOwn(environment, name))
    : exported;
  return {
    byTarget,
    patterns,
    defaultGoal: goal ? expandMake(goal.value, scope, hasIncludes).trim() || defaultGoal : defaultGoal,
    scope,
    exported: [...names]
      .filter((name) => scope.has(name))
      .flatMap((name) => exportLine(name, scope, hasIncludes)),
    hasIncludes,
  };
}

function exportLine(name: string, scope: MakeScope, hasIncludes: boolean): string[] {
  const value = attemptMake(() => expandMake(`$(${name})`, scope, hasIncludes));
  if (value instanceof MakeUnknown) {
    // What compilers and the Go tool read must be known; the rest is the program's own.
    if (/^(?:GO|CGO_|CC$|CXX$|PATH$)/.test(name)) throw value;
    return [];
  }
  // The output of a command keeps being one: it must not end up between single quotes.
  return value.includes('$(')
    ? [`export ${name}="${value.replace(/["\\`]/g, '\\$&')}"`]
    : [`export ${name}='${value.replace(/'/g, `'\\''`)}'`];
}

function assign(
  { name, operator, value, isOverride }: MakeAssignment,
  scope: MakeScope,
  target: Map<string, MakeVariable>,
  hasIncludes: boolean,
): void {
  const before = target.get(name) ?? scope.get(name);
  if (before?.isFixed && !isOverride) return;
  if (operator === '?=' && before) return;
  // What cannot be expanded matters only when a line that runs uses the variable.
  const simple = (text: string): MakeVariable => {
    const expanded = attemptMake(() => expandMake(text, scope, hasIncludes));
    return expanded instanceof MakeUnknown
      ? { value: text, isSimple: false, isFixed: false }
      : { value: expanded, isSimple: true, isFixed: false };
  };
  if (operator === ':=') target.set(name, simple(value));
  else if (operator === '!=')
    target.set(name, { value: `$(shell ${value})`, isSimple: false, isFixed: false });
  else if (operator === '+=' && before) {
    const added = before.isSimple ? simple(value) : { value, isSimple: false };
    const isSimple = before.isSimple && added.isSimple;
    target.set(name, { value: `${before.value} ${added.value}`.trim(), isSimple, isFixed: false });
  } else target.set(name, { value, isSimple: false, isFixed: false });
}

/** The text without `$(command)`. */
function withoutCommands(text: string): string {
  let result = text;
  for (let before = ''; before !== result;) {
    before = result;
    result = result.replace(/\$?\([^()]*\)/g, ' ');
  }
  return result;
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter(Boolean);
}
