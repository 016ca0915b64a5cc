import { fixAllEdits } from '../fix-all';
import type { Safety, Severity } from '../rules/rule';
import type { JettisonService, ReportedFinding } from '../service';
import { applyEdits } from '../text/edit';
import { LineIndex } from '../text/span';
import type { LoadContext } from './convert';
import { dockerfilesAt } from './find-dockerfiles';
import { lintJson, type LintedFile } from './report-json';
import { lintText } from './report-text';
import { readInput, readSource, writeSource, type SourceFile } from './source-file';
import { counted, exitCode, UnusableInput, type ExitCode, type Terminal } from './terminal';

export interface LintOptions {
  readonly format: 'text' | 'json';
  readonly fix: boolean;
  readonly fixReview: boolean;
  /** Findings below do not change the exit code. */
  readonly severity: Severity;
  readonly stdinFilename: string | undefined;
}

export const severityOrder: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** `jettison lint` */
export async function lint(
  terminal: Terminal,
  service: JettisonService,
  loadContext: LoadContext,
  paths: readonly string[],
  options: LintOptions,
): Promise<ExitCode> {
  const accepted: readonly Safety[] = options.fixReview ? ['safe', 'review'] : options.fix ? ['safe'] : [];
  let unusable = false;
  const complain = (message: string): void => {
    unusable = true;
    terminal.err(`jettison: ${message}\n`);
  };
  const linted: LintedFile[] = [];
  for await (const source of sources(terminal, paths, options, complain)) {
    const file = await attempt(complain, () => lintFile(source, service, loadContext, accepted, complain));
    if (file === undefined) continue;
    linted.push(file);
    if (options.format === 'text') terminal.out(lintText(file, terminal.colour));
  }
  if (options.format === 'json') terminal.out(lintJson(linted));
  else terminal.err(`${summary(linted)}\n`);
  if (unusable) return exitCode.unusable;
  const limit = severityOrder.indexOf(options.severity);
  const fails = ({ severity }: ReportedFinding): boolean => severityOrder.indexOf(severity) <= limit;
  return linted.some(({ findings }) => findings.some(fails)) ? exitCode.findings : exitCode.clean;
}

async function lintFile(
  source: SourceFile,
  service: JettisonService,
  loadContext: LoadContext,
  accepted: readonly Safety[],
  complain: (message: string) => void,
): Promise<LintedFile> {
  const project = await loadContext(source, undefined);
  let { text } = source;
  let findings = service.lint(text, project);
  if (accepted.length > 0) {
    const edits = fixAllEdits(findings, accepted, ({ rule }, error) =>
      complain(`${source.shown}: the fix of ${rule.id} failed: ${String(error)}`),
    );
    const fixed = applyEdits(text, edits);
    if (fixed !== text) {
      await writeSource(source, fixed);
      text = fixed;
      findings = service.lint(text, project);
    }
  }
  return { path: source.shown, lines: new LineIndex(text), findings };
}

async function* sources(
  terminal: Terminal,
  paths: readonly string[],
  { stdinFilename, fix, fixReview }: LintOptions,
  complain: (message: string) => void,
): AsyncGenerator<SourceFile> {
  const seen = new Set<string>();
  for (const given of paths) {
    if (given === '-') {
      if (fix || fixReview) throw new UnusableInput('--fix needs files: standard input cannot be rewritten');
      const input = await attempt(complain, () => readInput(terminal, stdinFilename ?? 'Dockerfile'));
      if (input) yield input;
      continue;
    }
    const found = (await attempt(complain, () => dockerfilesAt(terminal, given, complain))) ?? [];
    for (const file of found) {
      const source = await attempt(complain, () => readSource(terminal, file));
      if (source === undefined || seen.has(source.path)) continue;
      seen.add(source.path);
      yield source;
    }
  }
}

/** One bad file does not keep the others from being linted. */
async function attempt<T>(
  complain: (message: string) => void,
  work: () => T | Promise<T>,
): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UnusableInput)) throw error;
    complain(error.message);
    return undefined;
  }
}

function summary(files: readonly LintedFile[]): string {
  if (files.length === 0) return 'no Dockerfiles found';
  const count = files.reduce((sum, { findings }) => sum + findings.length, 0);
  return `${counted(count, 'finding')} in ${counted(files.length, 'file')}`;
}
