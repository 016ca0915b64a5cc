import type { Safety } from './rules/rule';
import type { ReportedFinding } from './service';
import { editedText } from './text/compose';
import { sortEdits, type TextEdit } from './text/edit';

export interface FixAllOptions {
  /** Fixes of these are made, and no others. */
  readonly accepted: readonly Safety[];
  lint(text: string): readonly ReportedFinding[];
  /** Told of fixes that throw, which are left out, and of fixes that never come to rest. */
  log(message: string): void;
}

/** Each pass makes at least one fix. A file that still changes after so many has fixes that feed on each other. */
const passes = 100;

/**
 * The edits that make every accepted fix, also those that another fix made possible or had to wait for. Doing it again
 * changes nothing: where fixes undo each other, the first text of their circle is taken; where they never come to
 * rest, nothing is changed.
 */
export function fixAll(text: string, { accepted, lint, log }: FixAllOptions): readonly TextEdit[] {
  let current = editedText(text);
  const seen = new Map([[text, current]]);
  const told = new Set<string>();
  const tellOnce = (message: string): void => {
    if (!told.has(message)) log(message);
    told.add(message);
  };
  for (let pass = 0; pass < passes; pass++) {
    const edits = onePass(lint(current.text), accepted, tellOnce);
    const next = current.edited(edits);
    const before = seen.get(next.text);
    if (before) return before.edits();
    current = next;
    seen.set(current.text, current);
  }
  log(`the fixes do not come to rest after ${passes} passes; none is made`);
  return [];
}

/** Of each finding its first accepted fix, unless it touches text that an earlier one changes: it waits for the next pass. */
function onePass(
  findings: readonly ReportedFinding[],
  accepted: readonly Safety[],
  log: (message: string) => void,
): readonly TextEdit[] {
  const chosen: TextEdit[] = [];
  for (const { rule, fixes = [] } of findings) {
    const fix = fixes.find(({ safety }) => safety === 'safe' && accepted.includes(safety));
    const made = fix ?? fixes.find(({ safety }) => accepted.includes(safety));
    if (made === undefined) continue;
    try {
      const edits = sortEdits(made.edits());
      if (!edits.some((edit) => chosen.some((other) => touch(edit, other)))) chosen.push(...edits);
    } catch (error) {
      log(
        `a fix of ${rule.id} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    }
  }
  return chosen;
}

/** Neighbours count as touching: two insertions at one place come out in an order that neither fix has seen. */
function touch(a: TextEdit, b: TextEdit): boolean {
  return a.span.start <= b.span.end && b.span.start <= a.span.end;
}
