import type { Span } from './span';

/**
 * Text taken out of a document with parts left out (line continuations, comment lines inside them),
 * and for each of its characters the document offset that it came from.
 */
export interface MappedText {
  readonly text: string;
  /** `offsets[i]` is the document offset of `text[i]`; one extra entry gives the end of the last character. */
  readonly offsets: ArrayLike<number>;
}

/** The span of the document that `[start, end)` of the mapped text came from. */
export function documentSpan(mapped: MappedText, start: number, end: number): Span {
  const last = mapped.offsets.length - 1;
  const from = mapped.offsets[Math.min(start, last)] ?? 0;
  if (end <= start) return { start: from, end: from };
  // One past the last character, not the next character's place: a continuation may lie between the two.
  const to = (mapped.offsets[Math.min(end - 1, last)] ?? from) + 1;
  return { start: from, end: to };
}

/** A stretch of a document taken as it stands. */
export function mappedSlice(document: string, start: number, end: number): MappedText {
  const offsets = new Uint32Array(end - start + 1);
  for (let i = 0; i <= end - start; i++) offsets[i] = start + i;
  return { text: document.slice(start, end), offsets };
}
