import type { Conversion, ExplainedStep, Reason } from '../convert/conversion';
import type { Severity } from '../rules/rule';
import type { JettisonService, ReportedFinding } from '../service';
import type { LineIndex } from '../text/span';
import type { LintedFile } from './report-json';
import { printable } from './terminal';

/** How much of a long source line is shown, in UTF-16 units. */
const shownWidth = 120;

const colours: Readonly<Record<Severity, string>> = {
  error: '\u001b[31m',
  warning: '\u001b[33m',
  information: '\u001b[36m',
  hint: '\u001b[2m',
};
const reset = '\u001b[0m';

/** One-based lines and columns, with the source line and a row of carets below each finding. */
export function lintText({ path, lines, findings }: LintedFile, colour: boolean): string {
  return findings.map((finding) => findingText(path, lines, finding, colour)).join('');
}

function findingText(path: string, lines: LineIndex, finding: ReportedFinding, colour: boolean): string {
  const { at, message, rule, severity } = finding;
  const { line, character } = lines.positionAt(at.start);
  const level = colour ? `${colours[severity]}${severity}${reset}` : severity;
  const place = printable(`${path}:${line + 1}:${character + 1}`);
  const sentence = printable(message.replace(/\s*\n\s*/g, ' '));
  return `${place} ${level} ${sentence} (${rule.id})\n${sourceWithCarets(lines, at.start, at.end)}`;
}

function sourceWithCarets(lines: LineIndex, start: number, end: number): string {
  const line = lines.lineAt(start);
  const lineStart = lines.lineStart(line);
  const lineEnd = endOfLine(lines, line);
  // A finding far out in a long line is shown with some of what stands before it.
  const from = start - lineStart < shownWidth ? lineStart : start - 40;
  const to = Math.min(lineEnd, from + shownWidth);
  const source = lines.text.slice(from, to);
  const before = lines.text.slice(from, start).replace(/[^\t]/g, ' ');
  const marked = Math.max(1, Math.min(end, to) - start);
  const left = from > lineStart ? '…' : '';
  const right = to < lineEnd ? '…' : '';
  const indent = left === '' ? '' : ' ';
  return `  ${left}${printable(source)}${right}\n  ${indent}${before}${'^'.repeat(marked)}\n`;
}

function endOfLine(lines: LineIndex, line: number): number {
  let end = line + 1 < lines.lineCount ? lines.lineStart(line + 1) : lines.text.length;
  while (end > lines.lineStart(line) && /[\r\n]/.test(lines.text.charAt(end - 1))) end--;
  return end;
}

/** A sentence with the line that it is about. */
export function reasonText({ message, at }: Reason, path: string, lines: LineIndex): string {
  const place = at === undefined ? path : `${path}:${lines.positionAt(at.start).line + 1}`;
  return printable(`${place}: ${message}`);
}

/** What became of each instruction, stage by stage, in the order of the new file. */
export function planText(conversion: Conversion, lines: LineIndex): string {
  if (conversion.status === 'nothing-to-do') return 'nothing to do\n';
  const head = conversion.status === 'converted' ? `runtime image: ${conversion.runtime}` : 'refused';
  const rows = conversion.steps.map((step) => planRow(step, lines));
  const widths = [0, 1, 2].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)));
  const body = rows.map((row) => {
    const [line = '', action = '', stage = '', text = '', reason = ''] = row;
    const aligned = [
      line.padStart(widths[0] ?? 0),
      action.padEnd(widths[1] ?? 0),
      stage.padEnd(widths[2] ?? 0),
    ];
    return `${aligned.join('  ')}  ${text}\n${' '.repeat(aligned.join('  ').length + 4)}${reason}\n`;
  });
  return printable(`${head}\n${body.join('')}`);
}

function planRow({ action, stage, subject, reason, at }: ExplainedStep, lines: LineIndex): readonly string[] {
  const line = at === undefined ? '' : String(lines.positionAt(at.start).line + 1);
  return [line, action, stage ?? '', subject, reason];
}

export function rulesText({ rules }: JettisonService): string {
  const idWidth = Math.max(0, ...rules.map(({ id }) => id.length));
  return rules
    .map(({ id, severity, summary }) => `${id.padEnd(idWidth)}  ${severity.padEnd(11)}  ${summary}\n`)
    .join('');
}
