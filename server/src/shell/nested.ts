import { nestedSource, type ShellSource } from './source';
import type { EffectiveCommand } from './effective-command';
import type { WordNode } from './syntax';

const SHELLS = new Set(['sh', 'bash', 'dash', 'ash', 'ksh', 'zsh']);
const LONG_WITH_VALUE = new Set(['--rcfile', '--init-file']);

/** Which argument of `sh -c TEXT` is the text: its index, `computed` when an expansion hides it, undefined for other commands. */
export function shellTextArgument(command: EffectiveCommand): number | 'computed' | undefined {
  const base = command.name?.slice(command.name.lastIndexOf('/') + 1);
  if (base === undefined || !SHELLS.has(base)) return undefined;
  let sawC = false;
  for (let i = 0; i < command.args.length; i++) {
    const option = command.args[i]?.literal;
    if (option === undefined) return sawC ? i : 'computed';
    if (option.startsWith('--') && option.length > 2) {
      if (LONG_WITH_VALUE.has(option)) i++;
    } else if (/^[-+][A-Za-z]+$/.test(option)) {
      sawC ||= option.startsWith('-') && option.includes('c');
      // `-o pipefail`, also inside a cluster: `-eo pipefail -c`.
      if (/[oO]/.test(option)) i++;
    } else return sawC ? (option === '--' ? i + 1 : i) : undefined;
  }
  return undefined;
}

/** The text that a quoted word hands to the shell, with its way back to the document; undefined when it holds an expansion. */
export function quotedText(word: WordNode, outer: ShellSource): ShellSource | undefined {
  if (word.parts === undefined) {
    const unescaped = word.value === outer.text.slice(word.pos, word.end);
    return unescaped ? sliceOf(outer, word.pos, word.end) : undefined;
  }
  const part = word.parts.length === 1 ? word.parts[0] : undefined;
  if (part?.type === 'SingleQuoted') return sliceOf(outer, part.pos + 1, part.pos + 1 + part.value.length);
  if (part?.type === 'DoubleQuoted' && part.parts.every((inner) => inner.type === 'Literal')) {
    return unescaped(outer, part.pos + 1, part.end - 1);
  }
  return undefined;
}

function sliceOf(outer: ShellSource, start: number, end: number): ShellSource {
  const starts = Array.from({ length: end - start }, (_, i) => start + i);
  const ends = starts.map((each) => each + 1);
  return nestedSource(outer.text.slice(start, end), starts, ends, outer);
}

/** Between double quotes a backslash is dropped before `$`, a backtick, `"`, `\` and a line end (with it). */
function unescaped(outer: ShellSource, start: number, end: number): ShellSource {
  const { text } = outer;
  const starts: number[] = [];
  const ends: number[] = [];
  let value = '';
  for (let i = start; i < end; i++) {
    const from = i;
    const next = text[i + 1] ?? '';
    if (text[i] === '\\' && i + 1 < end && '$`"\\\n'.includes(next)) {
      i++;
      if (next === '\n') continue;
    }
    value += text[i];
    starts.push(from);
    ends.push(i + 1);
  }
  return nestedSource(value, starts, ends, outer);
}
