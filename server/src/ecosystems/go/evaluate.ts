import { joinPath } from '../../project/paths';
import type { GoBinding, GoCall, GoExpression } from './expressions';
import type { GoPackage } from './packages';
import type { Reachable } from './reach';
import type { GoFile } from './source-file';

/** Where an expression stands: names mean different things elsewhere. */
export interface GoPlace {
  readonly file: GoFile;
  readonly pkg: GoPackage;
  /** Function number; 0 for the package level. */
  readonly unit: number;
}

/** A text that an expression may have. */
export interface GoText {
  readonly text: string;
  /** False when something unknown comes after it. */
  readonly isComplete: boolean;
  /** True when something unknown comes before it. */
  readonly hasUnknownStart: boolean;
}

/** How many names and calls are followed for one text. */
const maxSteps = 6;

/** What `os.Args[0]` and `os.Executable()` are read as. */
export const ownProgram = '/proc/self/exe';

/** What the folders of whoever runs the program are read as. */
export const home = '~';

/** Reads the texts of a program's expressions: literals, constants and variables, `+`, `filepath.Join`, `Sprintf`. */
export interface GoEvaluator {
  /** The texts that an expression may have; empty when nothing of it is known. */
  textsOf(expression: GoExpression, place: GoPlace): readonly GoText[];
  /** `os.Open` for the function of a standard or third-party package, `.Static` for a method, `f` for a function of the package. */
  calleeOf(call: GoCall, file: GoFile): string;
}

export function evaluator({ packages }: Reachable): GoEvaluator {
  const byImport = new Map(packages.map((pkg) => [pkg.importPath, pkg]));
  const globals = new Map<GoPackage, Map<string, { binding: GoBinding; file: GoFile }[]>>();

  const globalsOf = (pkg: GoPackage): Map<string, { binding: GoBinding; file: GoFile }[]> => {
    const before = globals.get(pkg);
    if (before) return before;
    const found = new Map<string, { binding: GoBinding; file: GoFile }[]>();
    for (const file of pkg.files) {
      for (const binding of file.body().bindings) {
        if (binding.unit === 0)
          found.set(binding.name, [...(found.get(binding.name) ?? []), { binding, file }]);
      }
    }
    globals.set(pkg, found);
    return found;
  };
  const nameTexts = (name: string, place: GoPlace, steps: number): readonly GoText[] => {
    const local = place.file.body().bindings.filter((each) => each.unit === place.unit && each.name === name);
    if (local.length > 0 && place.unit !== 0)
      return local.flatMap(({ value }) => evaluate(value, place, steps));
    const [head = '', member] = name.split('.');
    const imported = member === undefined ? undefined : byImport.get(importsOf(place.file).get(head));
    const pkg = imported ?? place.pkg;
    return (globalsOf(pkg).get(imported ? (member ?? '') : name) ?? []).flatMap(({ binding, file }) =>
      evaluate(binding.value, { file, pkg, unit: 0 }, steps),
    );
  };
  const evaluate = (expression: GoExpression, place: GoPlace, steps: number): readonly GoText[] => {
    if (steps === 0) return [];
    switch (expression.kind) {
      case 'text':
        return [{ text: expression.value, isComplete: true, hasUnknownStart: false }];
      case 'name':
        if (expression.name === 'os.Args[0]')
          return [{ text: ownProgram, isComplete: true, hasUnknownStart: false }];
        return nameTexts(expression.name, place, steps - 1);
      case 'sum':
        return concatenate(expression.parts.map((part) => evaluate(part, place, steps - 1)[0]));
      case 'list':
        return expression.items.flatMap(({ value }) => evaluate(value, place, steps - 1));
      case 'call':
        return callTexts(expression.call, place, steps - 1);
      case 'other':
        return [];
    }
  };
  const callTexts = ({ callee, args, ...rest }: GoCall, place: GoPlace, steps: number): readonly GoText[] => {
    const of = (index: number): readonly GoText[] => (args[index] ? evaluate(args[index], place, steps) : []);
    switch (resolve({ callee, args, ...rest }, place.file)) {
      case 'path/filepath.Join':
      case 'path.Join':
        return join(args.map((argument) => evaluate(argument, place, steps)[0]));
      case 'path/filepath.Abs':
      case 'path/filepath.Clean':
      case 'path/filepath.FromSlash':
      case 'path/filepath.ToSlash':
      case 'path.Clean':
      case 'string':
      case 'net/http.Dir':
      case 'strings.TrimSpace':
        return of(0);
      case 'os.Getwd':
        return [{ text: '.', isComplete: true, hasUnknownStart: false }];
      case 'os.TempDir':
        return [{ text: '/tmp', isComplete: true, hasUnknownStart: false }];
      case 'os.UserHomeDir':
      case 'os.UserConfigDir':
      case 'os.UserCacheDir':
        return [{ text: home, isComplete: true, hasUnknownStart: false }];
      case 'os.Executable':
        return [{ text: ownProgram, isComplete: true, hasUnknownStart: false }];
      case 'fmt.Sprintf':
        return of(0).map(({ text, ...known }) => {
          const verb = text.search(/%[^%]/);
          return verb < 0 ? { text, ...known } : { ...known, text: text.slice(0, verb), isComplete: false };
        });
      // The default of a flag.
      case 'flag.String':
      case 'github.com/spf13/pflag.String':
        return of(1);
      default:
        return [];
    }
  };
  return {
    textsOf: (expression, place) => evaluate(expression, place, maxSteps),
    calleeOf: resolve,
  };
}

function concatenate(parts: readonly (GoText | undefined)[]): GoText[] {
  const known = parts.findIndex((part) => part !== undefined);
  if (known < 0) return [];
  let text = '';
  for (const part of parts.slice(known)) {
    if (!part || part.hasUnknownStart) return [{ text, isComplete: false, hasUnknownStart: known > 0 }];
    text += part.text;
    if (!part.isComplete) return [{ text, isComplete: false, hasUnknownStart: known > 0 }];
  }
  return [{ text, isComplete: true, hasUnknownStart: known > 0 || parts[known]?.hasUnknownStart === true }];
}

function join(parts: readonly (GoText | undefined)[]): GoText[] {
  const known = parts.findIndex((part) => part !== undefined);
  if (known < 0) return [];
  const hasUnknownStart = known > 0 || parts[known]?.hasUnknownStart === true;
  let text = '';
  for (const part of parts.slice(known)) {
    if (!part || (part.hasUnknownStart && text !== ''))
      return [{ text: `${text}/`, isComplete: false, hasUnknownStart }];
    // filepath.Join does not let a later absolute part win.
    text = text === '' ? part.text : joinPath(text, part.text.replace(/^\/+/, '') || '.');
    if (!part.isComplete) return [{ text, isComplete: false, hasUnknownStart }];
  }
  return [{ text, isComplete: true, hasUnknownStart }];
}

const imports = new WeakMap<GoFile, Map<string, string>>();

/** Import paths by the names that the file uses for them. Without sources, a package's name is guessed from its path. */
function importsOf(file: GoFile): ReadonlyMap<string, string> {
  const before = imports.get(file);
  if (before) return before;
  const found = new Map<string, string>();
  for (const { path, name } of file.head.imports) {
    if (name !== undefined) {
      found.set(name, path);
      continue;
    }
    const last =
      path
        .replace(/\/v\d+$/, '')
        .split('/')
        .at(-1) ?? '';
    const plain = last.replace(/\.v\d+$/, '');
    for (const guess of [plain, plain.replace(/^go-|[-.]go$/g, ''), plain.replace(/-/g, '')])
      found.set(guess, path);
  }
  imports.set(file, found);
  return found;
}

function resolve({ callee }: GoCall, file: GoFile): string {
  const dot = callee.lastIndexOf('.');
  if (dot < 0) return callee;
  const head = callee.slice(0, dot);
  const path = importsOf(file).get(head);
  return path === undefined ? callee.slice(dot) : `${withoutVersion(path)}.${callee.slice(dot + 1)}`;
}

/** `github.com/x/y/v2/z` as `github.com/x/y/z`, so that tables need not list versions. */
export function withoutVersion(path: string): string {
  return path.replace(/\/v\d+(?=\/|$)/g, '');
}
