import { known, unknown } from '../../text/fact';
import type { Argument } from './call';

/** Which options of a program take a value; all others are switches. */
export interface OptionSpec {
  /** Letters: `o` for `-o FILE`. */
  readonly short?: string;
  /** Names without dashes: `output` for `--output FILE`; `--output=FILE` needs no entry. */
  readonly long?: readonly string[];
  /** Options end at the first operand, as in `git VERB ...` or `find PATH ...`. */
  readonly stopAtOperand?: boolean;
}

/** The arguments of a call, taken apart as getopt does. Options go by their name without dashes. */
export class Options {
  readonly operands: Argument[] = [];
  private readonly found = new Map<string, (Argument | undefined)[]>();

  constructor(args: readonly Argument[], spec: OptionSpec = {}) {
    for (let i = 0; i < args.length; i++) {
      const argument = args[i] as Argument;
      const text = optionText(argument);
      if (text === undefined || text === '-' || text === '--') {
        if (text !== '--') this.operands.push(argument);
        if (text !== '--' && !spec.stopAtOperand) continue;
        this.operands.push(...args.slice(i + 1));
        break;
      }
      const attached = text.startsWith('--') ? this.readLong(text, argument) : undefined;
      if (attached === 'complete') continue;
      const open = attached ?? this.readShort(text, argument, spec.short ?? '');
      if (open === undefined) continue;
      if (text.startsWith('--') && !spec.long?.includes(open)) this.add(open, undefined);
      else this.add(open, args[++i]);
    }
  }

  has(...names: readonly string[]): boolean {
    return names.some((name) => this.found.has(name));
  }

  /** Value of the last of them that has one. */
  value(...names: readonly string[]): Argument | undefined {
    return this.values(...names).at(-1);
  }

  values(...names: readonly string[]): Argument[] {
    return names.flatMap((name) => this.found.get(name) ?? []).filter((value) => value !== undefined);
  }

  private add(name: string, value: Argument | undefined): void {
    const list = this.found.get(name);
    if (list) list.push(value);
    else this.found.set(name, [value]);
  }

  private readLong(text: string, argument: Argument): string {
    const equals = text.indexOf('=');
    if (equals === -1) return text.slice(2);
    this.add(text.slice(2, equals), tail(argument, equals + 1));
    return 'complete';
  }

  /** The letter that takes the next argument, if the cluster ends with one. */
  private readShort(text: string, argument: Argument, valued: string): string | undefined {
    for (let k = 1; k < text.length; k++) {
      const letter = text[k] as string;
      if (!valued.includes(letter)) this.add(letter, undefined);
      else if (k === text.length - 1 && argument.value.known) return letter;
      else {
        this.add(letter, tail(argument, k + 1));
        return undefined;
      }
    }
    return undefined;
  }
}

/** The text of an option; undefined for operands. Of `--prefix=$X` the part before the unknown value is enough. */
function optionText(argument: Argument): string | undefined {
  const { value, raw } = argument;
  if (value.known) return value.value.startsWith('-') ? value.value : undefined;
  const visible = /^-[^$`"']*/.exec(raw)?.[0];
  return visible === undefined || visible === '-' || visible === '--' ? undefined : visible;
}

/** The value that is written in the same word as its option. */
function tail(argument: Argument, from: number): Argument {
  const { value, at } = argument;
  return {
    ...argument,
    raw: argument.raw.slice(from),
    value: value.known ? known(value.value.slice(from), at) : unknown(value.because, at),
  };
}
