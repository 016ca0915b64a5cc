/** A command of a start command or of a package.json script, wrappers removed, as far as its words are known. */
export interface CommandLine {
  readonly argv: readonly string[];
  /** Variables set for it alone. */
  readonly environment: ReadonlyMap<string, string>;
  /** Absolute folder in the stage. */
  readonly cwd: string;
}

/** Options of a command line: `--port 3000`, `--port=3000`, `-p 3000`, `-p3000`, and what is no option. */
export interface Options {
  readonly operands: readonly string[];
  /** Value of the last of these options; `''` for a switch. Names with their dashes. */
  value(...names: readonly string[]): string | undefined;
  /** Options that are not among those expected. */
  readonly unknown: readonly string[];
}

/**
 * Takes the arguments of a program apart.
 * @param valued options that take the next word, with dashes.
 * @param switches options without a value; `-x` letters may stand together.
 */
export function readOptions(
  args: readonly string[],
  valued: readonly string[],
  switches: readonly string[],
): Options {
  const found = new Map<string, string>();
  const operands: string[] = [];
  const unknown: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const word = args[i] ?? '';
    if (!word.startsWith('-') || word === '-') {
      operands.push(word);
      continue;
    }
    if (word === '--') continue;
    const [, name = word, value] = /^(--[^=]+)=(.*)$/s.exec(word) ?? [];
    if (valued.includes(name)) {
      const next = args[i + 1];
      const takesNext =
        value === undefined && next !== undefined && (!next.startsWith('-') || /^-\d/.test(next));
      found.set(name, value ?? (takesNext ? (args[++i] ?? '') : ''));
    } else if (switches.includes(name)) {
      found.set(name, value ?? '');
    } else if (!readLetters(word, valued, switches, found)) {
      unknown.push(name);
    }
  }
  return {
    operands,
    unknown,
    value: (...names) => names.map((name) => found.get(name)).find((v) => v !== undefined),
  };
}

/** `-sn`, `-p3000`, `-c-1`: letters that stand together, the last with its value. */
function readLetters(
  word: string,
  valued: readonly string[],
  switches: readonly string[],
  found: Map<string, string>,
): boolean {
  if (word.startsWith('--')) return false;
  const read = new Map<string, string>();
  for (let at = 1; at < word.length; at++) {
    const letter = `-${word[at] ?? ''}`;
    if (valued.includes(letter)) {
      read.set(letter, word.slice(at + 1).replace(/^=/, ''));
      break;
    }
    if (!switches.includes(letter)) return false;
    read.set(letter, '');
  }
  for (const [name, value] of read) found.set(name, value);
  return true;
}
