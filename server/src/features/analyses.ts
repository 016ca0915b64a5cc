import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Conversion } from '../convert/conversion';
import type { DockerfileConfiguration } from '../host/configuration-file';
import type { ProjectSnapshots } from '../host/project-snapshots';
import type { Settings, SettingsSource } from '../host/settings';
import type { Project } from '../project/project';
import type { AnalysisOptions, JettisonService, ReportedFinding } from '../service';

/** What is read from files for one Dockerfile. */
export interface Surroundings {
  readonly project: Project;
  readonly configuration: DockerfileConfiguration;
}

/** What is known of one version of a document. All features share it, so that it is worked out once. */
export interface Analysis {
  /** Differs whenever the text, the project or the settings did. */
  readonly id: string;
  /** Differs whenever the text did: between two analyses of one text the project came, or a setting changed. */
  readonly text: string;
  /** Live: compare its version with `version` before mapping offsets after an await. */
  readonly document: TextDocument;
  readonly version: number;
  readonly findings: readonly ReportedFinding[];
  /** Findings that the document would have with another text. */
  lint(text: string): readonly ReportedFinding[];
  /** True when a comment can silence this finding alone, not only the rule in the whole file. */
  suppressible(finding: ReportedFinding): boolean;
  /** Worked out when first asked for. */
  conversion(optimise: boolean): Conversion;
}

export interface Analyses {
  /**
   * Undefined for documents that are not open, not Dockerfiles, or switched off in the settings.
   * @throws ResponseError when the request was cancelled meanwhile: nothing is worked out in vain.
   */
  of(uri: string, token?: CancellationToken): Promise<Analysis | undefined>;
  forget(uri: string): void;
}

/** What one version of a document is, whatever lies around it. */
interface KnownText {
  readonly id: string;
  readonly version: number;
  readonly copySources: readonly string[];
}

interface Remembered {
  readonly surroundings: Surroundings;
  readonly settings: Settings;
  readonly analysis: Analysis;
}

export function createAnalyses(
  service: JettisonService,
  documents: { get(uri: string): TextDocument | undefined },
  snapshots: ProjectSnapshots<Surroundings>,
  settingsSource: SettingsSource,
): Analyses {
  const remembered = new Map<string, Remembered>();
  let count = 0;

  const texts = new WeakMap<TextDocument, KnownText>();
  function textOf(document: TextDocument): KnownText {
    const known = texts.get(document);
    if (known?.version === document.version) return known;
    const copySources = service.copySources(document.getText());
    const text = { id: String(++count), version: document.version, copySources };
    texts.set(document, text);
    return text;
  }

  function analyse(
    document: TextDocument,
    { project, configuration }: Surroundings,
    settings: Settings,
  ): Analysis {
    const text = document.getText();
    const options: AnalysisOptions = {
      severities: { ...settings.leftToOthers, ...configuration.severities, ...settings.severities },
      trustedRegistries: configuration.trustedRegistries,
    };
    const lint = (given: string): readonly ReportedFinding[] => service.lint(given, project, options);
    const runtime = settings.runtime ?? configuration.runtime ?? 'auto';
    const conversions = new Map<boolean, Conversion>();
    return {
      id: String(++count),
      text: textOf(document).id,
      document,
      version: document.version,
      findings: lint(text),
      lint,
      suppressible: ({ rule, at }) => service.suppress(text, rule.id, at).length > 0,
      conversion(optimise) {
        let conversion = conversions.get(optimise);
        if (conversion === undefined) {
          conversion = service.convert(text, project, { runtime, optimise });
          conversions.set(optimise, conversion);
        }
        return conversion;
      },
    };
  }

  return {
    async of(uri, token) {
      const asked = documents.get(uri);
      if (!isDockerfile(asked)) return undefined;
      const [settings, surroundings] = await Promise.all([
        settingsSource.of(uri),
        snapshots.of(uri, textOf(asked).copySources),
      ]);
      if (token?.isCancellationRequested)
        throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
      // Looked up again: it may have been edited or closed while the answers were under way.
      const document = documents.get(uri);
      if (!isDockerfile(document) || !settings.enable) return undefined;
      const last = remembered.get(uri);
      if (
        last?.analysis.document === document &&
        last.analysis.version === document.version &&
        last.surroundings === surroundings &&
        last.settings === settings
      ) {
        return last.analysis;
      }
      const analysis = analyse(document, surroundings, settings);
      remembered.set(uri, { surroundings, settings, analysis });
      return analysis;
    },
    forget(uri) {
      remembered.delete(uri);
    },
  };
}

function isDockerfile(document: TextDocument | undefined): document is TextDocument {
  return document?.languageId.toLowerCase() === 'dockerfile';
}
