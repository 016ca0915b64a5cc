import type { Effect, WriteSource } from '../model';
import { known, type Fact } from '../../text/fact';
import { basename, joinPath, relativeTo } from '../../text/path';
import { inFolder, pathOf, writesFile, writesTree, type Argument, type Call, type Classifier } from './call';
import { Options, type OptionSpec } from './options';

/** Programs of coreutils and their kin that make, change and remove files. */
export const fileEffects: Classifier = (call) => {
  if (Object.hasOwn(PROGRAMS, call.name)) return PROGRAMS[call.name]?.(call);
  const writer = Object.hasOwn(OPERAND_WRITERS, call.name) ? OPERAND_WRITERS[call.name] : undefined;
  if (writer === undefined) return undefined;
  const options = new Options(call.args, writer);
  const output = writer.output === undefined ? undefined : options.value(...writer.output);
  const targets = output ? [output] : options.operands;
  return targets.map((each) => writesFile(pathOf(each, call.cwd), writer.from));
};

interface OperandWriter extends OptionSpec {
  /** Option that names another file to write instead. */
  readonly output?: readonly string[];
  readonly from?: WriteSource;
}

/** Programs that write (or create) each file that they are given. */
const OPERAND_WRITERS: Readonly<Record<string, OperandWriter>> = {
  mkdir: { short: 'm', long: ['mode'] },
  touch: { short: 'drt', long: ['date', 'reference'] },
  truncate: { short: 'sr', long: ['size', 'reference'] },
  mkfifo: { short: 'm' },
  dos2unix: {},
  strip: { short: 'oRKNFIO', output: ['o'], from: 'compiler' },
  upx: { short: 'o', output: ['o'], from: 'compiler' },
};

const PROGRAMS: Readonly<Record<string, (call: Call) => Effect[]>> = {
  cp: copies,
  rsync: copies,
  install: installs,
  mv: moves,
  ln: links,
  rm: removals,
  rmdir: removals,
  unlink: removals,
  shred: removals,
  chmod: changes,
  chown: changes,
  chgrp: changes,
  setcap: ({ args, cwd }) => args.slice(-1).map((each) => writesFile(pathOf(each, cwd), 'attributes')),
};

interface Transfer {
  readonly sources: readonly Argument[];
  readonly destination: Argument;
  /** Named by `-t`: certainly a folder. */
  readonly isFolder: boolean;
}

/** `SOURCE... DESTINATION` or `-t FOLDER SOURCE...`; undefined while one of them is missing. */
function transfer(options: Options): Transfer | undefined {
  const folder = options.value('t', 'target-directory');
  const sources = folder ? options.operands : options.operands.slice(0, -1);
  const destination = folder ?? options.operands.at(-1);
  return destination && sources.length > 0
    ? { sources, destination, isFolder: folder !== undefined }
    : undefined;
}

function copies({ name, args, cwd }: Call): Effect[] {
  const options = new Options(args, {
    short: name === 'cp' ? 'tS' : 'efTB',
    long: ['target-directory', 'suffix'],
  });
  const found = transfer(options);
  const recursive = options.has('r', 'R', 'a', 'recursive', 'archive', 'parents');
  return found ? placed(found, cwd, recursive) : [];
}

/** Folders of every base image, as far as files are copied into them. */
const STANDARD_FOLDERS =
  /^\/(bin|sbin|etc|home|lib|media|mnt|opt|root|run|srv|tmp|usr|var|usr\/(local\/)?(s?bin|lib|share|include|src)|usr\/local|var\/(lib|log|cache|tmp))?$/;

/** True for folders that are there for certain: the system's, and the working directory with those above it. */
function exists(path: Fact<string>, cwd: Fact<string>): boolean {
  if (!path.known) return false;
  return STANDARD_FOLDERS.test(path.value) || (cwd.known && relativeTo(path.value, cwd.value) !== undefined);
}

/**
 * Only a trailing slash, `.` or several sources tell that the destination is a folder. Otherwise it is the copy
 * itself or the folder that gets it, and both are given. Where the names are not known: anything below it.
 */
function placed(
  { sources, destination, isFolder }: Transfer,
  cwd: Fact<string>,
  recursive: boolean,
): Effect[] {
  const path = pathOf(destination, cwd);
  const folder =
    isFolder || sources.length > 1 || /(^|\/)\.?\.?\/?$/.test(textOf(destination)) || exists(path, cwd);
  const exact = sources.every(
    (each) => each.value.known && !each.pattern && !/^\.*$/.test(basename(textOf(each))),
  );
  if (!path.known || !exact || (recursive && !folder)) return [writesTree(path, 'copy')];
  const inside = sources.map((each) => {
    const target = known(joinPath(path.value, basename(textOf(each))), each.at);
    return recursive ? writesTree(target, 'copy') : writesFile(target, 'copy');
  });
  return folder ? inside : [writesFile(path, 'copy'), ...inside];
}

function textOf({ value }: Argument): string {
  return value.known ? value.value : '';
}

function installs({ args, cwd }: Call): Effect[] {
  const options = new Options(args, {
    short: 'gmotS',
    long: ['group', 'mode', 'owner', 'target-directory', 'suffix'],
  });
  if (options.has('d', 'directory')) return options.operands.map((each) => writesFile(pathOf(each, cwd)));
  const found = transfer(options);
  return found ? placed(found, cwd, false) : [];
}

function moves({ args, cwd }: Call): Effect[] {
  const found = transfer(new Options(args, { short: 'tS', long: ['target-directory', 'suffix'] }));
  if (found === undefined) return [];
  return [
    // What is moved may be a folder: then all of it appears below the new name.
    ...placed(found, cwd, true),
    ...found.sources.map((each): Effect => ({ kind: 'removes', path: pathOf(each, cwd) })),
  ];
}

/** A link may lead to a folder, so anything may be found below it. Without a name it gets that of its target. */
function links({ args, cwd }: Call): Effect[] {
  const options = new Options(args, { short: 'tS', long: ['target-directory', 'suffix'] });
  const found = transfer(options);
  if (found) {
    return placed(found, cwd, true).map((effect) =>
      effect.kind === 'writes' ? { ...effect, from: 'command' } : effect,
    );
  }
  return options.operands.map(({ value, at }) =>
    writesTree(value.known ? inFolder(cwd, basename(value.value), at) : value),
  );
}

function removals(call: Call): Effect[] {
  const options = new Options(call.args, { short: call.name === 'shred' ? 'ns' : '' });
  return options.operands.map((each): Effect => ({ kind: 'removes', path: pathOf(each, call.cwd) }));
}

/** The first operand is the mode or owner; `-x`, `-w` and the like are modes of chmod, not options. */
function changes(call: Call): Effect[] {
  const isMode = ({ value }: Argument) => value.known && /^-[rwxXst,=+-]+$/.test(value.value);
  const mode = call.name === 'chmod' ? call.args.find(isMode) : undefined;
  const options = new Options(
    call.args.filter((each) => each !== mode),
    { long: ['reference', 'from'] },
  );
  const named = mode !== undefined || options.has('reference');
  const tree = options.has('R', 'recursive');
  return options.operands.slice(named ? 0 : 1).map((each) => {
    const path = pathOf(each, call.cwd);
    return tree ? writesTree(path, 'attributes') : writesFile(path, 'attributes');
  });
}
