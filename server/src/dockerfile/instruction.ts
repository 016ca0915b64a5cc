import type { Span } from '../text/span';
import type { Arguments, Comment, Dockerfile, Heredoc, Instruction, Word } from './ast';
import { readFrom } from './from';
import { type Head, readHead } from './head';
import { type JoinedText, sliceJoined, spanIn } from './joined-text';
import { readJsonStrings } from './json';
import { readPairs } from './pairs';
import { isSpace, skipSpaces } from './whitespace';
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
  const common = { keyword, keywordSpan, span, lines, flags, body, heredocs, innerComments };
  const base = onbuild ? { ...common, onbuild } : common;
  const flag = (name: string) => flags.find((candidate) => candidate.name === name);
  switch (kind) {
    case 'from':
      return { ...base, kind, ...readFrom(body, escape), platform: flag('platform') };
    case 'run':
    case 'cmd':
    case 'entrypoint':
    case 'shell':
      return { ...base, kind, arguments: readArguments(body) };
    case 'copy':
    case 'add': {
      const words = readList(body, escape);
      const [sources, destination] =
        words.length > 1 ? [words.slice(0, -1), words[words.length - 1]] : [words, undefined];
      const named = { from: flag('from'), chown: flag('chown'), chmod: flag('chmod') };
      return { ...base, kind, ...named, sources, destination };
    }
    case 'env':
    case 'label':
      return { ...base, kind, pairs: readPairs(body, escape, true) };
    case 'arg':
      return { ...base, kind, pairs: readPairs(body, escape, false) };
    case 'expose':
      return { ...base, kind, words: splitAtBlanks(body, escape) };
    case 'volume':
      return { ...base, kind, words: readList(body, escape) };
    case 'workdir':
    case 'user':
    case 'stopsignal':
    case 'maintainer':
      return { ...base, kind, words: body.text === '' ? [] : [wordOf(body, 0, body.text.length, escape)] };
    case 'healthcheck':
      return { ...base, kind, ...readProbe(body) };
    case 'onbuild':
      return { ...base, kind, trigger: onbuild ? undefined : readTrigger(body, surroundings, escape) };
    case 'unknown':
      return { ...base, kind };
  }
}

/** JSON form or shell form, as `parseMaybeJSON` decides it. */
export function readArguments(body: JoinedText): Arguments {
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
function readProbe(body: JoinedText): { disabled: boolean; arguments: Arguments | undefined } {
  const { text } = body;
  let typeEnd = 0;
  while (typeEnd < text.length && !isSpace(text.charCodeAt(typeEnd))) typeEnd++;
  const type = text.slice(0, typeEnd).toUpperCase();
  const start = skipSpaces(text, typeEnd, text.length);
  const probe = type === 'CMD' && start < text.length;
  return {
    disabled: type === 'NONE',
    arguments: probe ? readArguments(sliceJoined(body, start, text.length)) : undefined,
  };
}
