/** A Makefile, read but not yet interpreted: conditions and variables are judged in order when it is run. */
export type MakeLine =
  | { readonly kind: 'assignment'; readonly assignment: MakeAssignment }
  | { readonly kind: 'rule'; readonly rule: MakeRuleLine }
  | { readonly kind: 'recipe'; readonly text: string }
  /** `ifeq`, `ifneq`, `ifdef`, `ifndef` with their argument; `else` may carry another one. */
  | { readonly kind: 'condition'; readonly word: string; readonly argument: string }
  | { readonly kind: 'include' }
  | { readonly kind: 'export'; readonly names: readonly string[]; readonly isOn: boolean }
  /** Something that this reader does not understand: `define`, `vpath`, a call of `$(eval ...)`. */
  | { readonly kind: 'unknown'; readonly text: string };

export interface MakeAssignment {
  readonly name: string;
  readonly operator: '=' | ':=' | '?=' | '+=' | '!=';
  readonly value: string;
  readonly isExported: boolean;
  readonly isOverride: boolean;
}

export interface MakeRuleLine {
  /** As written, variables not expanded. */
  readonly targets: string;
  readonly prerequisites: string;
  /** A recipe behind a semicolon on the same line. */
  readonly recipe: string | undefined;
  /** `build: GOOS = linux`. */
  readonly assignment: MakeAssignment | undefined;
}

/** Splits a Makefile into logical lines. Continued recipe lines keep their backslash and line end, as the shell gets them. */
export function parseMakefile(text: string): MakeLine[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const found: MakeLine[] = [];
  let inRule = false;
  for (let i = 0; i < lines.length; i++) {
    let line = lines[i] ?? '';
    const isRecipe = line.startsWith('\t') && inRule;
    while (/(?:^|[^\\])(?:\\\\)*\\$/.test(line) && i + 1 < lines.length) {
      const next = lines[++i] ?? '';
      line = isRecipe
        ? `${line}\n${next.replace(/^\t/, '')}`
        : `${line.slice(0, -1).trimEnd()} ${next.trimStart()}`;
    }
    if (isRecipe) {
      found.push({ kind: 'recipe', text: line.slice(1) });
      continue;
    }
    const content = withoutComment(line).trimStart();
    if (content === '') continue;
    if (/^define\b/.test(content)) {
      while (i + 1 < lines.length && !/^\s*endef\b/.test(lines[i] ?? '')) i++;
      found.push({ kind: 'unknown', text: content });
      continue;
    }
    const parsed = parseLine(content);
    if (parsed.kind === 'rule') inRule = true;
    else if (parsed.kind === 'assignment' || parsed.kind === 'unknown') inRule = false;
    found.push(parsed);
  }
  return found;
}

/** Cuts a comment; `\#` is a plain `#`, and one inside `$(...)` belongs to the function. */
function withoutComment(line: string): string {
  let depth = 0;
  for (let i = 0; i < line.length; i++) {
    const character = line[i];
    if (character === '\\') i++;
    else if (character === '$' && /[({]/.test(line[i + 1] ?? '')) depth++;
    else if (depth > 0 && (character === ')' || character === '}')) depth--;
    else if (character === '#' && depth === 0) return line.slice(0, i).replace(/\\#/g, '#');
  }
  return line.replace(/\\#/g, '#');
}

/** Blanks at the end belong to the value of an assignment, and to nothing else. */
function parseLine(line: string): MakeLine {
  const content = line.trimEnd();
  const [, word = '', argument = ''] = /^(ifn?eq|ifn?def|else|endif)\b[ \t]*(.*)$/s.exec(content) ?? [];
  if (word !== '') return { kind: 'condition', word, argument };
  if (/^(?:-?include|sinclude)\b/.test(content)) return { kind: 'include' };
  const assignment = parseAssignment(line);
  if (assignment) return { kind: 'assignment', assignment };
  const [, off, names] = /^(un)?export\b(.*)$/s.exec(content) ?? [];
  if (names !== undefined)
    return { kind: 'export', names: names.split(/\s+/).filter(Boolean), isOn: off === undefined };
  const colon = topLevelColon(content);
  if (colon < 0) return { kind: 'unknown', text: content };
  const rest = content.slice(colon + 1).replace(/^:/, '');
  const own = parseAssignment(rest.trimStart());
  const semicolon = rest.indexOf(';');
  const rule: MakeRuleLine = {
    targets: content.slice(0, colon).trim(),
    prerequisites: own ? '' : (semicolon < 0 ? rest : rest.slice(0, semicolon)).trim(),
    recipe: own || semicolon < 0 ? undefined : rest.slice(semicolon + 1).trim(),
    assignment: own,
  };
  return { kind: 'rule', rule };
}

function parseAssignment(content: string): MakeAssignment | undefined {
  const match =
    /^((?:(?:export|override|private)[ \t]+)*)([^\s:#=+?!$(){}]+)[ \t]*(=|::?:?=|\?=|\+=|!=)[ \t]*(.*)$/s.exec(
      content,
    );
  const [, words = '', name = '', operator = '', value = ''] = match ?? [];
  if (!match) return undefined;
  return {
    name,
    operator: (/^:+=$/.test(operator) ? ':=' : operator) as MakeAssignment['operator'],
    value,
    isExported: words.includes('export'),
    isOverride: words.includes('override'),
  };
}

/** The colon that ends the targets; one inside a variable reference is part of it. */
function topLevelColon(content: string): number {
  let depth = 0;
  for (let i = 0; i < content.length; i++) {
    const character = content[i];
    if (character === '$' && /[({]/.test(content[i + 1] ?? '')) depth++;
    else if (depth > 0 && (character === ')' || character === '}')) depth--;
    else if (character === ':' && depth === 0) return i;
  }
  return -1;
}
