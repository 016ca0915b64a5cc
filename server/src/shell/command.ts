import type { Assignment, Redirection, ShellWord, SimpleCommand, WordPart } from './ast';
import type { ShellSource } from './source';
import type { AssignmentNode, CommandSyntax, RedirectionNode, WordNode } from './syntax';
import { buildWord, shellWord } from './word';

/** What a simple command's surroundings say about it. */
export type Surroundings = Pick<SimpleCommand, 'runs' | 'scope' | 'outerScope'>;
/** What stands between it and its neighbours. */
export type Ties = Pick<SimpleCommand, 'joiner' | 'follower'>;

interface TimeKeyword {
  readonly pos: number;
  readonly keywordEnd: number;
  readonly end: number;
}

/** `time` is a keyword to the parser; it is given back as the command's first word, as every other wrapper is. */
export function simpleCommand(
  node: CommandSyntax,
  source: ShellSource,
  { runs, scope, outerScope }: Surroundings,
  { joiner, follower }: Ties,
  time: TimeKeyword | undefined,
): SimpleCommand {
  const assignments: Assignment[] = [];
  const words: ShellWord[] = time ? timeWords(time, source) : [];
  for (const child of node.prefix) {
    if (child.type === 'Assignment') assignments.push(assignmentOf(child, source));
  }
  if (node.name) words.push(shellWord(node.name, source));
  for (const child of node.args) {
    words.push(child.type === 'Word' ? shellWord(child, source) : assignmentWord(child, source));
  }
  return {
    assignments,
    words,
    redirections: node.redirects.map((redirect) => redirectionOf(redirect, source)),
    span: source.spanOf(time?.pos ?? node.pos, node.end),
    joiner,
    follower,
    runs,
    scope,
    outerScope,
  };
}

/** The target of a heredoc is its delimiter word; the body is text, not part of the command's span. */
export function redirectionOf(node: RedirectionNode, source: ShellSource): Redirection {
  const { descriptor } = node;
  const number = descriptor ? source.text.slice(descriptor.pos, descriptor.end) : '';
  const target = node.type === 'HereDoc' ? delimiter(node, source) : wordOf(node.target, source);
  return { operator: number + node.operator, target, span: source.spanOf(node.pos, node.end) };
}

function wordOf(node: WordNode | undefined, source: ShellSource): ShellWord | undefined {
  return node && shellWord(node, source);
}

function delimiter(
  node: Extract<RedirectionNode, { type: 'HereDoc' }>,
  source: ShellSource,
): ShellWord | undefined {
  if (node.delimiter === undefined) return undefined;
  const { pos, end, value, quoted } = node.delimiter;
  return buildWord(source, pos, end, [{ kind: 'text', value, quoted }], false);
}

function assignmentOf(node: AssignmentNode, source: ShellSource): Assignment {
  return { name: node.name, value: assignedValue(node, source), span: source.spanOf(node.pos, node.end) };
}

function assignedValue(node: AssignmentNode, source: ShellSource): ShellWord {
  const { value } = node;
  // Arrays, `a[0]=x` and `a+=x` are not plain values.
  if (value.type === 'ArrayValue' || node.index !== undefined || node.append) {
    return buildWord(source, value.pos, value.end, [opaquePart(value.pos, value.end, source)], false);
  }
  return shellWord(value, source, 'assignment');
}

/** `export A=$B`: an assignment in the place of an argument, as one word. */
function assignmentWord(node: AssignmentNode, source: ShellSource): ShellWord {
  if (node.index !== undefined || node.append) {
    return buildWord(source, node.pos, node.end, [opaquePart(node.pos, node.end, source)], false);
  }
  const value = assignedValue(node, source);
  const head: WordPart = { kind: 'text', value: `${node.name}=`, quoted: false };
  return buildWord(source, node.pos, node.end, [head, ...value.parts], value.glob);
}

function opaquePart(start: number, end: number, source: ShellSource): WordPart {
  return { kind: 'opaque', raw: source.text.slice(start, end), span: source.spanOf(start, end) };
}

function timeWords(time: TimeKeyword, source: ShellSource): ShellWord[] {
  const rest = source.text.slice(time.keywordEnd, time.end);
  const words = [textWord(time.pos, time.keywordEnd, source)];
  for (const match of rest.matchAll(/-\S+/g)) {
    const start = time.keywordEnd + match.index;
    words.push(textWord(start, start + match[0].length, source));
  }
  return words;
}

function textWord(start: number, end: number, source: ShellSource): ShellWord {
  const value = source.text.slice(start, end);
  return buildWord(source, start, end, [{ kind: 'text', value, quoted: false }], false);
}
