import * as vscode from 'vscode';
import type { ConfigurationMiddleware } from 'vscode-languageclient';

/**
 * Answers the server with the settings that the user has chosen, without the defaults of the others: what is chosen wins
 * over a project's `.jettison.json`, also where it is the default.
 */
export const chosenSettings: ConfigurationMiddleware = {
  configuration: ({ items }) =>
    items.map(({ section = '', scopeUri }) =>
      chosenIn(vscode.workspace.getConfiguration(section, scopeUri ? vscode.Uri.parse(scopeUri) : undefined)),
    ),
};

function chosenIn(settings: vscode.WorkspaceConfiguration): Readonly<Record<string, unknown>> {
  const chosen: Record<string, unknown> = {};
  // Besides the settings it has methods of its own.
  for (const [name, value] of Object.entries(settings)) {
    const places = settings.inspect(name);
    const values = [places?.globalValue, places?.workspaceValue, places?.workspaceFolderValue];
    if (typeof value !== 'function' && values.some((each) => each !== undefined))
      chosen[name] = settings.get(name);
  }
  return chosen;
}
