import type { Comment, Directive, Dockerfile, Instruction } from '../../dockerfile/ast';
import type { Span } from '../../text/span';
import type { SuppressedName, Suppression } from './suppression';

/**
 * Reads, in the order of the file,
 * - `# jettison ignore=RULE[,RULE] [reason]`: the next instruction, or the one that the comment stands inside;
 * - `# jettison global ignore=RULE[,RULE] [reason]`: the file;
 * - `# hadolint ignore=DL3002`, `# hadolint global ignore=DL3002`, likewise (hadolint's README, "Ignoring Rules");
 * - `# check=skip=NAME,NAME` and `# check=skip=all`: BuildKit's directive, the file.
 */
export function readSuppressions(dockerfile: Dockerfile): readonly Suppression[] {
  const found: Suppression[] = [];
  for (const directive of dockerfile.directives) {
    if (directive.name !== 'check') continue;
    const names = skippedChecks(dockerfile.text, directive);
    if (names.length > 0) found.push({ by: 'buildkit', at: directive.span, names, scope: 'file' });
  }
  let next = 0;
  for (const comment of dockerfile.comments) {
    const words = /^(jettison|hadolint)\s+(global\s+)?ignore\b/i.exec(comment.content);
    if (!words) continue;
    const by = words[1]?.toLowerCase() === 'hadolint' ? 'hadolint' : 'jettison';
    const start = dockerfile.text.indexOf(comment.content, comment.span.start + 1);
    const names = namesBehind(comment, start, words[0].length, by === 'hadolint' ? hadolintCode : ruleId);
    while (endsBefore(dockerfile.instructions[next], comment.span)) next++;
    const scope = words[2] === undefined ? upTo(dockerfile.instructions[next], comment.span) : 'file';
    found.push({ by, at: comment.span, names, scope });
  }
  return found;
}

const ruleId = '[A-Za-z][\\w-]*';
const hadolintCode = '[A-Z]{2}\\d+';

/** The list behind `ignore=`, up to the first word that no comma leads to: there the reason begins. */
function namesBehind(
  { content }: Comment,
  contentStart: number,
  from: number,
  name: string,
): readonly SuppressedName[] {
  const list = new RegExp(`^\\s*=\\s*(${name}(?:\\s*,\\s*${name})*)`).exec(content.slice(from));
  if (list?.[1] === undefined) return [];
  const start = contentStart + from + list[0].length - list[1].length;
  return [...list[1].matchAll(new RegExp(name, 'g'))].map(({ 0: word, index }) =>
    nameAt(word, start + index),
  );
}

/** `skip=A,B;error=true`: BuildKit's linter/linter.go, `ParseLintOptions`. */
function skippedChecks(text: string, { value, span }: Directive): readonly SuppressedName[] {
  const valueStart = text.lastIndexOf(value, span.end - value.length);
  const skip = /(?:^|;)\s*skip\s*=([^;]*)/.exec(value);
  if (skip?.[1] === undefined) return [];
  const start = valueStart + skip.index + skip[0].length - skip[1].length;
  return [...skip[1].matchAll(/[^\s,]+/g)].map(({ 0: word, index }) => nameAt(word, start + index));
}

function nameAt(name: string, start: number): SuppressedName {
  return { name, at: { start, end: start + name.length } };
}

function upTo(instruction: Instruction | undefined, comment: Span): Suppression['scope'] {
  if (!instruction) return 'nothing';
  const { start, end } = instruction.lines;
  return { start: Math.min(comment.start, start), end };
}

function endsBefore(instruction: Instruction | undefined, { start }: Span): boolean {
  return instruction !== undefined && instruction.lines.end <= start;
}
