import type { Instruction } from '../../server/src/dockerfile/ast';
import { parseDockerfile } from '../../server/src/dockerfile/parse';
import type { ReportedFinding } from '../../server/src/service';
import { parseShell } from '../../server/src/shell/parse';
import { applyEdits } from '../../server/src/text/edit';

/** A way to look at a text that stays the same while its fixes are tried. */
export type Lint = (text: string) => readonly ReportedFinding[];

/** One fix of one finding, by their places in what `lint` gives. */
export interface FixPlace {
  readonly finding: number;
  readonly fix: number;
}

/**
 * What is wrong with a text after one fix was made alone; empty where the fix keeps its promises: the text still reads,
 * the finding is gone, and no fault came in its place.
 */
export function judgeFix(
  text: string,
  before: readonly ReportedFinding[],
  { finding, fix }: FixPlace,
  lint: Lint,
): string[] {
  const found = before[finding];
  const edits = found?.fixes?.[fix]?.edits();
  if (!found || !edits) return ['there is no such fix'];
  if (edits.length === 0) return ['has no edit'];
  if (edits.some(({ span: { start, end } }) => start < 0 || end < start || end > text.length))
    return ['reaches out of the text'];
  const fixed = applyEdits(text, edits);
  if (fixed === text) return ['changes nothing'];
  const after = lint(fixed);
  const faults = newProblems(problemsOf(text), problemsOf(fixed));
  if (count(after, found.rule.id) >= count(before, found.rule.id)) faults.push('the finding stays');
  const ids = new Set(after.filter(isFault).map(({ rule }) => rule.id));
  for (const id of ids) {
    if (count(after, id) > count(before, id)) faults.push(`brings ${id}`);
  }
  return faults;
}

/**
 * What differs when the same fix is made in the text with Windows line endings: everything but the endings must be alike.
 * @param text has no carriage return.
 */
export function judgeLineEndings(
  text: string,
  before: readonly ReportedFinding[],
  { finding, fix }: FixPlace,
  crlf: { readonly text: string; readonly findings: readonly ReportedFinding[] },
): string[] {
  const [here, there] = [before[finding], crlf.findings[finding]];
  if (here?.rule !== there?.rule) return ['is not there with CRLF'];
  const edits = here?.fixes?.[fix]?.edits() ?? [];
  const other = there?.fixes?.[fix]?.edits();
  if (!other) return ['is not offered with CRLF'];
  const fixed = applyEdits(crlf.text, other);
  const faults: string[] = [];
  if (/(^|[^\r])\n/.test(fixed)) faults.push('mixes line endings');
  if (/\r(?!\n)/.test(fixed)) faults.push('leaves a lone carriage return');
  if (faults.length === 0 && fixed.replaceAll('\r\n', '\n') !== applyEdits(text, edits))
    faults.push('does something else with CRLF');
  return faults;
}

const isFault = ({ severity }: ReportedFinding): boolean => severity === 'error' || severity === 'warning';

function count(findings: readonly ReportedFinding[], id: string): number {
  return findings.filter(({ rule }) => rule.id === id).length;
}

/** How often a text cannot be read, by what is wrong with it. */
function problemsOf(text: string): Map<string, number> {
  const problems = new Map<string, number>();
  const add = (problem: string): void => void problems.set(problem, (problems.get(problem) ?? 0) + 1);
  const look = (instruction: Instruction): void => {
    if (instruction.kind === 'unknown') add('an instruction that is none');
    if (instruction.kind === 'onbuild' && instruction.trigger) look(instruction.trigger);
    if (instruction.kind === 'run' && instruction.arguments.form === 'shell') {
      const { fault } = parseShell(instruction.arguments.text);
      if (fault) add('a RUN that no shell understands');
    }
    if (instruction.heredocs.some(({ closed }) => !closed)) add('a heredoc without an end');
  };
  parseDockerfile(text).instructions.forEach(look);
  return problems;
}

function newProblems(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): string[] {
  return [...after]
    .filter(([what, times]) => times > (before.get(what) ?? 0))
    .map(([what]) => `makes ${what}`);
}
