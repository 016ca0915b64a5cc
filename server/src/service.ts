import type { Conversion, ConvertOptions } from './convert/conversion';
import type { Project } from './project/project';
import type { Finding, Rule, Severity } from './rules/rule';

/** Severity overrides by rule id; `off` silences a rule. */
export interface AnalysisOptions {
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
}

export interface ReportedFinding extends Finding {
  readonly rule: Rule;
  readonly severity: Severity;
}

/**
 * What Jettison does with a Dockerfile, free of editor, protocol and operating system.
 * All functions are pure: equal input, equal output. None throws on any input.
 */
export interface JettisonService {
  readonly rules: readonly Rule[];
  /** Findings in document order. A rule that throws is logged and left out. */
  lint(text: string, project: Project, options?: AnalysisOptions): readonly ReportedFinding[];
  convert(text: string, project: Project, options?: Partial<ConvertOptions>): Conversion;
  /** Which files of a build context must be loaded as text before `lint` and `convert` can use them. */
  wantsFile(path: string): boolean;
  /** Sources of COPY and ADD from the build context, as written, without those that hold variables: they tell where the context is. */
  copySources(text: string): readonly string[];
}

export interface ServiceDependencies {
  /** Told of faults in rules; the analysis goes on without them. */
  log(message: string): void;
}

export function createService(_dependencies: ServiceDependencies): JettisonService {
  return {
    rules: [],
    lint: () => [],
    convert: () => ({ status: 'nothing-to-do', reasons: [] }),
    wantsFile: () => false,
    copySources: () => [],
  };
}
