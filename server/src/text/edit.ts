import type { Span } from './span';

/** Replaces the span by `newText`. An empty span inserts. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
  /** Why, in the user's words; shown beside the hunk in a preview. */
  readonly reason?: string;
}

/** Two edits touch the same characters: a fault of the caller, never of the user's file. */
export class OverlappingEdits extends Error {
  constructor(first: TextEdit, second: TextEdit) {
    super(
      `edits overlap: [${first.span.start}, ${first.span.end}) and [${second.span.start}, ${second.span.end})`,
    );
    this.name = 'OverlappingEdits';
  }
}

/**
 * Sorts edits by place. Insertions at one offset keep their given order.
 * @throws OverlappingEdits when two of them touch the same characters.
 */
export function sortEdits(edits: readonly TextEdit[]): TextEdit[] {
  const sorted = edits
    .map((edit, order) => ({ edit, order }))
    .sort(
      (a, b) =>
        a.edit.span.start - b.edit.span.start || a.edit.span.end - b.edit.span.end || a.order - b.order,
    )
    .map(({ edit }) => edit);
  for (let i = 1; i < sorted.length; i++) {
    const before = sorted[i - 1] as TextEdit;
    const here = sorted[i] as TextEdit;
    if (here.span.start < before.span.end) throw new OverlappingEdits(before, here);
  }
  return sorted;
}

/**
 * The text after the edits; every character outside their spans is kept as it is.
 * @throws OverlappingEdits
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const edit of sortEdits(edits)) {
    result += text.slice(at, edit.span.start) + edit.newText;
    at = edit.span.end;
  }
  return result + text.slice(at);
}
