import type { MappedText } from '../text/mapped-text';
import type { Span } from '../text/span';
import type { ShellScript, SimpleCommand } from './ast';
import { simpleCommand, redirectionOf, type Surroundings, type Ties } from './command';
import { effectiveCommand } from './effective-command';
import { quotedText, shellTextArgument } from './nested';
import { asks, negated } from './question';
import { opaqueSource, sourceOf, type ShellSource } from './source';
import {
  eachChild,
  parseSyntax,
  type CommandNode,
  type CommandSyntax,
  type PipelineSyntax,
  type RedirectionNode,
  type ScriptSyntax,
  type Statement,
  type SyntaxNode,
} from './syntax';

/** Scripts inside scripts (`$(...)`, `sh -c`, compound commands) beyond this are left unread, with a fault. */
const MAX_DEPTH = 60;

/**
 * The simple commands of a shell text in source order. Reads every shell as Bash. Never throws: where the text is
 * broken or too deeply nested, `fault` says so and `commands` holds what ends before it. A script with `sh -c`, a
 * heredoc body, a pipe, `||`, `&`, `!` or any compound command is not `plain`.
 */
export function parseShell(text: MappedText): ShellScript {
  const walk: Walk = { commands: [], faults: [], plain: true, scopes: 0 };
  const source = sourceOf(text);
  const outermost: Place = { runs: 'always', scope: 0, outerScope: undefined, depth: 0, outermost: true };
  readScript(walk, source, outermost);
  const fault = walk.faults.sort((a, b) => a.span.start - b.span.start)[0];
  const ordered = walk.commands.sort((a, b) => a.span.start - b.span.start);
  return {
    commands: fault ? ordered.filter((command) => command.span.end <= fault.span.start) : ordered,
    fault,
    plain: walk.plain && fault === undefined,
  };
}

interface Walk {
  readonly commands: SimpleCommand[];
  readonly faults: { readonly message: string; readonly span: Span }[];
  plain: boolean;
  /** Number of the last scope handed out. */
  scopes: number;
}

interface Place extends Surroundings {
  readonly depth: number;
  /** In the outermost list: a command that fails last fails the script. */
  readonly outermost: boolean;
}

function readScript(walk: Walk, source: ShellSource, place: Place): void {
  try {
    walkScript(walk, parseSyntax(source.text), source, place);
  } catch {
    walk.faults.push({ message: 'too deeply nested to be read', span: source.spanOf(0, 0) });
  }
}

function walkScript(walk: Walk, script: ScriptSyntax, source: ShellSource, place: Place): void {
  for (const error of script.errors ?? []) {
    walk.faults.push({
      message: error.message,
      span: source.spanOf(error.pos, Math.min(error.pos + 1, source.text.length)),
    });
  }
  if (place.depth > MAX_DEPTH) {
    walk.faults.push({
      message: 'too deeply nested to be read',
      span: source.spanOf(script.pos, script.end),
    });
    return;
  }
  walkList(walk, script.commands, source, place);
}

function walkList(walk: Walk, list: readonly Statement[], source: ShellSource, place: Place): void {
  list.forEach((statement, i) => {
    const background = statement.background === true;
    if (background) walk.plain = false;
    const joiner = i === 0 ? 'start' : list[i - 1]?.background ? '&' : ';';
    const follower = background ? '&' : i === list.length - 1 ? 'end' : ';';
    const node = statement.command;
    if (node.type !== 'AndOr') {
      walkNode(walk, node, source, place, { joiner, follower });
      return;
    }
    // `[ ... ] && a` in the middle of a script: a false answer skips `a` and the script goes on.
    const skippable = !place.outermost || follower !== 'end' || node.operators.includes('||');
    let guarded = false;
    node.commands.forEach((command, k) => {
      const before = node.operators[k - 1];
      if (before === '||') walk.plain = guarded = false;
      const ties: Ties = { joiner: before ?? joiner, follower: node.operators[k] ?? follower };
      const runs = place.runs === 'always' && (guarded || before === '||') ? 'maybe' : place.runs;
      walkNode(walk, command, source, { ...place, runs, outermost: false }, ties);
      if (asks(command) && (skippable || negated(command))) guarded = true;
    });
  });
}

function walkNode(
  walk: Walk,
  node: CommandNode | PipelineSyntax,
  source: ShellSource,
  place: Place,
  ties: Ties,
): void {
  if (node.type === 'Command') {
    addCommand(walk, node, source, place, ties, undefined);
    return;
  }
  if (node.type === 'Pipeline') {
    walkPipeline(walk, node, source, place, ties);
    return;
  }
  walk.plain = false;
  const inner: Place = { ...place, depth: place.depth + 1, outermost: false };
  if (inner.depth > MAX_DEPTH) {
    walk.faults.push({ message: 'too deeply nested to be read', span: source.spanOf(node.pos, node.pos) });
    return;
  }
  if (node.type === 'Redirected') {
    walkNode(walk, node.command, source, inner, ties);
    addRedirections(walk, node.redirects, source, place, ties);
  } else if (node.type === 'Subshell') walkList(walk, node.body.commands, source, newScope(walk, inner));
  else if (node.type === 'BraceGroup') walkList(walk, node.body.commands, source, inner);
  else walkInside(walk, node, source, node.type === 'Coproc' ? newScope(walk, inner) : inner);
}

/** Lists and expansions at any depth of a compound command: their commands may run or not. */
function walkInside(walk: Walk, node: SyntaxNode, source: ShellSource, place: Place): void {
  const maybe: Place = { ...place, runs: place.runs === 'always' ? 'maybe' : place.runs };
  eachChild(node, (child) => {
    if (child.type === 'CompoundList') walkList(walk, child.commands, source, maybe);
    else if (child.type === 'Elif' || child.type === 'CaseItem') walkInside(walk, child, source, place);
    else if (child.type === 'Command' || child.type === 'BraceGroup' || child.type === 'Subshell')
      walkNode(walk, child, source, maybe, { joiner: 'start', follower: 'end' });
    else if (isCompound(child)) walkNode(walk, child, source, maybe, { joiner: 'start', follower: 'end' });
    else walkExpansions(walk, child, source, place);
  });
}

function isCompound(node: SyntaxNode): node is CommandNode {
  return ['If', 'For', 'ArithmeticFor', 'Select', 'While', 'Case', 'Redirected'].includes(node.type);
}

function walkPipeline(walk: Walk, node: PipelineSyntax, source: ShellSource, place: Place, ties: Ties): void {
  const { commands, prefixes } = node;
  const time = prefixes.length === 1 && prefixes[0]?.type === 'Time' ? prefixes[0] : undefined;
  if (time === undefined || commands.length > 1) walk.plain = false;
  commands.forEach((command, i) => {
    const here: Ties = {
      joiner: i === 0 ? ties.joiner : '|',
      follower: i === commands.length - 1 ? ties.follower : '|',
    };
    const member = commands.length > 1 ? newScope(walk, place) : place;
    const timed = i === 0 && command.type === 'Command' ? time : undefined;
    if (timed && command.type === 'Command') addCommand(walk, command, source, member, here, timed);
    else walkNode(walk, command, source, member, here);
  });
}

function newScope(walk: Walk, place: Place): Place {
  return { ...place, scope: ++walk.scopes, outerScope: place.scope };
}

function addCommand(
  walk: Walk,
  node: CommandSyntax,
  source: ShellSource,
  place: Place,
  ties: Ties,
  time: { readonly pos: number; readonly keywordEnd: number; readonly end: number } | undefined,
): void {
  const command = simpleCommand(node, source, place, ties, time);
  walk.commands.push(command);
  if (node.redirects.some((redirect) => redirect.type === 'HereDoc' && redirect.closing)) walk.plain = false;
  walkShellText(walk, node, command, source, place);
  eachChild(node, (child) => walkExpansions(walk, child, source, place));
}

/** `sh -c "..."`: its text is read as a script of its own, in a scope of its own. */
function walkShellText(
  walk: Walk,
  node: CommandSyntax,
  command: SimpleCommand,
  source: ShellSource,
  place: Place,
): void {
  const effective = effectiveCommand(command);
  const at = shellTextArgument(effective);
  if (at === undefined) return;
  walk.plain = false;
  if (at === 'computed') return;
  const word = node.args[node.args.length - effective.args.length + at];
  const text = word?.type === 'Word' ? quotedText(word, source) : undefined;
  if (text) readScript(walk, text, { ...newScope(walk, place), depth: place.depth + 1, outermost: false });
}

/** Redirections of a group or loop become a command without words, so that what they write is seen. */
function addRedirections(
  walk: Walk,
  nodes: readonly RedirectionNode[],
  source: ShellSource,
  place: Place,
  ties: Ties,
): void {
  const redirections = nodes.map((node) => redirectionOf(node, source));
  const span = source.spanOf(nodes[0]?.pos ?? 0, nodes.at(-1)?.end ?? 0);
  const { runs, scope, outerScope } = place;
  walk.commands.push({ assignments: [], words: [], redirections, span, ...ties, runs, scope, outerScope });
  for (const node of nodes) walkExpansions(walk, node, source, place);
}

/** Finds `$(...)`, backticks and `<(...)` below a node and walks their scripts. */
function walkExpansions(walk: Walk, node: SyntaxNode, source: ShellSource, place: Place): void {
  if (node.type === 'Word' && node.parts === undefined) return;
  if (node.type === 'Script') {
    const inner: Place = {
      ...newScope(walk, place),
      runs: 'substitution',
      depth: place.depth + 1,
      outermost: false,
    };
    walkScript(walk, node, source, inner);
    return;
  }
  // Backticks with escapes inside are decoded by the parser: offsets then index the decoded text.
  const escaped = 'script' in node && node.script?.source !== undefined ? node.script.source : undefined;
  const from = escaped === undefined ? source : opaqueSource(escaped, source.spanOf(node.pos, node.end));
  eachChild(node, (child) => walkExpansions(walk, child, from, place));
}
