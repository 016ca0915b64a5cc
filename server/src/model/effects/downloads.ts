import type { Effect } from '../model';
import { basename } from '../../text/path';
import type { Fact } from '../../text/fact';
import {
  inFolder,
  isStream,
  pathOf,
  writesFile,
  writesTree,
  type Argument,
  type Call,
  type Classifier,
} from './call';
import { Options } from './options';

/** Programs that fetch files: from the network, or out of an archive that they fetched. */
export const downloadEffects: Classifier = (call) => {
  switch (call.name) {
    case 'curl':
      return curlEffects(call);
    case 'wget':
      return wgetEffects(call);
    case 'aria2c': {
      const options = new Options(call.args, { short: 'odxsjk', long: ['out', 'dir'] });
      const folder = options.value('d', 'dir');
      return [writesTree(folder ? pathOf(folder, call.cwd) : inFolder(call.cwd, '.', call.at), 'download')];
    }
    default:
      return undefined;
  }
};

const CURL_SHORT = 'oHduAebcCDEFKmPQrtTUwxXyYz';
const CURL_LONG = [
  'output',
  'output-dir',
  'header',
  'data',
  'data-binary',
  'data-raw',
  'data-urlencode',
  'form',
  'user',
  'user-agent',
  'referer',
  'cookie',
  'cookie-jar',
  'continue-at',
  'dump-header',
  'cert',
  'key',
  'cacert',
  'capath',
  'config',
  'max-time',
  'range',
  'upload-file',
  'write-out',
  'proxy',
  'proxy-user',
  'request',
  'retry',
  'retry-delay',
  'retry-max-time',
  'connect-timeout',
  'resolve',
  'url',
  'tls-max',
  'ciphers',
  'limit-rate',
  'max-redirs',
  'speed-limit',
  'speed-time',
  'parallel-max',
  'interface',
  'netrc-file',
  'unix-socket',
  'stderr',
  'trace',
  'trace-ascii',
  'proto',
  'proto-default',
  'proto-redir',
  'pinnedpubkey',
];

/** `-o FILE`, `-O`: the name at the end of the URL; neither: to standard output. */
function curlEffects(call: Call): Effect[] {
  const { cwd } = call;
  const options = new Options(call.args, { short: CURL_SHORT, long: CURL_LONG });
  const into = options.value('output-dir');
  const folder = into ? pathOf(into, cwd) : cwd;
  const outputs = options.values('o', 'output').map((each) => output(each, folder));
  if (options.has('O', 'remote-name', 'remote-name-all')) {
    const urls = [...options.operands, ...options.values('url')];
    // Where -o names files too, curl pairs them with the URLs in turn: the last ones are left for -O.
    const rest = options.has('remote-name-all') ? urls : urls.slice(outputs.length);
    if (options.has('J', 'remote-header-name')) outputs.push(...rest.map((url) => below(folder, url)));
    else outputs.push(...rest.map((url) => named(url, folder)));
  }
  for (const each of options.values('c', 'cookie-jar', 'D', 'dump-header')) outputs.push(output(each, cwd));
  return outputs.filter((each) => each !== undefined);
}

function output(argument: Argument, folder: Fact<string>): Effect | undefined {
  if (argument.value.known && argument.value.value === '-') return undefined;
  const path = pathOf(argument, folder);
  return isStream(path) ? undefined : writesFile(path, 'download');
}

function below(folder: Fact<string>, url: Argument): Effect {
  return writesTree(folder.known ? inFolder(folder, '.', url.at) : folder, 'download');
}

/** The file that a URL is saved as; when that is not known, something in the folder. */
function named(url: Argument, folder: Fact<string>): Effect {
  const text = url.value.known ? url.value.value : lastSegment(url.raw);
  const name =
    text === undefined ? '' : basename(text.replace(/[?#].*$/, '').replace(/^[a-z]+:\/\/[^/]*/i, ''));
  return name === '' ? below(folder, url) : writesFile(inFolder(folder, name, url.at), 'download');
}

/** Of a URL with a variable in it, the last segment may still be plain. */
function lastSegment(raw: string): string | undefined {
  const match = /\/([\w.-]+)["']?$/.exec(raw);
  return match?.[1];
}

const WGET_SHORT = 'oOPaietTwQUlADIRXB';
const WGET_LONG = [
  'output-document',
  'directory-prefix',
  'output-file',
  'append-output',
  'execute',
  'tries',
  'timeout',
  'wait',
  'quota',
  'user-agent',
  'level',
  'accept',
  'reject',
  'domains',
  'header',
  'user',
  'password',
  'post-data',
  'post-file',
  'input-file',
  'ca-certificate',
  'ca-directory',
  'certificate',
  'limit-rate',
  'load-cookies',
  'save-cookies',
  'referer',
  'method',
  'body-data',
  'waitretry',
  'retry-on-http-error',
  'connect-timeout',
  'read-timeout',
  'dns-timeout',
  'secure-protocol',
  'progress',
];

function wgetEffects(call: Call): Effect[] {
  const { cwd } = call;
  const options = new Options(splitQuietOutput(call.args), { short: WGET_SHORT, long: WGET_LONG });
  const log = options.values('o', 'output-file', 'a', 'append-output').map((each) => output(each, cwd));
  const document = options.value('O', 'output-document');
  const written = log.filter((each) => each !== undefined);
  if (options.has('spider')) return written;
  if (document) {
    const effect = output(document, cwd);
    return effect ? [...written, effect] : written;
  }
  const prefix = options.value('P', 'directory-prefix');
  const folder = prefix ? pathOf(prefix, cwd) : cwd;
  const many = [
    'r',
    'recursive',
    'm',
    'mirror',
    'i',
    'input-file',
    'x',
    'force-directories',
    'content-disposition',
  ];
  if (options.has(...many)) return [...written, writesTree(inFolder(folder, '.', call.at), 'download')];
  return [...written, ...options.operands.map((url) => named(url, folder))];
}

/** wget has two-letter switches (`-nv`, `-nc`, `-nH`) whose second letter is no option of its own. */
function splitQuietOutput(args: readonly Argument[]): readonly Argument[] {
  return args.filter((each) => !(each.value.known && /^-n[vcHdp]$/.test(each.value.value)));
}
