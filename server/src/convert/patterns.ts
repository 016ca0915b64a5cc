import type { ShellScript, ShellWord } from '../shell/ast';
import type { Start } from '../model/model';
import { quoteForShell } from '../shell/quote';
import type { Reason } from './conversion';

/** The one file that a pattern stands for in the image, written as the pattern is; undefined when that is not known. */
export type ExpandPattern = (pattern: string) => string | undefined;

/** The script with patterns exchanged for the file that each stands for. Notes say which. */
export function withoutPatterns(script: ShellScript, expand: ExpandPattern, notes: Reason[]): ShellScript {
  if (!script.commands.some(({ words }) => words.some(({ glob }) => glob))) return script;
  const commands = script.commands.map((command) => ({
    ...command,
    words: command.words.map((word) => withoutPattern(word, expand, notes)),
  }));
  return { ...script, commands };
}

function withoutPattern(word: ShellWord, expand: ExpandPattern, notes: Reason[]): ShellWord {
  const path = word.glob && word.literal !== undefined ? expand(word.literal) : undefined;
  if (path === undefined) return word;
  notes.push({
    message: `${word.raw} is ${path}: the build makes no other file of that pattern`,
    at: undefined,
  });
  const parts = [{ kind: 'text' as const, value: path, quoted: false }];
  return { ...word, raw: quoteForShell(path), parts, literal: path, glob: false };
}

/** A start command in shell form, likewise. */
export function startWithoutPatterns(
  start: Start | undefined,
  expand: ExpandPattern,
  notes: Reason[],
): Start | undefined {
  return start?.script ? { ...start, script: withoutPatterns(start.script, expand, notes) } : start;
}
