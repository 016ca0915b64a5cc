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

/** No honest set of fixes makes a file so much longer, in UTF-16 units; those that double it each time are stopped early. */
const growth = 100_000;

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
    if (next.text.length > text.length + growth) break;
    current = next;
    seen.set(current.text, current);
  }
  log('the fixes do not come to rest: none is made');
  return [];
}

/** Of each finding its first accepted fix, unless it touches text that an earlier one changes: it waits for the next pass. */
function onePass(
  findings: readonly ReportedFinding[],
  accepted: readonly Safety[],
  log: (message: string) => void,
): readonly TextEdit[] {
  const chosen = new SeparateEdits();
  for (const { rule, fixes = [] } of findings) {
    const fix = fixes.find(({ safety }) => safety === 'safe' && accepted.includes(safety));
    const made = fix ?? fixes.find(({ safety }) => accepted.includes(safety));
    if (made === undefined) continue;
    try {
      chosen.addUnlessTouching(sortEdits(made.edits()));
    } catch (error) {
      log(
        `a fix of ${rule.id} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    }
  }
  return chosen.edits;
}

/**
 * Edits that do not touch each other, sorted. Neighbours count as touching: two insertions at one place come out in an
 * order that neither fix has seen.
 */
class SeparateEdits {
  readonly edits: TextEdit[] = [];

  /** @param edits of one fix, sorted: all or none are taken. */
  addUnlessTouching(edits: readonly TextEdit[]): void {
    if (
      edits.some(
        ({ span }) => (this.edits[this.firstEndingAt(span.start)]?.span.start ?? Infinity) <= span.end,
      )
    )
      return;
    const [first] = edits;
    if (!first) return;
    const place = this.firstEndingAt(first.span.start);
    this.edits.splice(place, 0, ...edits);
    // Edits of one fix may lie far apart, with those of others between them.
    if ((this.edits[place + edits.length]?.span.start ?? Infinity) < (edits.at(-1) ?? first).span.start)
      this.edits.sort((a, b) => a.span.start - b.span.start);
  }

  /** Index of the first edit that ends at the offset or behind it. */
  private firstEndingAt(offset: number): number {
    let low = 0;
    let high = this.edits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.edits[middle] as TextEdit).span.end < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
