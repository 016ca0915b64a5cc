import type { Assignment, ShellWord, SimpleCommand, WordPart } from './ast';
import { literalOf } from './word';

export interface EffectiveCommand {
  /** As written (`apt-get`, `./app`, `/usr/bin/env`); undefined when it is computed or there is none. */
  readonly name: string | undefined;
  /** Words after the name: always the last words of the command. */
  readonly args: readonly ShellWord[];
  /** Assignments before the command, and those handed to `env` or `sudo`. */
  readonly assignments: readonly Assignment[];
}

interface Wrapper {
  /** Short options, without the dash, that take the next word when nothing follows them in theirs. */
  readonly valued: string;
  /** Long options, without dashes, that take the next word. */
  readonly long: readonly string[];
  /** Words between the options and the command: `gosu USER command`. */
  readonly operands: number;
  /** Takes NAME=value words before the command. */
  readonly assigns: boolean;
  /** Options after which the rest is no command that runs in this place: `command -v`, `sudo -i`, `env -C dir`. */
  readonly stops: string;
}

const plain: Wrapper = { valued: '', long: [], operands: 0, assigns: false, stops: '' };

/** Commands that run the command that follows them. Init programs such as tini are not here: they are processes of their own. */
const WRAPPERS: Readonly<Record<string, Wrapper>> = {
  exec: { ...plain, valued: 'a' },
  builtin: plain,
  command: { ...plain, stops: 'vV' },
  env: { ...plain, valued: 'u', long: ['unset'], assigns: true, stops: 'CS' },
  sudo: {
    valued: 'ugChpRTU',
    long: ['user', 'group', 'close-from', 'host', 'prompt', 'chroot', 'command-timeout', 'other-user'],
    operands: 0,
    assigns: true,
    stops: 'iseDlvK',
  },
  doas: { ...plain, valued: 'uC' },
  time: { ...plain, valued: 'fo', long: ['format', 'output'] },
  nice: { ...plain, valued: 'n', long: ['adjustment'] },
  ionice: { ...plain, valued: 'cn', long: ['class', 'classdata'] },
  nohup: plain,
  setsid: plain,
  eatmydata: plain,
  stdbuf: { ...plain, valued: 'ioe', long: ['input', 'output', 'error'] },
  timeout: { ...plain, valued: 'ks', long: ['kill-after', 'signal'], operands: 1 },
  gosu: { ...plain, operands: 1 },
  'su-exec': { ...plain, operands: 1 },
};

type Words = Pick<SimpleCommand, 'words' | 'assignments'>;

const remembered = new WeakMap<Words, EffectiveCommand>();

/** The command that is run once exec, sudo, env, time and the like are looked through. `xargs` is left: its arguments are not in the text. */
export function effectiveCommand(command: Words): EffectiveCommand {
  // Everyone who looks at a command asks.
  let effective = remembered.get(command);
  if (effective === undefined) remembered.set(command, (effective = lookThrough(command)));
  return effective;
}

function lookThrough(command: Words): EffectiveCommand {
  const assignments = [...command.assignments];
  let at = 0;
  for (;;) {
    const name = command.words[at]?.literal;
    const result = { name, args: command.words.slice(at + 1), assignments };
    const wrapper = name === undefined ? undefined : wrapperOf(name);
    if (wrapper === undefined) return result;
    const found: Assignment[] = [];
    const next = wrappedAt(command.words, at + 1, wrapper, found);
    if (next === undefined) return result;
    assignments.push(...found);
    at = next;
  }
}

function wrapperOf(name: string): Wrapper | undefined {
  const base = name.replace(/^(\/usr)?(\/local)?\/s?bin\//, '');
  return Object.hasOwn(WRAPPERS, base) ? WRAPPERS[base] : undefined;
}

/** Index of the wrapped command's name; undefined when there is none or it cannot be told. */
function wrappedAt(
  words: readonly ShellWord[],
  from: number,
  wrapper: Wrapper,
  assignments: Assignment[],
): number | undefined {
  let at = from;
  for (; at < words.length; at++) {
    const option = words[at]?.literal;
    if (option === '--') {
      at++;
      break;
    }
    if (option === undefined || !option.startsWith('-') || option === '-') break;
    if (option.startsWith('--')) {
      if (wrapper.long.includes(option.slice(2))) at++;
      continue;
    }
    const letters = option.slice(1);
    for (let i = 0; i < letters.length; i++) {
      const letter = letters[i] as string;
      if (wrapper.stops.includes(letter)) return undefined;
      if (!wrapper.valued.includes(letter)) continue;
      if (i === letters.length - 1) at++;
      break;
    }
  }
  if (wrapper.assigns) {
    for (let word = words[at]; word !== undefined; word = words[++at]) {
      const assignment = assignmentOf(word);
      if (assignment === undefined) break;
      assignments.push(assignment);
    }
  }
  at += wrapper.operands;
  return at < words.length ? at : undefined;
}

/** Reads `NAME=value` out of an ordinary word; the value's span is the part after `=` when nothing before it is quoted. */
function assignmentOf(word: ShellWord): Assignment | undefined {
  const first = word.parts[0];
  if (first?.kind !== 'text') return undefined;
  const match = /^([A-Za-z_][A-Za-z0-9_]*)=/.exec(first.value);
  if (match === null) return undefined;
  const head = match[0].length;
  const parts: WordPart[] = [{ ...first, value: first.value.slice(head) }, ...word.parts.slice(1)];
  const unquotedHead = word.raw.startsWith(match[0]);
  const value: ShellWord = {
    raw: unquotedHead ? word.raw.slice(head) : word.raw,
    span: unquotedHead ? { start: word.span.start + head, end: word.span.end } : word.span,
    parts,
    literal: literalOf(parts),
    glob: word.glob,
  };
  return { name: match[1] as string, value, span: word.span };
}
