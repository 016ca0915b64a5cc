import type { MappedText } from '../text/mapped-text';
import type { Span } from '../text/span';
import type { ShellScript, ShellWord, SimpleCommand } from './ast';
import { effectiveCommand } from './effective-command';
import { shellTextArgument } from './nested';
import { parseShell } from './parse';

/** A string of a JSON array, as `dockerfile/` gives it. */
interface Item {
  readonly value: string;
  readonly span: Span;
  readonly mapped: MappedText;
}

/**
 * The script that an exec form amounts to: one command whose words are taken as they are, and for
 * `["sh", "-c", "..."]` the commands of the text too. Never throws; an empty array gives no command.
 */
export function execFormScript(items: readonly Item[]): ShellScript {
  const [first] = items;
  const last = items.at(-1);
  if (first === undefined || last === undefined) return { commands: [], fault: undefined, plain: true };
  const command: SimpleCommand = {
    assignments: [],
    words: items.map(literalWord),
    redirections: [],
    span: { start: first.span.start, end: last.span.end },
    joiner: 'start',
    follower: 'end',
    runs: 'always',
    scope: 0,
    outerScope: undefined,
  };
  const effective = effectiveCommand(command);
  const at = shellTextArgument(effective);
  const text = typeof at === 'number' ? items[items.length - effective.args.length + at]?.mapped : undefined;
  if (text === undefined) return { commands: [command], fault: undefined, plain: at === undefined };
  const inner = parseShell(text);
  const nested = inner.commands.map((each) => ({
    ...each,
    scope: each.scope + 1,
    outerScope: each.outerScope === undefined ? 0 : each.outerScope + 1,
  }));
  return { commands: [command, ...nested], fault: inner.fault, plain: false };
}

/** Docker hands the strings over unchanged: nothing in them is expanded. */
function literalWord({ value, span }: Item): ShellWord {
  return { raw: value, span, parts: [{ kind: 'text', value, quoted: true }], literal: value, glob: false };
}
