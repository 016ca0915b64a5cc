import { basename } from '../../text/path';

/** Programs that compile the sources again whenever they change. Source: their documentation. */
const watchers = new Set(
  'air reflex CompileDaemon realize fresh gin modd wgo gow watcher nodemon'.split(' '),
);

/** Why a start command is no start of a program that ships; undefined for all others. */
export function developmentTool(word: string): string | undefined {
  const name = basename(word);
  if (watchers.has(name))
    return `${name} is for development: it compiles again whenever a file changes, which needs the Go toolchain and the sources; start the program itself to have the file converted`;
  return name === 'dlv'
    ? 'dlv is a debugger: start the program itself to have the file converted'
    : undefined;
}
