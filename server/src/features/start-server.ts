import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  TextDocuments,
  TextDocumentSyncKind,
  type Connection,
  type FileEvent,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { loadBuildContext } from '../host/build-context';
import { loadConfiguration, noConfiguration } from '../host/configuration-file';
import { actionKinds, clientSupport, type ClientSupport } from '../host/client-support';
import { silencedChecks } from '../host/buildkit-checks';
import { editorFiles } from '../host/editor-files';
import { projectSnapshots } from '../host/project-snapshots';
import type { FileChange } from '../host/remembered-files';
import { settingsSource } from '../host/settings';
import { withTargets } from '../project/named-targets';
import { unknownProject, type FileAccess } from '../project/project';
import { otherExtensionsMethod, type InitializationOptions } from '../protocol';
import type { JettisonService } from '../service';
import { createAnalyses, type Surroundings } from './analyses';
import { offerCodeActions } from './code-actions';
import { reportConfigurationProblems } from './configuration-problems';
import { pullDiagnostics, pushDiagnostics } from './diagnostics';
import { describeError } from './guarded';
import { watchOuterConfigurations } from './outer-configurations';

/** What the machine below the server offers. */
export interface ServerHost {
  readonly version: string;
  /** Files of the disk; undefined in a browser. Not used when the editor gives access to its own file systems. */
  readonly disk: FileAccess | undefined;
}

/** How long the first findings may wait for project files, in milliseconds. */
const patience = 200;
/** The same for editors that cannot be told to ask again. */
const patienceWithoutRefresh = 2000;

/** Speaks the Language Server Protocol on the connection until the client ends it. */
export function startServer(connection: Connection, host: ServerHost, service: JettisonService): void {
  connection.onInitialize((params) => {
    const support = clientSupport(params);
    serve(connection, host, service, params, support);
    return initializeResult(host, support);
  });
  connection.listen();
}

function serve(
  connection: Connection,
  host: ServerHost,
  service: JettisonService,
  params: InitializeParams,
  support: ClientSupport,
): void {
  const documents = new TextDocuments(TextDocument);
  const { fileAccess, trusted } = initializationOptions(params);
  const access = fileAccess ? editorFiles(connection) : host.disk;
  const workspaceFolders = new Set(params.workspaceFolders?.map(({ uri }) => uri));
  const openUris = (): string[] => documents.keys();

  let otherExtensions = idsOf(params.initializationOptions);
  let pushedSettings: unknown = initializationOptions(params).settings;
  const settings = settingsSource(
    (uri) =>
      support.configuration
        ? connection.workspace.getConfiguration({ scopeUri: uri, section: 'jettison' })
        : Promise.resolve(pushedSettings),
    connection.console,
    (checks) => silencedChecks(service.rules, checks, otherExtensions),
  );
  const reportProblems = reportConfigurationProblems(connection.console);
  const watchOuter = watchOuterConfigurations(connection, support);
  const projects = projectSnapshots<Surroundings>({
    access: trusted ? access : undefined,
    async load(files, dockerfile, copySources) {
      const folders = [...workspaceFolders];
      const [project, configuration] = await Promise.all([
        loadBuildContext(files, dockerfile, {
          wants: (path) => service.wantsFile(path),
          copySources,
          workspaceFolders: folders,
        }),
        loadConfiguration(files, dockerfile, {
          read: (text) => service.readConfiguration(text),
          workspaceFolders: folders,
        }),
      ]);
      reportProblems(configuration);
      watchOuter(configuration);
      return { project: withTargets(project, configuration.targets, configuration.uri), configuration };
    },
    unknown: { project: unknownProject, configuration: noConfiguration },
    arrived: () => diagnostics.refresh(openUris()),
    log: connection.console,
    patience: support.pullsDiagnostics && !support.refreshesDiagnostics ? patienceWithoutRefresh : patience,
  });
  const analyses = createAnalyses(service, documents, projects, settings);
  const present = support.pullsDiagnostics ? pullDiagnostics : pushDiagnostics;
  const diagnostics = present(connection, analyses, support);
  offerCodeActions(connection, service, analyses, support);

  documents.onDidChangeContent(({ document }) => diagnostics.documentChanged(document.uri));
  documents.onDidSave(() => {
    if (!support.registersWatchedFiles) projects.reload();
  });
  documents.onDidClose(({ document: { uri } }) => {
    analyses.forget(uri);
    projects.forget(uri);
    settings.forget(uri);
    diagnostics.documentClosed(uri);
  });
  documents.listen(connection);

  connection.onDidChangeConfiguration(({ settings: sent }) => {
    pushedSettings = isObject(sent) ? sent.jettison : undefined;
    settings.forget();
    diagnostics.refresh(openUris());
  });
  connection.onNotification(otherExtensionsMethod, (sent: unknown) => {
    otherExtensions = idsOf({ otherExtensions: isObject(sent) ? sent.ids : undefined });
    settings.forget();
    diagnostics.refresh(openUris());
  });
  connection.onDidChangeWatchedFiles(({ changes }) => projects.filesChanged(changes.map(fileChange)));
  connection.onInitialized(() => {
    void register(connection, support);
    if (params.capabilities.workspace?.workspaceFolders !== true) return;
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      for (const { uri } of removed) workspaceFolders.delete(uri);
      for (const { uri } of added) workspaceFolders.add(uri);
      projects.reload();
    });
  });
}

async function register(connection: Connection, support: ClientSupport): Promise<void> {
  try {
    if (support.registersConfiguration) {
      await connection.client.register(DidChangeConfigurationNotification.type, { section: 'jettison' });
    }
    if (support.registersWatchedFiles) {
      // Everything: a COPY may name any file. Changes of files that no Dockerfile's project holds cost next to nothing.
      const watchers = [{ globPattern: '**/*' }];
      await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    }
  } catch (error) {
    connection.console.warn(`changes will not be noticed: ${describeError(error)}`);
  }
}

function initializeResult({ version }: ServerHost, support: ClientSupport): InitializeResult {
  const result: InitializeResult = {
    serverInfo: { name: 'jettison', version },
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
  };
  if (support.pullsDiagnostics) {
    result.capabilities.diagnosticProvider = {
      identifier: 'jettison',
      interFileDependencies: false,
      workspaceDiagnostics: false,
    };
  }
  if (support.codeActions) {
    result.capabilities.codeActionProvider = {
      codeActionKinds: Object.values(actionKinds),
      resolveProvider: support.resolvesEdits,
    };
  }
  return result;
}

/** Other clients than ours may send anything here. */
function initializationOptions({ initializationOptions: sent }: InitializeParams): InitializationOptions & {
  readonly trusted: boolean;
  readonly settings: unknown;
} {
  if (!isObject(sent)) return { fileAccess: false, trusted: true, settings: undefined };
  return { fileAccess: sent.fileAccess === true, trusted: sent.trusted !== false, settings: sent.settings };
}

function idsOf(sent: unknown): readonly string[] {
  const ids = isObject(sent) ? sent.otherExtensions : undefined;
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
}

const changeKinds: Readonly<Record<FileChangeType, FileChange['kind']>> = {
  [FileChangeType.Created]: 'created',
  [FileChangeType.Changed]: 'changed',
  [FileChangeType.Deleted]: 'deleted',
};

function fileChange({ uri, type }: FileEvent): FileChange {
  return { uri, kind: changeKinds[type] };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
