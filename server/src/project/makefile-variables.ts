/** What cannot be established of a Makefile; caught where a recipe is asked for. */
export class MakeUnknown extends Error {}

/** The result of an action, or the fault that it met. */
export function attemptMake<T>(action: () => T): T | MakeUnknown {
  try {
    return action();
  } catch (error) {
    if (error instanceof MakeUnknown) return error;
    throw error;
  }
}

export interface MakeVariable {
  readonly value: string;
  /** Set by `:=`: expanded already. */
  readonly isSimple: boolean;
  /** From the command line: assignments of the file do not change it. */
  readonly isFixed: boolean;
  /** Why its value cannot be said; using it is an error. */
  readonly because?: string;
}

export type MakeScope = ReadonlyMap<string, MakeVariable>;

/** Values that make sets by itself. Source: `make -p`. */
const builtIn: Readonly<Record<string, string>> = {
  MAKE: 'make',
  SHELL: '/bin/sh',
  CC: 'cc',
  CXX: 'g++',
  RM: 'rm -f',
  AR: 'ar',
  AS: 'as',
  LD: 'ld',
  CFLAGS: '',
  MAKEFLAGS: '',
  MAKELEVEL: '0',
};

const maxDepth = 40;

/**
 * Expands the variables and text functions of a line. `$(shell cmd)` becomes `$(cmd)`, which the shell that runs the line
 * would replace by the same text.
 * @param isOpen names that the file does not define may be set in an included file: asking for them is an error
 * @throws MakeUnknown for functions that look at the disk, recursion, and open references
 */
export function expandMake(text: string, scope: MakeScope, isOpen: boolean, depth = 0): string {
  if (depth > maxDepth) throw new MakeUnknown('a variable of the Makefile refers to itself');
  let result = '';
  for (let at = 0; at < text.length;) {
    const dollar = text.indexOf('$', at);
    if (dollar < 0) return result + text.slice(at);
    result += text.slice(at, dollar);
    const next = text[dollar + 1] ?? '';
    if (next === '(' || next === '{') {
      const end = closing(text, dollar + 1);
      if (end < 0) throw new MakeUnknown('a reference of the Makefile is not closed');
      result += expandReference(text.slice(dollar + 2, end), scope, isOpen, depth);
      at = end + 1;
    } else {
      result += next === '$' ? '$' : next === '' ? '' : valueOf(next, scope, isOpen, depth);
      at = dollar + 2;
    }
  }
  return result;
}

function closing(text: string, open: number): number {
  const [left, right] = text[open] === '(' ? ['(', ')'] : ['{', '}'];
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    if (text[i] === left) depth++;
    else if (text[i] === right && --depth === 0) return i;
  }
  return -1;
}

function expandReference(inner: string, scope: MakeScope, isOpen: boolean, depth: number): string {
  const expand = (part: string): string => expandMake(part, scope, isOpen, depth + 1);
  const [, name = '', rest = ''] = /^([a-z-]+)[ \t]+([^]*)$/.exec(inner) ?? [];
  if (name === 'shell') return `$(${expand(rest)})`;
  // As the shell would list it.
  if (name === 'wildcard') return `$(ls -d ${expand(rest).trim()})`;
  if (name === 'if' || name === 'or' || name === 'and') return choose(name, splitArguments(rest), expand);
  const operation = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (operation) {
    const values = splitArguments(rest).map(expand);
    // Of the output of a command, what it is computed to is known no better than the output.
    if (values.some((value) => value.includes('$('))) return '$(computed)';
    return operation(values.map((value) => value.trim()));
  }
  if (name !== '') throw new MakeUnknown(`$(${name} ...) of the Makefile is not followed`);
  const [, variable = inner, from, to] = /^([^:=\s]+):([^=]*)=(.*)$/s.exec(inner) ?? [];
  const value = valueOf(expand(variable), scope, isOpen, depth);
  if (from === undefined || to === undefined) return value;
  const pattern = from.includes('%') ? from : `%${from}`;
  return substitute(expand(pattern), expand(from.includes('%') ? to : `%${to}`), value);
}

function valueOf(name: string, scope: MakeScope, isOpen: boolean, depth: number): string {
  const variable = scope.get(name);
  if (variable?.because !== undefined) throw new MakeUnknown(variable.because);
  if (variable)
    return variable.isSimple ? variable.value : expandMake(variable.value, scope, isOpen, depth + 1);
  if (Object.hasOwn(builtIn, name)) return builtIn[name] ?? '';
  if (/^(?:MAKEFILE_LIST|CURDIR|MAKECMDGOALS|\.VARIABLES)$/.test(name)) {
    throw new MakeUnknown(`$(${name}) of the Makefile depends on how make is called`);
  }
  if (isOpen) throw new MakeUnknown(`$(${name}) may be set in a file that the Makefile includes`);
  return '';
}

/** `$(if c,a,b)`, `$(or a,b)`, `$(and a,b)`: what is not chosen is not expanded. */
function choose(name: string, parts: readonly string[], expand: (part: string) => string): string {
  if (name === 'if') {
    const condition = expand(parts[0] ?? '').trim();
    if (condition.includes('$('))
      throw new MakeUnknown('a condition of the Makefile depends on the output of a command');
    return expand(parts[condition === '' ? 2 : 1] ?? '');
  }
  let last = '';
  for (const part of parts) {
    last = expand(part.trim());
    if ((last !== '') === (name === 'or')) return last;
  }
  return last;
}

/** Splits at commas outside of brackets. */
export function splitArguments(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(' || text[i] === '{') depth++;
    else if (text[i] === ')' || text[i] === '}') depth--;
    else if (text[i] === ',' && depth === 0) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  return [...parts, text.slice(start)];
}

function words(text: string | undefined): string[] {
  return (text ?? '').split(/\s+/).filter(Boolean);
}

function substitute(pattern: string, replacement: string, text: string): string {
  return words(text)
    .map((word) => {
      const stem = stemOf(pattern, word);
      return stem === undefined ? word : replacement.replace('%', () => stem);
    })
    .join(' ');
}

/** What `%` stands for when the pattern matches the word. */
export function stemOf(pattern: string, word: string): string | undefined {
  const percent = pattern.indexOf('%');
  if (percent < 0) return pattern === word ? '' : undefined;
  const [before, after] = [pattern.slice(0, percent), pattern.slice(percent + 1)];
  const fits = word.length >= before.length + after.length && word.startsWith(before) && word.endsWith(after);
  return fits ? word.slice(before.length, word.length - after.length) : undefined;
}

const each = (text: string | undefined, change: (word: string) => string): string =>
  words(text).map(change).join(' ');

/** Text functions. Source: https://www.gnu.org/software/make/manual/html_node/Text-Functions.html. */
const functions: Readonly<Record<string, (args: readonly string[]) => string>> = {
  strip: ([text]) => words(text).join(' '),
  subst: ([from = '', to = '', text = '']) => (from === '' ? text + to : text.replaceAll(from, to)),
  patsubst: ([pattern = '', to = '', text = '']) => substitute(pattern, to, text),
  notdir: ([text]) => each(text, (word) => word.slice(word.lastIndexOf('/') + 1)),
  dir: ([text]) =>
    each(text, (word) => (word.includes('/') ? word.slice(0, word.lastIndexOf('/') + 1) : './')),
  basename: ([text]) => each(text, (word) => word.replace(/\.[^./]*$/, '')),
  suffix: ([text]) => each(text, (word) => /\.[^./]*$/.exec(word)?.[0] ?? '').trim(),
  addprefix: ([prefix = '', text]) => each(text, (word) => prefix + word),
  addsuffix: ([suffix = '', text]) => each(text, (word) => word + suffix),
  firstword: ([text]) => words(text)[0] ?? '',
  lastword: ([text]) => words(text).at(-1) ?? '',
  word: ([index, text]) => words(text)[Number(index) - 1] ?? '',
  words: ([text]) => String(words(text).length),
  filter: ([patterns, text]) =>
    words(text)
      .filter((word) => words(patterns).some((pattern) => stemOf(pattern, word) !== undefined))
      .join(' '),
  'filter-out': ([patterns, text]) =>
    words(text)
      .filter((word) => !words(patterns).some((pattern) => stemOf(pattern, word) !== undefined))
      .join(' '),
  sort: ([text]) => [...new Set(words(text))].sort().join(' '),
  findstring: ([find = '', text = '']) => (text.includes(find) ? find : ''),
  // Messages for the person at the terminal.
  info: () => '',
  warning: () => '',
};
