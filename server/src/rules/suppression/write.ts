import type { Dockerfile } from '../../dockerfile/ast';
import type { Span } from '../../text/span';
import type { TextEdit } from '../../text/edit';
import { readSuppressions } from './read';
import { covers } from './suppress';
import type { Suppression } from './suppression';

/**
 * The edit that suppresses a rule in the instruction that a finding starts in: in its suppression comment if it has one,
 * else in a new line above it. For a finding in a comment, above that comment. None where no instruction follows.
 */
export function suppressHere(dockerfile: Dockerfile, rule: string, finding: Span): readonly TextEdit[] {
  const next = dockerfile.instructions.find(({ lines }) => finding.start < lines.end);
  if (!next) return [];
  const inside = next.lines.start <= finding.start;
  const comment = dockerfile.comments.find(({ span }) => holds(span, finding.start));
  const token = inside ? next.keywordSpan : comment?.span;
  if (!token) return [];
  const present = ours(dockerfile).filter((each) => each.scope !== 'file' && covers(each, finding));
  return addName(present, rule) ?? insertLine(dockerfile, token, `# jettison ignore=${rule}`);
}

/** The edit that suppresses a rule in the whole file: in its comment for that, else in a new line at the top. */
export function suppressInFile(dockerfile: Dockerfile, rule: string): readonly TextEdit[] {
  const present = ours(dockerfile).filter(({ scope }) => scope === 'file');
  const added = addName(present, rule);
  if (added) return added;
  const at = topOf(dockerfile.text);
  const { newline } = dockerfile;
  // A last line without an end gets one: the comment must not become part of it.
  const lead = at > 0 && !/[\n\uFEFF]/.test(dockerfile.text.charAt(at - 1)) ? newline : '';
  const newText = `${lead}# jettison global ignore=${rule}${newline}`;
  return [{ span: { start: at, end: at }, newText }];
}

function ours(dockerfile: Dockerfile): readonly Suppression[] {
  return readSuppressions(dockerfile).filter(({ by, names }) => by === 'jettison' && names.length > 0);
}

/** Behind the last name of the nearest comment; the reason that may follow stays its reason. */
function addName(comments: readonly Suppression[], rule: string): readonly TextEdit[] | undefined {
  const last = comments.at(-1)?.names.at(-1);
  return last && [{ span: { start: last.at.end, end: last.at.end }, newText: `,${rule}` }];
}

/** A line of its own in front of the line that the token is the first on, and as far from the margin. */
function insertLine({ text, newline }: Dockerfile, token: Span, comment: string): readonly TextEdit[] {
  const indent =
    /[ \t]*$/.exec(text.slice(text.lastIndexOf('\n', token.start - 1) + 1, token.start))?.[0] ?? '';
  const start = token.start - indent.length;
  return [{ span: { start, end: start }, newText: `${indent}${comment}${newline}` }];
}

/**
 * Where a comment can be put without parting the file from its parser directives: below a `#!` line and every line that
 * looks like a directive, also like one that BuildKit does not know.
 */
function topOf(text: string): number {
  const head =
    /^\uFEFF?(?:#![^\n]*(?:\n|$))?(?:[ \t]*#[ \t]*[a-zA-Z][a-zA-Z0-9]*[ \t]*=[^\n]*(?:\n|$))*/.exec(text);
  return head?.[0].length ?? 0;
}

function holds(span: Span, offset: number): boolean {
  return span.start <= offset && offset < span.end;
}
