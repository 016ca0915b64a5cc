import type { Span } from '../text/span';
import type { Dockerfile, Flag, Instruction } from './ast';
import { readFlags } from './flags';
import { type JoinedText, sliceJoined, spanIn } from './joined-text';
import { isSeparator, skipSpaces, trimSpacesEnd } from './whitespace';

/** Keyword, flags and the rest of a joined line. */
export interface Head {
  /** `unknown` for a keyword that Docker does not know. */
  readonly kind: Instruction['kind'];
  /** Upper case. */
  readonly keyword: string;
  readonly keywordSpan: Span;
  readonly flags: readonly Flag[];
  readonly body: JoinedText;
}

const kinds: ReadonlyMap<string, Instruction['kind']> = new Map(
  (
    [
      ...([
        'from',
        'run',
        'cmd',
        'entrypoint',
        'shell',
        'copy',
        'add',
        'env',
        'arg',
        'label',
        'onbuild',
      ] as const),
      ...(['workdir', 'user', 'stopsignal', 'expose', 'volume', 'maintainer', 'healthcheck'] as const),
    ] as const
  ).map((kind) => [kind, kind]),
);

/** Splits a joined line as BuildKit does (parser/split_command.go, `splitCommand`). */
export function readHead(joined: JoinedText, escape: Dockerfile['escape']): Head {
  const end = trimSpacesEnd(joined.text, 0, joined.text.length);
  const line = sliceJoined(joined, skipSpaces(joined.text, 0, end), end);
  const { text } = line;
  let keywordEnd = 0;
  while (keywordEnd < text.length && !isSeparator(text.charCodeAt(keywordEnd))) keywordEnd++;
  const written = text.slice(0, keywordEnd);
  const kind = kinds.get(written.toLowerCase());
  const { flags, bodyStart } = readFlags(line, keywordEnd, escape);
  return {
    kind: kind ?? 'unknown',
    keyword: (kind ?? written).toUpperCase(),
    keywordSpan: spanIn(line, 0, keywordEnd),
    flags,
    body: sliceJoined(line, skipSpaces(text, bodyStart, text.length), text.length),
  };
}
