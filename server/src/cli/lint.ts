import { fixAll } from '../fix-all';
import { withTargets } from '../project/named-targets';
import type { Safety, Severity } from '../rules/rule';
import type { AnalysisOptions, JettisonService, ReportedFinding } from '../service';
import { applyEdits } from '../text/edit';
import { LineIndex } from '../text/span';
import type { ConfigurationOf } from './configurations';
import type { LoadContext } from './convert';
import { dockerfilesAt } from './find-dockerfiles';
import { githubCommands } from './report-github';
import { lintJson, type LintedFile } from './report-json';
import { lintSarif } from './report-sarif';
import { lintText } from './report-text';
import { readInput, readSource, writeSource, type SourceFile } from './source-file';
import { counted, exitCode, UnusableInput, type ExitCode, type Terminal } from './terminal';

export const reportFormats = ['text', 'json', 'sarif', 'github'] as const;
export type ReportFormat = (typeof reportFormats)[number];

export interface LintDependencies {
  /** Of this program. */
  readonly version: string;
  readonly service: JettisonService;
  readonly loadContext: LoadContext;
  readonly configuration: ConfigurationOf;
}

export interface LintOptions {
  readonly format: ReportFormat;
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
  dependencies: LintDependencies,
  paths: readonly string[],
  options: LintOptions,
): Promise<ExitCode> {
  const accepted: readonly Safety[] = options.fixReview ? ['safe', 'review'] : options.fix ? ['safe'] : [];
  // A faulty configuration is the fault of many files, and said once.
  const complaints = new Set<string>();
  const complain = (message: string): void => {
    if (!complaints.has(message)) terminal.err(`jettison: ${message.replaceAll('\n', '\njettison: ')}\n`);
    complaints.add(message);
  };
  const linted: LintedFile[] = [];
  for await (const source of sources(terminal, paths, options, complain)) {
    const file = await attempt(complain, () => lintFile(source, dependencies, accepted, complain));
    if (file === undefined) continue;
    linted.push(file);
    if (options.format === 'text') terminal.out(lintText(file, terminal.colour));
    if (options.format === 'github') terminal.out(githubCommands(file));
  }
  if (options.format === 'json') terminal.out(lintJson(linted));
  else if (options.format === 'sarif') terminal.out(lintSarif(linted, dependencies, [...complaints]));
  else terminal.err(`${summary(linted)}\n`);
  if (complaints.size > 0) return exitCode.unusable;
  const limit = severityOrder.indexOf(options.severity);
  const fails = ({ severity }: ReportedFinding): boolean => severityOrder.indexOf(severity) <= limit;
  return linted.some(({ findings }) => findings.some(fails)) ? exitCode.findings : exitCode.clean;
}

async function lintFile(
  source: SourceFile,
  { service, loadContext, configuration }: LintDependencies,
  accepted: readonly Safety[],
  complain: (message: string) => void,
): Promise<LintedFile> {
  const { severities, trustedRegistries, targets, uri } = await configuration(source);
  const project = withTargets(await loadContext(source, undefined), targets, uri);
  const options: AnalysisOptions = { severities, trustedRegistries };
  const findingsIn = (given: string): readonly ReportedFinding[] => service.lint(given, project, options);
  let { text } = source;
  if (accepted.length > 0) {
    const log = (message: string): void => complain(`${source.shown}: ${message}`);
    text = applyEdits(text, fixAll(text, { accepted, lint: findingsIn, log }));
    if (text !== source.text) await writeSource(source, text);
  }
  const findings = findingsIn(text);
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
