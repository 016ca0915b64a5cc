import { convertDockerfile } from './convert/convert';
import type { Conversion, ConvertOptions } from './convert/conversion';
import { parseDockerfile } from './dockerfile/parse';
import { ecosystems } from './ecosystems/all';
import { buildModel } from './model/build';
import { effectsOf } from './model/effects/effects';
import type { BuildModel } from './model/model';
import type { Project } from './project/project';
import { analyse, type AnalysisOptions, type ReportedFinding } from './rules/analyse';
import { readConfiguration, type ConfigurationReading } from './rules/configuration/read';
import { isManifest } from './rules/facts/manifests';
import { isNodeSource } from './rules/facts/node-sources';
import { allRules } from './rules/index';
import type { Rule } from './rules/rule';
import { suppressHere, suppressInFile } from './rules/suppression/write';
import type { TextEdit } from './text/edit';
import type { Span } from './text/span';

export type { AnalysisOptions, ReportedFinding };

/**
 * What Jettison does with a Dockerfile, free of editor, protocol and operating system.
 * All functions are pure: equal input, equal output. None throws on any input.
 */
export interface JettisonService {
  readonly rules: readonly Rule[];
  /** Findings in document order. A rule that throws is logged and left out. */
  lint(text: string, project: Project, options?: AnalysisOptions): readonly ReportedFinding[];
  /**
   * The edits that write a suppression comment for a rule: for the instruction that a finding starts in, or for the file.
   * None where the finding lies in no instruction.
   */
  suppress(text: string, rule: string, where: Span | 'file'): readonly TextEdit[];
  /** Reads the text of a `.jettison.json`. */
  readConfiguration(text: string): ConfigurationReading;
  /** A fault in the analysis is logged and becomes a refusal. */
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

const asShipped: AnalysisOptions = { severities: {} };
/**
 * For the converter, which changes nothing that BuildKit's checks are about. Hints are no faults, and whoever asks for a
 * slim runtime image is not to be told that there is a smaller one. Comments move with what they stand above: a
 * conversion is judged by what is there, whatever they say of it.
 */
const asItIs: AnalysisOptions = {
  severities: Object.fromEntries(
    allRules
      .filter(
        ({ id, group, severity }) =>
          group === 'buildkit' || severity === 'hint' || id === 'could-be-distroless',
      )
      .map(({ id }) => [id, 'off' as const]),
  ),
  suppressions: 'ignored',
};
const smallest: ConvertOptions = { runtime: 'auto', optimise: false };

export function createService({ log }: ServiceDependencies): JettisonService {
  const parse = rememberLast(parseDockerfile);
  const modelOf = (text: string, project: Project): BuildModel =>
    buildModel(parse(text), {
      classify: (command, stage) =>
        effectsOf(command, {
          classify: () => {
            for (const ecosystem of ecosystems) {
              const effects = ecosystem.classify(command, stage, project);
              if (effects) return effects;
            }
            return undefined;
          },
        }),
    });
  const lintModel = (model: BuildModel, project: Project, options: AnalysisOptions) =>
    analyse(allRules, model, project, options, log);

  return {
    rules: allRules,
    lint(text, project, options = asShipped) {
      return guarded('lint', log, () => lintModel(modelOf(text, project), project, options)) ?? [];
    },
    suppress(text, rule, where) {
      const suppress = (): readonly TextEdit[] => {
        const dockerfile = parseDockerfile(text);
        return where === 'file' ? suppressInFile(dockerfile, rule) : suppressHere(dockerfile, rule, where);
      };
      return guarded('suppress', log, suppress) ?? [];
    },
    readConfiguration: (text) =>
      readConfiguration(
        text,
        allRules.map(({ id }) => id),
      ),
    convert(text, project, options = {}) {
      const conversion = guarded('convert', log, () =>
        convertDockerfile(
          text,
          project,
          { ...smallest, ...options },
          {
            ecosystems,
            model: (source) => modelOf(source, project),
            lint: (model) =>
              lintModel(model, project, asItIs).map(({ rule, message }) => ({ rule: rule.id, message })),
          },
        ),
      );
      return (
        conversion ?? {
          status: 'refused',
          reasons: [{ message: 'the analysis failed on this file; the log tells more', at: undefined }],
          steps: [],
        }
      );
    },
    wantsFile: (path) =>
      isManifest(path) || isNodeSource(path) || ecosystems.some((ecosystem) => ecosystem.wantsFile(path)),
    copySources(text) {
      const sources = parse(text).instructions.flatMap((instruction) =>
        (instruction.kind === 'copy' || instruction.kind === 'add') && !instruction.from
          ? instruction.sources
          : [],
      );
      return sources
        .map((word) => word.value)
        .filter((value) => !value.includes('$') && !value.startsWith('<<'));
    },
  };
}

/** A text is asked about several times in a row: for its COPY sources, its findings and its conversion. */
function rememberLast<T extends object>(work: (text: string) => T): (text: string) => T {
  let last: { readonly text: string; readonly result: T } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, result: work(text) };
    return last.result;
  };
}

function guarded<T>(what: string, log: (message: string) => void, run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    log(`${what} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return undefined;
  }
}
