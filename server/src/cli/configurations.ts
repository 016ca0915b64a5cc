import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { configurationAt, type DockerfileConfiguration } from '../host/configuration-file';
import type { JettisonService } from '../service';
import { readSource, type SourceFile } from './source-file';
import { UnusableInput, type Terminal } from './terminal';

/** The configuration nearest to a Dockerfile, by the URI of that. */
export type FindConfiguration = (dockerfile: string) => Promise<DockerfileConfiguration>;

/** @throws UnusableInput when the configuration is missing, unreadable or wrong, with the place of every fault. */
export type ConfigurationOf = (source: SourceFile) => Promise<DockerfileConfiguration>;

/** @param given file that takes the place of all others, as the user wrote it. */
export function configurations(
  terminal: Terminal,
  service: JettisonService,
  find: FindConfiguration,
  given: string | undefined,
): ConfigurationOf {
  if (given === undefined) {
    return async ({ uri }) => {
      const found = await find(uri);
      return found.uri === undefined ? found : withoutProblems(found, shownPath(terminal, found.uri));
    };
  }
  const { uri, text } = readSource(terminal, given);
  const reading = service.readConfiguration(text);
  return async (source) => {
    const relative = path.relative(terminal.folder, source.path).split(path.sep).join('/');
    return withoutProblems(configurationAt(uri, relative, reading, text), given);
  };
}

function withoutProblems(configuration: DockerfileConfiguration, shown: string): DockerfileConfiguration {
  const { problems } = configuration;
  if (problems.length === 0) return configuration;
  const lines = problems.map(
    ({ message, range: { start } }) => `${shown}:${start.line + 1}:${start.character + 1}: ${message}`,
  );
  throw new UnusableInput(lines.join('\n'));
}

/** As the user would write it: from the current folder when it lies below, absolute otherwise. */
function shownPath({ folder }: Terminal, uri: string): string {
  const absolute = fileURLToPath(uri);
  const relative = path.relative(folder, absolute);
  return relative.startsWith('..') ? absolute : relative;
}
