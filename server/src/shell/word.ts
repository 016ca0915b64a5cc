import type { ShellWord, WordPart } from './ast';
import type { ShellSource } from './source';
import type { WordNode, WordPartNode } from './syntax';

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Where a tilde stands for a home directory: at a word's start; in an assignment's value also after a colon. */
export type TildePlaces = 'start' | 'assignment';

/** A word of the syntax tree in our own terms. */
export function shellWord(node: WordNode, source: ShellSource, tildes: TildePlaces = 'start'): ShellWord {
  const parts: WordPart[] = [];
  let glob = false;
  if (node.parts === undefined) parts.push({ kind: 'text', value: node.value, quoted: false });
  else {
    for (const part of node.parts) {
      if (part.type === 'Glob' || part.type === 'ExtendedGlob') glob = true;
      addPart(part, source, parts, false);
    }
  }
  return buildWord(source, node.pos, node.end, expandTildes(parts, node, source, tildes), glob);
}

/** A word made of parts that are already in our own terms. */
export function buildWord(
  source: ShellSource,
  start: number,
  end: number,
  parts: readonly WordPart[],
  glob: boolean,
): ShellWord {
  return {
    raw: withoutContinuations(source.text.slice(start, end)),
    span: source.spanOf(start, end),
    parts,
    literal: literalOf(parts),
    glob,
  };
}

/** The value of parts that are text only; undefined as soon as one is not. */
export function literalOf(parts: readonly WordPart[]): string | undefined {
  let value = '';
  for (const part of parts) {
    if (part.kind !== 'text') return undefined;
    value += part.value;
  }
  return value;
}

function addPart(part: WordPartNode, source: ShellSource, into: WordPart[], quoted: boolean): void {
  switch (part.type) {
    case 'Literal':
      into.push({ kind: 'text', value: part.value, quoted });
      return;
    case 'SingleQuoted':
      into.push({ kind: 'text', value: part.value, quoted: true });
      return;
    case 'DoubleQuoted':
      if (part.parts.length === 0) into.push({ kind: 'text', value: '', quoted: true });
      for (const inner of part.parts) addPart(inner, source, into, true);
      return;
    case 'Glob':
      // `[$X]` holds an expansion, and what the brackets match depends on it.
      if (part.parts?.some((inner) => inner.type !== 'Literal')) into.push(opaque(part, source));
      else into.push({ kind: 'text', value: part.value, quoted: false });
      return;
    case 'SimpleExpansion': {
      const name = part.text.slice(1);
      into.push(NAME.test(name) ? variable(part, name, quoted, source) : opaque(part, source));
      return;
    }
    case 'ParameterExpansion':
      into.push(parameter(part, quoted, source));
      return;
    default:
      // $'...' and $"..." are among them: Bash decodes them, dash does not.
      into.push(opaque(part, source));
  }
}

function parameter(
  part: Extract<WordPartNode, { type: 'ParameterExpansion' }>,
  quoted: boolean,
  source: ShellSource,
): WordPart {
  const { operation } = part;
  if (part.prefix !== undefined || part.index !== undefined || !NAME.test(part.parameter))
    return opaque(part, source);
  if (operation === undefined) return variable(part, part.parameter, quoted, source);
  if (operation.type !== 'Default') return opaque(part, source);
  if (operation.operator !== '-' && operation.operator !== ':-') return opaque(part, source);
  const fallback = shellWord(operation.operand, source);
  if (fallback.literal === undefined || fallback.glob) return opaque(part, source);
  return {
    ...variable(part, part.parameter, quoted, source),
    fallback: fallback.literal,
    emptyIsUnset: operation.operator === ':-',
  };
}

interface Place {
  readonly pos: number;
  readonly end: number;
}

function variable(at: Place, name: string, quoted: boolean, source: ShellSource) {
  const span = source.spanOf(at.pos, at.end);
  return { kind: 'variable', name, quoted, fallback: undefined, emptyIsUnset: false, span } as const;
}

function opaque(at: Place, source: ShellSource): WordPart {
  return { kind: 'opaque', raw: source.text.slice(at.pos, at.end), span: source.spanOf(at.pos, at.end) };
}

/** `~` and `~/x` are `$HOME` and `$HOME/x`; `~user` and tildes in the middle of an assignment are opaque. */
function expandTildes(
  parts: readonly WordPart[],
  node: WordNode,
  source: ShellSource,
  tildes: TildePlaces,
): readonly WordPart[] {
  const { text } = source;
  const first = parts[0];
  if (text[node.pos] === '~' && first?.kind === 'text' && !first.quoted && first.value.startsWith('~')) {
    const ends = tildes === 'assignment' ? /^~(?=[/:]|$)/ : /^~(?=\/|$)/;
    const alone = parts.length === 1 || first.value.length > 1;
    const home = { pos: node.pos, end: node.pos + 1 };
    if (!alone || !ends.test(first.value) || hasLaterTilde(first.value, tildes)) {
      return [opaque({ pos: node.pos, end: node.end }, source)];
    }
    const rest: WordPart[] = first.value.length > 1 ? [{ ...first, value: first.value.slice(1) }] : [];
    return [variable(home, 'HOME', true, source), ...rest, ...parts.slice(1)];
  }
  const later = parts.some(
    (part) => part.kind === 'text' && !part.quoted && hasLaterTilde(part.value, tildes),
  );
  return later ? [opaque({ pos: node.pos, end: node.end }, source)] : parts;
}

function hasLaterTilde(value: string, tildes: TildePlaces): boolean {
  return tildes === 'assignment' && value.includes(':~');
}

/** Drops `\` + line end, which the shell drops too; inside single quotes it stays. */
function withoutContinuations(raw: string): string {
  if (!raw.includes('\\\n')) return raw;
  return raw.replace(/'[^']*'|"(?:[^"\\]|\\[^])*"|\\[^]/g, (piece) => {
    if (piece === '\\\n') return '';
    return piece.startsWith('"') ? piece.replace(/\\[^]/g, (pair) => (pair === '\\\n' ? '' : pair)) : piece;
  });
}
