import type { Comment, Dockerfile, Instruction } from '../../../dockerfile/ast';

const remembered = new WeakMap<Dockerfile, ReadonlyMap<Instruction, readonly Comment[]>>();

/**
 * The comments that BuildKit counts as standing before an instruction (parser/parser.go, `Parse`): all since the
 * instruction before it, blank lines or not, but only those after the last empty comment. Comments that do not start
 * in the first column are left out: BuildKit keeps their `#` as text, so that they are neither directive nor
 * description.
 */
export function commentsBefore(dockerfile: Dockerfile, instruction: Instruction): readonly Comment[] {
  let all = remembered.get(dockerfile);
  if (!all) remembered.set(dockerfile, (all = group(dockerfile)));
  return all.get(instruction) ?? [];
}

function group({ text, comments, instructions }: Dockerfile): Map<Instruction, readonly Comment[]> {
  const groups = new Map<Instruction, readonly Comment[]>();
  let next = 0;
  let lastEnd = 0;
  for (const instruction of instructions) {
    let before: Comment[] = [];
    for (; next < comments.length; next++) {
      const comment = comments[next] as Comment;
      if (comment.span.start > instruction.span.start) break;
      if (comment.span.start < lastEnd || !isFirstColumn(text, comment.span.start)) continue;
      if (comment.content === '') before = [];
      else before.push(comment);
    }
    if (before.length > 0) groups.set(instruction, before);
    lastEnd = instruction.lines.end;
  }
  return groups;
}

function isFirstColumn(text: string, offset: number): boolean {
  const before = text.charAt(offset - 1);
  return before === '' || before === '\n' || before === '\uFEFF';
}
