import type { Safety } from './rules/rule';
import type { ReportedFinding } from './service';
import type { TextEdit } from './text/edit';

/**
 * Edits of as many fixes as can be made in one pass: of each finding its first fix of an accepted safety, unless it
 * touches text that an earlier one changes. What is left out shows again when the result is linted.
 * @param faulty told of fixes that throw; they are left out.
 */
export function fixAllEdits(
  findings: readonly ReportedFinding[],
  accepted: readonly Safety[],
  faulty: (finding: ReportedFinding, error: unknown) => void,
): readonly TextEdit[] {
  const chosen: TextEdit[] = [];
  for (const finding of findings) {
    const fix = finding.fixes?.find(({ safety }) => accepted.includes(safety));
    if (fix === undefined) continue;
    try {
      const edits = fix.edits();
      if (!edits.some((edit) => chosen.some((other) => touch(edit, other)))) chosen.push(...edits);
    } catch (error) {
      faulty(finding, error);
    }
  }
  return chosen;
}

/** Neighbours count as touching: two insertions at one place come out in an order that neither fix has seen. */
function touch(a: TextEdit, b: TextEdit): boolean {
  return a.span.start <= b.span.end && b.span.start <= a.span.end;
}
