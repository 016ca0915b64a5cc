import type { Effect } from '../model';
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

/** Archivers and compressors. */
export const archiveEffects: Classifier = (call) => {
  switch (call.name) {
    case 'tar':
    case 'bsdtar':
      return tarEffects(call);
    case 'unzip':
      return unzipEffects(call);
    case 'zip': {
      const [archive] = new Options(call.args, { short: 'bitxP' }).operands;
      return archive ? [writesFile(pathOf(archive, call.cwd))] : [];
    }
    case '7z':
    case '7za':
      return sevenZipEffects(call);
    case 'gzip':
    case 'gunzip':
    case 'bzip2':
    case 'bunzip2':
    case 'xz':
    case 'unxz':
    case 'zstd':
    case 'unzstd':
      return compressEffects(call);
    default:
      return undefined;
  }
};

const TAR_VALUED = 'fCXTVbgHIKLNF';
const TAR_LONG = [
  'file',
  'directory',
  'exclude',
  'exclude-from',
  'files-from',
  'transform',
  'xform',
  'owner',
  'group',
  'mode',
];

function tarEffects(call: Call): Effect[] {
  const options = new Options(withDash(call.args), {
    short: TAR_VALUED,
    long: [...TAR_LONG, 'strip-components'],
  });
  if (options.has('x', 'extract', 'get')) {
    // The folder that holds for a member is the last one named before it; several are rare and cover each other.
    const folders = options.values('C', 'directory', 'one-top-level');
    const source = call.fedByDownload ? 'download' : 'command';
    const paths = folders.map((each) => pathOf(each, call.cwd));
    if (paths.length === 0) paths.push(inFolder(call.cwd, '.', call.at));
    if (options.has('O', 'to-stdout')) return [];
    return paths.map((path) => writesTree(path, source));
  }
  const archive = options.value('f', 'file');
  if (!options.has('c', 'create', 'r', 'append', 'u', 'update') || archive === undefined) return [];
  const path = pathOf(archive, call.cwd);
  return isStream(path) || (archive.value.known && archive.value.value === '-') ? [] : [writesFile(path)];
}

/** `tar xzf FILE`: the first word of old-style options has no dash, and its letters take the next words in turn. */
function withDash(args: readonly Argument[]): readonly Argument[] {
  const [first, ...rest] = args;
  if (!first?.value.known || !/^[A-Za-z]+$/.test(first.value.value)) return args;
  const result: Argument[] = [];
  const letters = first.value.value;
  let next = 0;
  for (const letter of letters) {
    result.push(option(first, `-${letter}`));
    const value = TAR_VALUED.includes(letter) ? rest[next++] : undefined;
    if (value) result.push(value);
  }
  return [...result, ...rest.slice(next)];
}

function option(like: Argument, text: string): Argument {
  return { ...like, raw: text, value: { known: true, value: text } };
}

function unzipEffects(call: Call): Effect[] {
  const options = new Options(call.args, { short: 'dPx' });
  if (options.has('l', 't', 'p', 'v', 'Z', 'z')) return [];
  const folder = options.value('d');
  return [writesTree(folder ? pathOf(folder, call.cwd) : inFolder(call.cwd, '.', call.at))];
}

function sevenZipEffects(call: Call): Effect[] | undefined {
  const [verb] = call.args;
  if (!verb?.value.known) return undefined;
  if (verb.value.value === 'l' || verb.value.value === 't') return [];
  if (verb.value.value !== 'x' && verb.value.value !== 'e') return undefined;
  const folder = new Options(call.args, { short: 'o' }).value('o');
  return [writesTree(folder ? pathOf(folder, call.cwd) : inFolder(call.cwd, '.', call.at))];
}

/** `gzip FILE` puts FILE.gz in the place of FILE, `gunzip FILE.gz` the reverse; as filters they write nothing. */
function compressEffects(call: Call): Effect[] {
  const options = new Options(call.args, { short: 'SoTM', long: ['suffix', 'threads'] });
  if (options.has('c', 'stdout', 'to-stdout', 't', 'test', 'l', 'list')) return [];
  const output = options.value('o');
  if (output) return [writesFile(pathOf(output, call.cwd))];
  const unpacks = /^un|^gun|^bun/.test(call.name) || options.has('d', 'decompress', 'uncompress');
  const keeps = options.has('k', 'keep') || call.name.endsWith('zstd');
  const suffix = call.name.includes('xz')
    ? '.xz'
    : /zstd/.test(call.name)
      ? '.zst'
      : call.name.includes('bz') || call.name.startsWith('bun')
        ? '.bz2'
        : '.gz';
  return options.operands.flatMap((each): Effect[] => {
    const path = pathOf(each, call.cwd);
    if (!path.known) return [writesFile(path)];
    const target = unpacks ? path.value.replace(/\.(gz|tgz|bz2|xz|zst|lzma)$/, '') : path.value + suffix;
    const written = writesFile({ ...path, value: target });
    return keeps ? [written] : [written, { kind: 'removes', path }];
  });
}
