import type { RunCommand } from './model';
import { basename, joinPath, relativeTo } from '../text/path';

interface Placed {
  readonly path: string;
}

/** Short options that take the next word. Source: GNU coreutils manual. */
const valued: Readonly<Record<string, string>> = { cp: 'tS', mv: 'tS', ln: 'tS', install: 'gmotS' };

/** Folders of every base image, as far as programs are put into them. */
const standard = /^\/((usr\/(local\/)?)?s?bin|opt|srv|tmp|root|home|usr\/local)?$/;

/**
 * `cp app /usr/local/bin/`, `mv bin /opt/bin`, `install -m 755 app /app`: a program is where it was put.
 * @param folders known to exist; `mkdir` adds to them.
 */
export function relocate<T extends Placed>(
  command: Pick<RunCommand, 'argv' | 'cwd'>,
  built: T[],
  folders: Set<string>,
): void {
  const [first, ...rest] = command.argv;
  if (!first?.known || !command.cwd.known) return;
  const name = first.value.replace(/^\/(usr\/)?bin\//, '');
  const cwd = command.cwd.value;
  const words: string[] = [];
  for (const word of rest) {
    if (!word.known) return;
    words.push(word.value);
  }
  if (name === 'mkdir') {
    for (const word of words) if (!word.startsWith('-')) folders.add(withoutSlash(joinPath(cwd, word)));
    return;
  }
  const options = valued[name];
  if (options === undefined) return;
  const { operands, into } = readOperands(words, options);
  const target = into ?? operands.pop();
  if (target === undefined) return;
  const destination = withoutSlash(joinPath(cwd, target));
  const isFolder =
    into !== undefined ||
    operands.length > 1 ||
    /(^|\/)\.?\.?$/.test(target) ||
    standard.test(destination) ||
    folders.has(destination);
  const placed: T[] = [];
  for (const operand of operands) {
    const from = withoutSlash(joinPath(cwd, operand));
    const root = isFolder && !/\/\.$/.test(operand) ? joinPath(destination, basename(from)) : destination;
    for (const item of built.filter(({ path }) => relativeTo(from, path) !== undefined)) {
      if (name === 'mv') built.splice(built.indexOf(item), 1);
      const below = relativeTo(from, item.path) ?? '';
      placed.push({ ...item, path: below === '' ? root : joinPath(root, below) });
    }
  }
  built.push(...placed);
}

function readOperands(words: readonly string[], valuedOptions: string) {
  const operands: string[] = [];
  let into: string | undefined;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string;
    if (word.startsWith('--')) {
      into = /^--target-directory=(.+)$/.exec(word)?.[1] ?? into;
    } else if (word.startsWith('-') && word.length > 1) {
      const at = [...word].findIndex((letter, place) => place > 0 && valuedOptions.includes(letter));
      if (at === -1) continue;
      const value = at === word.length - 1 ? words[++i] : word.slice(at + 1);
      if (word[at] === 't') into = value;
    } else operands.push(word);
  }
  return { operands, into };
}

function withoutSlash(path: string): string {
  return path.replace(/(.)\/$/, '$1');
}
