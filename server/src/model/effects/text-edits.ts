import type { Effect } from '../model';
import { known } from '../../text/fact';
import {
  inFolder,
  isStream,
  pathOf,
  unknownEffect,
  writesFile,
  writesTree,
  type Call,
  type Classifier,
} from './call';
import { Options } from './options';

/** Programs that filter text, and the ways in which they write files after all. */
export const textEditEffects: Classifier = (call) =>
  Object.hasOwn(PROGRAMS, call.name) ? PROGRAMS[call.name]?.(call) : undefined;

const PROGRAMS: Readonly<Record<string, (call: Call) => Effect[] | undefined>> = {
  sed: streamEdits,
  gsed: streamEdits,
  awk: filters,
  gawk: filters,
  mawk: filters,
  perl: perlOneLiner,
  tee: ({ args, cwd, fedByDownload }) =>
    new Options(args).operands
      .map((each) => pathOf(each, cwd))
      .filter((path) => !isStream(path))
      .map((path) => writesFile(path, fedByDownload ? 'download' : 'command')),
  dd: ({ args, cwd, at }) =>
    args.flatMap((each) => {
      if (!each.value.known || !each.value.value.startsWith('of=')) return [];
      const path = inFolder(cwd, each.value.value.slice(3), at);
      return isStream(path) ? [] : [writesFile(path)];
    }),
  patch: ({ cwd, args, at }) => {
    const folder = new Options(args, { short: 'diopFgBDYzrV', long: ['directory', 'input'] }).value(
      'd',
      'directory',
    );
    return [writesTree(folder ? pathOf(folder, cwd) : inFolder(cwd, '.', at))];
  },
};

/** `sed -i`: the files; with `e` or `w` in a script other files may be written, which is too rare to model. */
function streamEdits(call: Call): Effect[] {
  const options = new Options(call.args, { short: 'efl', long: ['expression', 'file', 'line-length'] });
  return options.has('i', 'in-place') ? inPlace(call, 'efl', ['expression', 'file', 'line-length']) : [];
}

function inPlace(call: Call, short: string, long: readonly string[]): Effect[] {
  // `-i.bak`: what follows the letter is a suffix, not more options.
  const args = call.args.map((each) =>
    each.value.known && /^-[A-Za-z0-9]*i/.test(each.value.value)
      ? { ...each, value: known('--in-place', each.at) }
      : each,
  );
  const options = new Options(args, { short, long });
  const scripted = options.has('e', 'f', 'expression', 'file');
  return options.operands.slice(scripted ? 0 : 1).map((each) => writesFile(pathOf(each, call.cwd)));
}

/** `perl -pi -e`: the files; `perl -ne` prints. Any other Perl program may do anything. */
function perlOneLiner(call: Call): Effect[] | undefined {
  const options = new Options(call.args, { short: 'eE' });
  if (!options.has('e', 'E') || !options.has('n', 'p')) return undefined;
  return options.has('i') ? inPlace(call, 'eE', []) : [];
}

/** An awk program that prints into a file, pipes or calls `system` may write; comparisons and patterns do not. */
function filters({ name, args }: Call): Effect[] {
  const options = new Options(args, { short: 'Fvf', long: ['file', 'assign', 'field-separator'] });
  const [program] = options.operands;
  const text = program?.value.known ? program.value.value : undefined;
  const harmless =
    text !== undefined &&
    !options.has('f', 'file', 'i') &&
    !/\bprintf?\b[^;}\n]*>|\|\s*("|getline)|\bsystem\s*\(/.test(text);
  return harmless ? [] : [unknownEffect(`what the ${name} program writes is not known`)];
}
