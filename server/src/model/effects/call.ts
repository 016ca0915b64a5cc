import type { ShellWord } from '../../shell/ast';
import { joinPath, withoutTrailingSlash } from '../../text/path';
import { known, unknown, type Fact } from '../../text/fact';
import type { Span } from '../../text/span';
import type { Effect, WriteSource } from '../model';

/** An argument as the program gets it. */
export interface Argument {
  readonly value: Fact<string>;
  /** Source text; tells an option from an operand when the value is not known. */
  readonly raw: string;
  readonly at: Span;
  /** The shell replaces it by the names of files that match. */
  readonly pattern: boolean;
}

/** A command once wrappers are looked through and its arguments are split as the shell splits them. */
export interface Call {
  /** Program name without the folder of system programs: `cp` for `/bin/cp`; `./configure` and `/app/run` stay. */
  readonly name: string;
  readonly args: readonly Argument[];
  readonly at: Span;
  readonly cwd: Fact<string>;
  readonly env: ReadonlyMap<string, Fact<string>>;
  /** Its input comes through a pipe from curl or wget. */
  readonly fedByDownload: boolean;
}

/** What a call does, or undefined when this classifier does not know the program. */
export type Classifier = (call: Call) => Effect[] | undefined;

/** Gives one word, or several when an unquoted variable's value holds blanks; none when it is empty. */
export function argumentsOf(word: ShellWord, value: Fact<string>): Argument[] {
  const base = { raw: word.raw, at: word.span, pattern: word.glob };
  if (word.literal !== undefined) return [{ ...base, value }];
  const splits = word.parts.some((part) => part.kind === 'variable' && !part.quoted);
  if (!splits || !value.known) return [{ ...base, value }];
  if (word.parts.some((part) => part.kind === 'text' && /\s/.test(part.value))) {
    return [{ ...base, value: unknown(`how ${word.raw} is split into words is not known`, word.span) }];
  }
  const pieces = value.value.split(/[ \t\n]+/).filter((piece) => piece !== '');
  return pieces.map((piece) => ({ ...base, raw: piece, value: known(piece, word.span) }));
}

/** Where a path argument points, absolute and without a slash at its end. */
export function pathOf(argument: Argument, cwd: Fact<string>): Fact<string> {
  const { value, at } = argument;
  if (!value.known) return unknown(value.because, at);
  if (argument.pattern) return unknown(`which files ${value.value} matches is only known when it runs`, at);
  if (value.value === '') return unknown('the path is empty', at);
  return inFolder(cwd, value.value, at);
}

/** A path as text, seen from a folder. */
export function inFolder(cwd: Fact<string>, path: string, at: Span): Fact<string> {
  if (path.startsWith('/')) return known(withoutTrailingSlash(joinPath('/', path)), at);
  return cwd.known ? known(withoutTrailingSlash(joinPath(cwd.value, path)), at) : unknown(cwd.because, at);
}

/** A path below the home directory: HOME where it is set, else that of root, whom builds run as by default. */
export function inHome(call: Call, path: string): Fact<string> {
  const home = call.env.get('HOME');
  return inFolder(home?.known && home.value.startsWith('/') ? home : known('/root'), path, call.at);
}

export function writesFile(path: Fact<string>, from: WriteSource = 'command'): Effect {
  return { kind: 'writes', path, tree: false, from };
}

/** Writes the path and anything below it. */
export function writesTree(path: Fact<string>, from: WriteSource = 'command'): Effect {
  return { kind: 'writes', path, tree: true, from };
}

export function unknownEffect(because: string): Effect {
  return { kind: 'unknown', because };
}

/** Streams that are no files of the image: `/dev/null`, `-`. */
export function isStream(path: Fact<string>): boolean {
  return path.known && /^(-|\/dev\/.*|\/proc\/self\/fd\/.*)$/.test(path.value);
}

/** The name without the folder of system programs: `cp` for `/usr/bin/cp`. */
export function systemName(name: string): string {
  return name.replace(/^\/(usr\/(local\/)?)?s?bin\//, '');
}
