import type { GoBinding, GoCall, GoEmbed, GoExpression, GoList, GoLiteral } from './expressions';
import { newFrame, valueOf, type Frame } from './source-frame';
import { goTokens, stringValue, type GoToken } from './tokenise';

export interface GoBody {
  readonly calls: readonly GoCall[];
  readonly lists: readonly GoList[];
  readonly literals: readonly GoLiteral[];
  readonly bindings: readonly GoBinding[];
  readonly embeds: readonly GoEmbed[];
  readonly declaresMain: boolean;
}

/**
 * Reads the declarations of a Go file for calls, string literals and what is bound to names. It is no Go parser: it
 * follows brackets and operands, enough to know which call a literal stands in. Bad input gives less, never a fault.
 * @param from offset behind the imports
 */
export function readBody(source: string, from: number): GoBody {
  const reader = new BodyReader(source);
  for (const token of goTokens(source, from)) reader.take(token);
  return reader.end();
}

const headers = new Set(['if', 'for', 'switch', 'select', 'else', 'func']);
const declarations = new Set(['type', 'var', 'const']);
/** Names before a `(` that do not make it a call. */
const noCallees = new Set([
  ...headers,
  ...declarations,
  ...'return range go defer case import chan map'.split(' '),
]);
/** Deeper input is read as if its inner parts stood here. */
const maxDepth = 1000;

class BodyReader {
  private readonly calls: GoCall[] = [];
  private readonly lists: GoList[] = [];
  private readonly literals: { -readonly [K in keyof GoLiteral]: GoLiteral[K] }[] = [];
  private readonly bindings: GoBinding[] = [];
  private readonly embeds: GoEmbed[] = [];
  private readonly stack: Frame[] = [];
  private declaresMain = false;
  private awaitingVariable: { pattern: string; offset: number }[] = [];
  private frame = newFrame('top', 0);
  private last: GoToken | undefined;
  private beforeLast: GoToken | undefined;
  private unit = 0;
  private units = 0;

  constructor(private readonly source: string) {}

  take(token: GoToken): void {
    if (token.kind === 'comment') {
      if (token.text.startsWith('//go:embed ')) this.awaitingVariable.push(...embedPatterns(token));
      return;
    }
    if (token.kind === 'name') this.takeName(token);
    else if (token.kind === 'string') this.takeString(token);
    else if (token.kind === 'operator') this.takeOperator(token);
    else this.operand({ kind: 'other', parts: [], offset: token.start });
    this.beforeLast = this.last;
    this.last = token;
  }

  end(): GoBody {
    while (this.stack.length > 0) this.close();
    this.finish();
    const { calls, lists, literals, bindings, embeds, declaresMain } = this;
    return { calls, lists, literals, bindings, embeds, declaresMain };
  }

  private takeName({ text, start }: GoToken): void {
    const { frame, last } = this;
    const before = frame.operands.at(-1);
    if (last?.text === '.' && (before?.kind === 'name' || before?.kind === 'call')) {
      const head = before.kind === 'name' ? before.name : `${before.call.callee}()`;
      frame.operands[frame.operands.length - 1] = {
        kind: 'name',
        name: `${head}.${text}`,
        offset: before.offset,
      };
      return;
    }
    const isTop = this.stack.length === 0;
    if (isTop && last?.text === 'func') this.declaresMain ||= text === 'main';
    this.operand({ kind: 'name', name: text, offset: start });
    // Only now: what stands before belongs to the package level.
    if (isTop && text === 'func') this.unit = ++this.units;
    if (headers.has(text)) frame.header = text;
    if (declarations.has(text)) frame.header = undefined;
    if (text !== 'var') {
      for (const embed of this.awaitingVariable) this.embeds.push({ ...embed, variable: text });
      this.awaitingVariable = [];
    }
  }

  private takeString({ text, start }: GoToken): void {
    const value = stringValue(text);
    this.operand({ kind: 'text', value, offset: start });
    this.literals.push({ value, offset: start, unit: this.unit, ...this.place() });
  }

  private takeOperator({ text, start }: GoToken): void {
    const { frame, last } = this;
    if (text === '(') this.openRound(start);
    else if (text === '[') this.open('index', start);
    else if (text === '{') this.openCurly(start);
    else if (text === ')' || text === ']' || text === '}') {
      if (this.stack.length > 0) this.close();
    } else if (text === ',') {
      const first =
        frame.binding === undefined ? (frame.firstName ?? nameOf(frame.operands.at(-1))) : undefined;
      this.finish();
      frame.firstName = first;
      if (frame.header === 'func') frame.header = undefined;
    } else if (text === ';') this.finish();
    else if (text === ':' && frame.kind !== 'index') {
      const before = frame.operands.at(-1);
      const literal = this.literals.at(-1);
      if (literal && last?.kind === 'string') literal.isKey = true;
      this.finish();
      frame.key = before?.kind === 'text' ? before.value : nameOf(before);
    } else if (text === ':=' || (text === '=' && isAssignment(this.source, start))) {
      const target = this.assigned();
      this.finish();
      frame.binding = target;
    } else if (text !== '+' && text !== '.' && text !== '...' && frame.operands.length > 0)
      frame.broken = true;
  }

  /** The first name before `=`; in `x string = "a"` the one before the type. */
  private assigned(): string | undefined {
    const { last, beforeLast, frame } = this;
    if (frame.firstName !== undefined) return frame.firstName;
    if (last?.text === 'string' && beforeLast?.kind === 'name') return beforeLast.text;
    return nameOf(this.frame.operands.at(-1));
  }

  private openRound(start: number): void {
    const before = this.frame.operands.at(-1);
    const callee = this.last && endsOperand(this.last) ? nameOf(before)?.replace(/\[0?\]$/, '') : undefined;
    if (before && callee !== undefined && !noCallees.has(callee)) {
      this.open('call', before.offset, { callee, args: [], offset: before.offset, unit: this.unit });
    } else this.open('group', start);
  }

  /** Tells a composite literal from a block, by the rules that keep Go's own grammar unambiguous. */
  private openCurly(start: number): void {
    const { frame, last, beforeLast } = this;
    if (last?.text === 'interface' || last?.text === 'struct') return this.open('type', start);
    // In the header of a statement a literal needs a type in brackets: `range []string{...} {`.
    const inHeader = frame.header !== undefined && !(frame.header !== 'func' && beforeLast?.text === ']');
    const mayFollowType = last !== undefined && (last.kind === 'name' || /^[\]},{:(]$/.test(last.text));
    if (!inHeader && mayFollowType && !headers.has(last.text)) {
      return this.open('list', start, undefined, nameOf(frame.operands.at(-1)));
    }
    frame.header = undefined;
    this.open('block', start);
  }

  private open(kind: Frame['kind'], offset: number, call?: Frame['call'], type?: string): void {
    if (this.stack.length >= maxDepth) return;
    this.stack.push(this.frame);
    this.frame = newFrame(kind, offset, call, type);
  }

  private close(): void {
    this.finish();
    const inner = this.frame;
    this.frame = this.stack.pop() ?? inner;
    const { operands } = this.frame;
    const { offset } = inner;
    if (inner.call) {
      this.calls.push(inner.call);
      operands[operands.length - 1] = { kind: 'call', call: inner.call, offset };
    } else if (inner.kind === 'list') {
      const list: GoList = { kind: 'list', type: inner.type, items: inner.items, offset };
      this.lists.push(list);
      this.frame.operands = [list];
    } else if (inner.kind === 'group') {
      const [first] = inner.items;
      operands.push(first && inner.items.length === 1 ? first.value : { kind: 'other', parts: [], offset });
    } else if (inner.kind === 'index') {
      const before = operands.at(-1);
      // `os.Args[0]` is the program itself, `os.Args[1]` the user's business.
      const index = this.last?.text === '0' && this.beforeLast?.text === '[' ? '0' : '';
      if (before?.kind === 'name') {
        operands[operands.length - 1] = { ...before, name: `${before.name}[${index}]` };
      }
    } else if (inner.kind === 'block') {
      this.finish();
      if (this.stack.length === 0) this.unit = 0;
    }
  }

  /** A new operand right behind another one begins a new statement: Go's semicolons are line ends, which are not kept. */
  private operand(value: GoExpression): void {
    // In `[]string{...}` nothing stands before the type.
    if (this.last && endsOperand(this.last) && this.frame.operands.length > 0) this.finish();
    this.frame.operands.push(value);
  }

  /** The argument, item or statement is complete. */
  private finish(): void {
    const { frame } = this;
    if (frame.operands.length > 0) {
      const value = valueOf(frame);
      if (frame.call) frame.call.args.push(value);
      else if (frame.kind === 'list' || frame.kind === 'group') frame.items.push({ key: frame.key, value });
      if (frame.binding !== undefined) this.bindings.push({ name: frame.binding, value, unit: this.unit });
    }
    frame.operands = [];
    frame.broken = false;
    frame.key = undefined;
    frame.binding = undefined;
    frame.firstName = undefined;
  }

  private place(): Pick<GoLiteral, 'call' | 'argument' | 'key' | 'isKey'> {
    const key = this.frame.key ?? this.frame.binding;
    const nowhere = { call: undefined, argument: 0, key, isKey: false };
    for (let i = this.stack.length, here: Frame | undefined = this.frame; here; here = this.stack[--i]) {
      if (here.kind === 'index') return { ...nowhere, isKey: true };
      if (here.call) return { call: here.call, argument: here.call.args.length, key, isKey: false };
      if (here.kind !== 'group' && here.kind !== 'list') break;
    }
    return nowhere;
  }
}

function nameOf(expression: GoExpression | undefined): string | undefined {
  return expression?.kind === 'name' ? expression.name : undefined;
}

function endsOperand({ kind, text }: GoToken): boolean {
  return kind !== 'operator' || text === ')' || text === ']' || text === '}';
}

function isAssignment(source: string, at: number): boolean {
  return source[at + 1] !== '=' && !/[=!<>+\-*/%&|^]/.test(source[at - 1] ?? '');
}

function embedPatterns({ text, start }: GoToken): { pattern: string; offset: number }[] {
  return [...text.slice('//go:embed '.length).matchAll(/"(?:\\.|[^"\\])*"|`[^`]*`|\S+/g)].map(
    ([written]) => ({
      pattern: (/^["`]/.test(written) ? stringValue(written) : written).replace(/^all:/, ''),
      offset: start,
    }),
  );
}
