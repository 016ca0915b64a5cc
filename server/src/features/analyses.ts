import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Conversion } from '../convert/conversion';
import type { ProjectSnapshots } from '../host/project-snapshots';
import type { Settings, SettingsSource } from '../host/settings';
import type { Project } from '../project/project';
import type { JettisonService, ReportedFinding } from '../service';

/** What is known of one version of a document. All features share it, so that it is worked out once. */
export interface Analysis {
  /** Differs whenever the text, the project or the settings did. */
  readonly id: string;
  /** Live: compare its version with `version` before mapping offsets after an await. */
  readonly document: TextDocument;
  readonly version: number;
  readonly findings: readonly ReportedFinding[];
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

interface Remembered {
  readonly project: Project;
  readonly settings: Settings;
  readonly analysis: Analysis;
}

export function createAnalyses(
  service: JettisonService,
  documents: { get(uri: string): TextDocument | undefined },
  projects: ProjectSnapshots,
  settingsSource: SettingsSource,
): Analyses {
  const remembered = new Map<string, Remembered>();
  let count = 0;

  const copySources = new WeakMap<
    TextDocument,
    { readonly version: number; readonly sources: readonly string[] }
  >();
  function copySourcesOf(document: TextDocument): readonly string[] {
    const known = copySources.get(document);
    if (known?.version === document.version) return known.sources;
    const sources = service.copySources(document.getText());
    copySources.set(document, { version: document.version, sources });
    return sources;
  }

  function analyse(document: TextDocument, project: Project, settings: Settings): Analysis {
    const text = document.getText();
    const conversions = new Map<boolean, Conversion>();
    return {
      id: String(++count),
      document,
      version: document.version,
      findings: service.lint(text, project, { severities: settings.severities }),
      conversion(optimise) {
        let conversion = conversions.get(optimise);
        if (conversion === undefined) {
          conversion = service.convert(text, project, { runtime: settings.runtime, optimise });
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
      const [settings, project] = await Promise.all([
        settingsSource.of(uri),
        projects.of(uri, copySourcesOf(asked)),
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
        last.project === project &&
        last.settings === settings
      ) {
        return last.analysis;
      }
      const analysis = analyse(document, project, settings);
      remembered.set(uri, { project, settings, analysis });
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
