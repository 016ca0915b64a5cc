import type { Project } from '../../project/project';
import { basename, joinPath } from '../../text/path';
import { readOptions, type CommandLine } from './command-line';
import { portOf, type Fallback, type Site } from './framework';

/** A server of files that are there already: the site, or why a plain web server cannot take its place. */
export type StaticServer = Site | string | undefined;

export interface ServerRequest {
  readonly line: CommandLine;
  readonly project: Project;
  /** Major version of the server as far as the project or the file says. */
  readonly major: number | undefined;
  /** True for a file or folder that the stage has for certain. */
  has(path: string): boolean;
  variable(name: string): string | undefined;
}

/** The program and its folder; undefined for other programs. */
export function staticServer(request: ServerRequest): StaticServer {
  switch (serverName(request.line)) {
    case 'serve':
      return serve(request);
    case 'http-server':
      return httpServer(request);
    case 'sirv':
      return sirv(request);
    default:
      return undefined;
  }
}

/** `npx serve@14` names the version. */
export function serverName({ argv: [program = ''] }: CommandLine): string {
  return basename(program).replace(/@.*$/, '');
}

/** Source: vercel/serve, source/utilities/cli.ts and serve-handler. Before version 13 the port was 5000. */
function serve({ line, major, variable, has }: ServerRequest): StaticServer {
  const options = readOptions(
    line.argv.slice(1),
    ['-l', '--listen', '-p', '--port', '-c', '--config', '--ssl-cert', '--ssl-key', '--ssl-pass'],
    [
      '-s',
      '--single',
      '-n',
      '--no-clipboard',
      '-u',
      '--no-compression',
      '-C',
      '--cors',
      '-L',
      '--no-request-logging',
      '-d',
      '--debug',
      '--no-etag',
      '--no-port-switching',
      '-S',
      '--symlinks',
    ],
  );
  if (options.unknown.length > 0)
    return `${options.unknown.join(' ')} is an option of serve that is not understood`;
  for (const name of ['-c', '--config', '--ssl-cert', '--ssl-key', '-S', '--symlinks'])
    if (options.value(name) !== undefined)
      return `serve is given ${name}, which has to be set up by hand in nginx`;
  const [folder = '.', ...more] = options.operands;
  if (more.length > 0) return undefined;
  const given = options.value('-l', '--listen', '-p', '--port');
  const standard = major !== undefined && major < 13 ? '5000' : '3000';
  const port = portOf(
    given === undefined ? (variable('PORT') ?? standard) : given.replace(/^tcp:\/\/[^:/]*:(\d+)\/?$/, '$1'),
  );
  if (port === undefined) return 'the port that serve listens on is not known';
  const path = joinPath(line.cwd, folder);
  for (const name of ['serve.json', 'now.json'])
    if (has(joinPath(path, name))) return `${name} sets up serve, which has to be set up by hand in nginx`;
  const single = options.value('-s', '--single') !== undefined;
  const cors = options.value('-C', '--cors') !== undefined;
  return {
    folder: path,
    port,
    base: '/',
    fallback: single ? 'single' : 'pages',
    cors,
    portByVariable: given === undefined,
  };
}

/** Source: http-party/http-server, bin/http-server. */
function httpServer({ line, variable, has }: ServerRequest): StaticServer {
  const options = readOptions(
    line.argv.slice(1),
    [
      '-p',
      '--port',
      '-a',
      '-c',
      '-e',
      '--ext',
      '-t',
      '-P',
      '--proxy',
      '--username',
      '--password',
      '-C',
      '--cert',
      '-K',
      '--key',
      '--mimetypes',
      '-d',
      '-i',
      '-m',
    ],
    [
      '-g',
      '--gzip',
      '-b',
      '--brotli',
      '-s',
      '--silent',
      '--cors',
      '-o',
      '-U',
      '--utc',
      '--log-ip',
      '--no-dotfiles',
    ],
  );
  if (options.unknown.length > 0)
    return `${options.unknown.join(' ')} is an option of http-server that has to be set up by hand in nginx`;
  for (const name of [
    '-P',
    '--proxy',
    '--username',
    '--password',
    '-C',
    '--cert',
    '-K',
    '--key',
    '--mimetypes',
    '-e',
    '--ext',
    '-g',
    '-b',
  ])
    if (options.value(name) !== undefined)
      return `http-server is given ${name}, which has to be set up by hand in nginx`;
  const [folder, ...more] = options.operands;
  if (more.length > 0) return undefined;
  if (options.value('--cors'))
    return 'http-server is given headers for --cors, which have to be set up by hand in nginx';
  const port = portOf(options.value('-p', '--port') ?? variable('PORT') ?? '8080');
  if (port === undefined) return 'the port that http-server listens on is not known';
  // Without a folder it is `public`, if there is one.
  const standard = has(joinPath(line.cwd, 'public')) ? 'public' : '.';
  const path = joinPath(line.cwd, folder ?? standard);
  const fallback: Fallback = 'folders';
  return {
    folder: path,
    port,
    base: '/',
    fallback,
    cors: options.value('--cors') !== undefined,
    portByVariable: options.value('-p', '--port') === undefined,
  };
}

/** Source: lukeed/sirv, packages/sirv-cli. */
function sirv({ line, variable }: ServerRequest): StaticServer {
  const options = readOptions(
    line.argv.slice(1),
    ['-p', '--port', '-H', '--host', '-m', '--maxage'],
    [
      '-s',
      '--single',
      '-q',
      '--quiet',
      '-e',
      '--etag',
      '-g',
      '--gzip',
      '-b',
      '--brotli',
      '-c',
      '--cors',
      '-D',
      '--dev',
      '-l',
      '--logs',
      '--no-clear',
    ],
  );
  if (options.unknown.length > 0)
    return `${options.unknown.join(' ')} is an option of sirv that is not understood`;
  const operands = options.operands[0] === 'start' ? options.operands.slice(1) : options.operands;
  const [folder = '.', ...more] = operands;
  const port = portOf(options.value('-p', '--port') ?? variable('PORT') ?? '8080');
  if (more.length > 0 || port === undefined) return undefined;
  const single = options.value('-s', '--single') !== undefined;
  return {
    folder: joinPath(line.cwd, folder),
    port,
    base: '/',
    fallback: single ? 'single' : 'pages',
    portByVariable: options.value('-p', '--port') === undefined,
  };
}
