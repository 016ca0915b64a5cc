import type { Span } from '../text/span';
import type { Arguments, Comment, Dockerfile, Heredoc, Instruction, UnknownInstruction, Word } from './ast';
import { readFrom } from './from';
import { type Head, readHead } from './head';
import { type JoinedText, sliceJoined, spanIn } from './joined-text';
import { readJsonStrings } from './json';
import { readPairs } from './pairs';
import { isSeparator } from './whitespace';
import { splitAtBlanks, wordOf, wordOfJson } from './words';

type Escape = Dockerfile['escape'];

/** Where an instruction stands and what is in it beside its line. */
export interface Surroundings {
  /** End of the instruction's span. */
  readonly end: number;
  readonly lines: Span;
  readonly heredocs: readonly Heredoc[];
  readonly innerComments: readonly Comment[];
}

/** What all instructions have, still without their own arguments. */
type Common = Omit<UnknownInstruction, 'kind' | 'onbuild'> & { onbuild?: boolean };

/** Reads the arguments of an instruction by its kind. */
export function buildInstruction(
  head: Head,
  surroundings: Surroundings,
  escape: Escape,
  onbuild = false,
): Instruction {
  const { kind, keyword, keywordSpan, flags, body } = head;
  const { end, lines, heredocs, innerComments } = surroundings;
  const span = { start: keywordSpan.start, end };
  // Object.assign adds the rest below: spreading the common part takes forty times as long.
  const base: Common = { keyword, keywordSpan, span, lines, flags, body, heredocs, innerComments };
  if (onbuild) base.onbuild = true;
  const flag = (name: string) => flags.find((candidate) => candidate.name === name);
  switch (kind) {
    case 'from': {
      const { image, alias } = readFrom(body, escape);
      return Object.assign(base, { kind, image, alias, platform: flag('platform') });
    }
    case 'run':
    case 'cmd':
    case 'entrypoint':
    case 'shell':
      return Object.assign(base, { kind, arguments: readArguments(body) });
    case 'copy':
    case 'add': {
      const words = readList(body, escape);
      const destination = words.length > 1 ? words.pop() : undefined;
      const [from, chown, chmod] = [flag('from'), flag('chown'), flag('chmod')];
      return Object.assign(base, { kind, from, chown, chmod, sources: words, destination });
    }
    case 'env':
    case 'label':
      return Object.assign(base, { kind, pairs: readPairs(body, escape, true) });
    case 'arg':
      return Object.assign(base, { kind, pairs: readPairs(body, escape, false) });
    case 'expose':
      return Object.assign(base, { kind, words: splitAtBlanks(body, escape) });
    case 'volume':
      return Object.assign(base, { kind, words: readList(body, escape) });
    case 'workdir':
    case 'user':
    case 'stopsignal':
    case 'maintainer':
      return Object.assign(base, {
        kind,
        words: body.text === '' ? [] : [wordOf(body, 0, body.text.length, escape)],
      });
    case 'healthcheck': {
      const { disabled, probe } = readProbe(body);
      return Object.assign(base, { kind, disabled, arguments: probe });
    }
    case 'onbuild':
      return Object.assign(base, {
        kind,
        trigger: onbuild ? undefined : readTrigger(body, surroundings, escape),
      });
    case 'unknown':
      return Object.assign(base, { kind });
  }
}

/** JSON form or shell form, as `parseMaybeJSON` decides it. */
function readArguments(body: JoinedText): Arguments {
  const span = spanIn(body, 0, body.text.length);
  const items = readJsonStrings(body);
  return items ? { form: 'exec', items, span } : { form: 'shell', text: body, span };
}

/** The words of an instruction that takes a JSON array or words. */
function readList(body: JoinedText, escape: Escape): Word[] {
  const items = readJsonStrings(body);
  return items ? items.map((item) => wordOfJson(item, escape)) : splitAtBlanks(body, escape);
}

/** The trigger of an ONBUILD; Docker refuses an ONBUILD in it, which is kept without a trigger of its own. */
function readTrigger(body: JoinedText, surroundings: Surroundings, escape: Escape): Instruction | undefined {
  if (body.text === '') return undefined;
  return buildInstruction(readHead(body, escape), surroundings, escape, true);
}

/** `NONE`, or `CMD` and its arguments; anything else is refused by Docker and has neither. */
function readProbe(body: JoinedText): { disabled: boolean; probe: Arguments | undefined } {
  const { text } = body;
  let typeEnd = 0;
  while (typeEnd < text.length && !isSeparator(text.charCodeAt(typeEnd))) typeEnd++;
  const type = text.slice(0, typeEnd).toUpperCase();
  let start = typeEnd;
  while (start < text.length && isSeparator(text.charCodeAt(start))) start++;
  const isProbe = type === 'CMD' && start < text.length;
  return {
    disabled: type === 'NONE',
    probe: isProbe ? readArguments(sliceJoined(body, start, text.length)) : undefined,
  };
}
