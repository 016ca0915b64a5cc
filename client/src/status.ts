import * as vscode from 'vscode';
import { State, type BaseLanguageClient } from 'vscode-languageclient';
import { dockerfiles } from './selector';

interface Appearance {
  readonly text: string;
  readonly busy?: boolean;
  readonly severity?: vscode.LanguageStatusSeverity;
  readonly command: vscode.Command;
}

const showLog: vscode.Command = { command: 'jettison.showLog', title: 'Show log' };
const restart: vscode.Command = { command: 'jettison.restart', title: 'Restart' };

const appearances: Readonly<Record<State, Appearance>> = {
  [State.Starting]: { text: 'Jettison: starting', busy: true, command: showLog },
  [State.Running]: { text: 'Jettison: ready', command: showLog },
  [State.Stopped]: {
    text: 'Jettison: stopped',
    severity: vscode.LanguageStatusSeverity.Warning,
    command: restart,
  },
  [State.StartFailed]: {
    text: 'Jettison: could not start',
    severity: vscode.LanguageStatusSeverity.Error,
    command: showLog,
  },
};

/** The item in the language status of Dockerfiles. It follows the server's state. */
export function showStatus(client: BaseLanguageClient): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('jettison.status', dockerfiles);
  item.name = 'Jettison';
  const show = (state: State): void => {
    const {
      text,
      busy = false,
      severity = vscode.LanguageStatusSeverity.Information,
      command,
    } = appearances[state];
    item.text = text;
    item.busy = busy;
    item.severity = severity;
    item.command = command;
    item.detail = vscode.workspace.isTrusted ? '' : 'project files are not read in a restricted workspace';
  };
  show(client.state);
  return vscode.Disposable.from(
    item,
    client.onDidChangeState(({ newState }) => show(newState)),
  );
}
