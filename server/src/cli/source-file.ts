import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { UnusableInput, type Terminal } from './terminal';

/** A Dockerfile as read from disk or from standard input. */
export interface SourceFile {
  /** As the user gave or will see it. */
  readonly shown: string;
  /** Absolute. */
  readonly path: string;
  readonly uri: string;
  /** Without the byte order mark. */
  readonly text: string;
  /** False when bytes that are not UTF-8 were replaced: the text is good for reading, not for writing back. */
  readonly faithful: boolean;
  readonly byteOrderMark: boolean;
}

const mark = '\uFEFF';

/** @throws UnusableInput when the file is missing, unreadable or binary. */
export function readSource(terminal: Terminal, shown: string): SourceFile {
  const absolute = path.resolve(terminal.folder, shown);
  let bytes: Uint8Array;
  try {
    // Synchronous: with nothing else to do meanwhile, four trips through the thread pool only cost time.
    bytes = readFileSync(absolute);
  } catch (error) {
    throw new UnusableInput(`${shown}: ${readingFault(error)}`);
  }
  return sourceOf(shown, absolute, bytes);
}

/**
 * Standard input, taken for the file of the given name: its folder is where the project is looked for.
 * @throws UnusableInput when it is binary.
 */
export async function readInput(terminal: Terminal, name: string): Promise<SourceFile> {
  return sourceOf(name, path.resolve(terminal.folder, name), await terminal.readInput());
}

function sourceOf(shown: string, absolute: string, bytes: Uint8Array): SourceFile {
  if (bytes.includes(0)) throw new UnusableInput(`${shown}: not a text file`);
  const { text, faithful } = decode(bytes);
  const byteOrderMark = text.startsWith(mark);
  return {
    shown,
    path: absolute,
    uri: pathToFileURL(absolute).href,
    text: byteOrderMark ? text.slice(1) : text,
    faithful,
    byteOrderMark,
  };
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

function decode(bytes: Uint8Array): { text: string; faithful: boolean } {
  try {
    return { text: strict.decode(bytes), faithful: true };
  } catch {
    return { text: lenient.decode(bytes), faithful: false };
  }
}

/** The new text as it belongs in the file: with the byte order mark if there was one. */
export function fileContent(source: SourceFile, text: string): string {
  return source.byteOrderMark ? mark + text : text;
}

/** @throws UnusableInput when the text would come back changed outside of the edits. */
export function requireFaithful({ shown, faithful }: SourceFile): void {
  if (!faithful)
    throw new UnusableInput(`${shown}: not valid UTF-8, so it cannot be rewritten without damage`);
}

/** @throws UnusableInput when the file cannot be written. */
export async function writeSource(source: SourceFile, text: string): Promise<void> {
  requireFaithful(source);
  try {
    await writeFile(source.path, fileContent(source, text));
  } catch (error) {
    throw new UnusableInput(`${source.shown}: cannot be written (${codeOf(error)})`);
  }
}

/** Why a file or folder could not be read, in words. */
export function readingFault(error: unknown): string {
  switch (codeOf(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'no such file or folder';
    case 'EACCES':
    case 'EPERM':
      return 'permission denied';
    case 'EISDIR':
      return 'is a folder, not a file';
    case 'ELOOP':
      return 'symbolic links in a circle';
    default:
      return `cannot be read (${codeOf(error)})`;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
