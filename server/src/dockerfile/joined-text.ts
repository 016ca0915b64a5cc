import type { MappedText } from '../text/mapped-text';
import type { Span } from '../text/span';

/** The text of a logical line, continuations removed; the narrower type lets parts of it share one array. */
export interface JoinedText extends MappedText {
  readonly offsets: Uint32Array;
}

/** A whole document; lines that are taken from it as they stand share its offsets. */
export function joinedDocument(text: string): JoinedText {
  const offsets = new Uint32Array(text.length + 1);
  for (let i = 0; i <= text.length; i++) offsets[i] = i;
  return { text, offsets };
}

/** Joins stretches of a document: `pieces` holds start and end offsets in turn. */
export function joinPieces(document: JoinedText, pieces: readonly number[]): JoinedText {
  if (pieces.length === 2) return sliceJoined(document, pieces[0] ?? 0, pieces[1] ?? 0);
  const texts: string[] = [];
  let length = 0;
  for (let i = 0; i + 1 < pieces.length; i += 2) {
    const text = document.text.slice(pieces[i], pieces[i + 1]);
    texts.push(text);
    length += text.length;
  }
  const offsets = new Uint32Array(length + 1);
  let at = 0;
  texts.forEach((text, i) => {
    const start = pieces[2 * i] ?? 0;
    for (let k = 0; k < text.length; k++) offsets[at++] = start + k;
    offsets[at] = start + text.length;
  });
  return { text: texts.join(''), offsets };
}

/** `[start, end)` of a joined text. */
export function sliceJoined(joined: JoinedText, start: number, end: number): JoinedText {
  if (start === 0 && end === joined.text.length) return joined;
  const text = joined.text.slice(start, end);
  const last = endBefore(joined, end);
  // The extra entry is the end of the last character; with a continuation behind it that is not the next one's place.
  if (joined.offsets[end] === last) return { text, offsets: joined.offsets.subarray(start, end + 1) };
  const offsets = joined.offsets.slice(start, end + 1);
  offsets[end - start] = last;
  return { text, offsets };
}

/** Document span of `[start, end)`. An empty one sits right after the character before it, not behind a continuation. */
export function spanIn(mapped: MappedText, start: number, end: number): Span {
  const to = endBefore(mapped, end);
  return { start: end > start ? (mapped.offsets[start] ?? to) : to, end: to };
}

/** Document offset of the end of the character before `index`. */
function endBefore(mapped: MappedText, index: number): number {
  return index > 0 ? (mapped.offsets[index - 1] ?? 0) + 1 : (mapped.offsets[0] ?? 0);
}
