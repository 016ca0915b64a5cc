import type { InitializeParams } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import type { InitializationOptions } from '../protocol';

/** What the editor at the other end can do, as far as this server makes use of it. */
export interface ClientSupport {
  /** It asks for diagnostics itself; the server then never pushes them. */
  readonly pullsDiagnostics: boolean;
  /** It can be told to ask for diagnostics again. */
  readonly refreshesDiagnostics: boolean;
  readonly diagnosticTags: boolean;
  readonly relatedInformation: boolean;
  /** It understands code actions with edits; without, there is nothing to offer it. */
  readonly codeActions: boolean;
  /** It asks for the edit of a code action when the user picks it. */
  readonly resolvesEdits: boolean;
  readonly disabledActions: boolean;
  readonly preferredActions: boolean;
  /** It takes edits bound to a version of the document. */
  readonly versionedEdits: boolean;
  /** An edit may create a file. */
  readonly createsFiles: boolean;
  /** It shows the reason beside each hunk of an edit. */
  readonly annotatedEdits: boolean;
  readonly configuration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatchedFiles: boolean;
  /** It watches folders by their URI, also outside of the workspace. */
  readonly watchesAnyFolder: boolean;
  /** It has a command that opens the page of a rule. */
  readonly rulePages: boolean;
}

export function clientSupport({ capabilities, initializationOptions }: InitializeParams): ClientSupport {
  const { textDocument, workspace } = capabilities;
  const action = textDocument?.codeAction;
  const edit = workspace?.workspaceEdit;
  const pullsDiagnostics = textDocument?.diagnostic !== undefined;
  const shown = pullsDiagnostics ? textDocument.diagnostic : textDocument?.publishDiagnostics;
  // Pulling clients may state these two under the older capability only, as VS Code's did for years.
  const published = textDocument?.publishDiagnostics;
  const versionedEdits = edit?.documentChanges === true;
  return {
    pullsDiagnostics,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    diagnosticTags: (shown?.tagSupport ?? published?.tagSupport) !== undefined,
    relatedInformation: (shown?.relatedInformation ?? published?.relatedInformation) === true,
    codeActions: action?.codeActionLiteralSupport !== undefined,
    resolvesEdits:
      action?.dataSupport === true && action.resolveSupport?.properties.includes('edit') === true,
    disabledActions: action?.disabledSupport === true,
    preferredActions: action?.isPreferredSupport === true,
    versionedEdits,
    createsFiles: versionedEdits && edit.resourceOperations?.includes('create') === true,
    annotatedEdits: versionedEdits && edit.changeAnnotationSupport !== undefined,
    configuration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchedFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    watchesAnyFolder:
      workspace?.didChangeWatchedFiles?.dynamicRegistration === true &&
      workspace.didChangeWatchedFiles.relativePatternSupport === true,
    rulePages:
      (initializationOptions as Partial<InitializationOptions> | null | undefined)?.rulePages === true,
  };
}

/** Kinds of code action that this server returns. */
export const actionKinds = {
  quickFix: CodeActionKind.QuickFix,
  convert: `${CodeActionKind.RefactorRewrite}.jettison.convert`,
  fixAll: `${CodeActionKind.SourceFixAll}.jettison`,
} as const;
