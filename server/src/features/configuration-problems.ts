import type { RemoteConsole } from 'vscode-languageserver';
import type { DockerfileConfiguration } from '../host/configuration-file';

/** Logs what is wrong with configuration files: each state of each file once, however many Dockerfiles ask for it. */
export function reportConfigurationProblems(
  log: RemoteConsole,
): (configuration: DockerfileConfiguration) => void {
  const reported = new Map<string, string>();
  return ({ uri, problems }) => {
    if (uri === undefined) return;
    const lines = problems.map(
      ({ message, range: { start } }) => `${uri}:${start.line + 1}:${start.character + 1}: ${message}`,
    );
    const state = lines.join('\n');
    if ((reported.get(uri) ?? '') !== state) for (const line of lines) log.error(line);
    reported.set(uri, state);
  };
}
