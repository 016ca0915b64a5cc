import type { Dockerfile, Instruction } from '../../../dockerfile/ast';
import { commentsBefore } from './comments';

/** What `# check=skip=A,B;error=true;experimental=C` asks for. */
export interface CheckOptions {
  /** `all`, or names of checks. */
  readonly skip: 'all' | ReadonlySet<string>;
  /** Experimental checks to run. `skip` does not concern them. */
  readonly experimental: 'all' | ReadonlySet<string>;
  /** The build fails when a check finds something. */
  readonly error: boolean;
}

const none: CheckOptions = { skip: new Set(), experimental: new Set(), error: false };

/** The names that Go's `strconv.ParseBool` takes. */
const booleans = new Map(
  [
    ...['1', 't', 'T', 'TRUE', 'true', 'True'].map((word) => [word, true] as const),
    ...['0', 'f', 'F', 'FALSE', 'false', 'False'].map((word) => [word, false] as const),
  ].values(),
);

/**
 * Reads the value of a `check` directive as BuildKit does (linter/linter.go, `ParseLintOptions`): up to the first
 * space; at most three options, `;` between them, each once or the last one holds. Undefined where BuildKit refuses it.
 */
export function parseCheckOptions(value: string): CheckOptions | undefined {
  const [text = ''] = value.split(' ');
  if (text === '') return none;
  let { skip, experimental, error } = none;
  for (const part of splitInThree(text)) {
    const equals = part.indexOf('=');
    if (equals === -1) return undefined;
    const given = part.slice(equals + 1).trim();
    switch (part.slice(0, equals).trim()) {
      case 'skip':
        skip = namesOf(given);
        break;
      case 'experimental':
        experimental = namesOf(given);
        break;
      case 'error': {
        const wanted = booleans.get(given);
        if (wanted === undefined) return undefined;
        error = wanted;
        break;
      }
      default:
        return undefined;
    }
  }
  return { skip, experimental, error };
}

/** The last part keeps its semicolons. */
function splitInThree(text: string): readonly string[] {
  const [first = '', second, ...rest] = text.split(';');
  return [first, ...(second === undefined ? [] : [second]), ...(rest.length > 0 ? [rest.join(';')] : [])];
}

function namesOf(value: string): CheckOptions['skip'] {
  return value === 'all' ? 'all' : new Set(value.split(',').map((name) => name.trim()));
}

/** The options that the directive at the top of a file sets. One that BuildKit would refuse sets none. */
export function fileOptions({ directives }: Dockerfile): CheckOptions {
  const directive = directives.find(({ name }) => name === 'check');
  return (directive && parseCheckOptions(directive.value)) ?? none;
}

/**
 * The options in force at an instruction: those of the file, and what the first `# check=` comment above it adds
 * (linter.go, `WithMergedConfigFromComments`). `error` counts at the top of the file only.
 */
export function optionsAt(dockerfile: Dockerfile, instruction: Instruction): CheckOptions {
  const file = fileOptions(dockerfile);
  for (const comment of commentsBefore(dockerfile, instruction)) {
    const value = /^check\s*=\s*(.+)$/i.exec(comment.content)?.[1];
    if (value === undefined) continue;
    const own = parseCheckOptions(value);
    return own
      ? {
          ...file,
          skip: union(file.skip, own.skip),
          experimental: union(file.experimental, own.experimental),
        }
      : file;
  }
  return file;
}

function union(a: CheckOptions['skip'], b: CheckOptions['skip']): CheckOptions['skip'] {
  return a === 'all' || b === 'all' ? 'all' : new Set([...a, ...b]);
}

export function names(list: CheckOptions['skip'], id: string): boolean {
  return list === 'all' || list.has(id);
}
