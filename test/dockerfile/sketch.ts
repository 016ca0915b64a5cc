import type { Arguments, Instruction } from '../../server/src/dockerfile/ast';
import { parseDockerfile } from '../../server/src/dockerfile/parse';
import type { Span } from '../../server/src/text/span';

/** The instruction of a kind in a text that has one of it. */
export function instruction<K extends Instruction['kind']>(text: string, kind: K): Instruction & { kind: K } {
  const isKind = (candidate: Instruction): candidate is Instruction & { kind: K } => candidate.kind === kind;
  const [found, ...others] = parseDockerfile(text).instructions.filter(isKind);
  if (!found || others.length > 0) throw new Error(`not one instruction of kind ${kind}`);
  return found;
}

export function slice(text: string, span: Span | undefined): string | undefined {
  return span && text.slice(span.start, span.end);
}

/** Keyword and joined body of every instruction: what a reader of the file should see in it. */
export function outline(text: string): string[] {
  return parseDockerfile(text).instructions.map(({ keyword, body }) => `${keyword} ${body.text}`.trim());
}

/** The strings of an exec form, or the text of a shell form. */
export function content(args: Arguments | undefined): readonly string[] | string | undefined {
  return args?.form === 'exec' ? args.items.map((item) => item.value) : args?.text.text;
}
