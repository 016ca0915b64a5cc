/** A measurement beside its budget. */
export interface Row {
  readonly what: string;
  readonly budget: string;
  readonly measured: string;
  /** Undefined where there is no budget. */
  readonly within: boolean | undefined;
}

export function table(rows: readonly Row[]): string {
  const cells = rows.map(({ what, budget, measured, within }) => [
    what,
    budget,
    measured,
    within === undefined ? '' : within ? 'within' : 'OVER',
  ]);
  const lines = [['what', 'budget', 'measured', ''], ...cells];
  const widths = [0, 1, 2].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

export function milliseconds(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 0)} ms`;
}

/** @param percent of the values are at or below the result. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((sorted.length * percent) / 100) - 1)] ?? NaN;
}

export function kibibytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024)} KiB`;
}
