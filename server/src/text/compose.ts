import { sortEdits, type TextEdit } from './edit';

/**
 * A text that is edited again and again, and the edits that lead to it from the first one. Characters of the first text
 * that survive are outside of every edit.
 */
export interface EditedText {
  readonly text: string;
  /** Sorted, apart from each other; in offsets of the first text. */
  edits(): readonly TextEdit[];
  /**
   * @param edits in offsets of `text`.
   * @throws OverlappingEdits when two of them touch the same characters.
   */
  edited(edits: readonly TextEdit[]): EditedText;
}

/** A stretch of the first text, or text that came in later (`start` undefined). */
interface Piece {
  readonly text: string;
  readonly start: number | undefined;
}

export function editedText(original: string): EditedText {
  return ofPieces([{ text: original, start: 0 }], original.length);
}

function ofPieces(pieces: readonly Piece[], originalLength: number): EditedText {
  return {
    text: pieces.map(({ text }) => text).join(''),
    edits: () => editsBetween(pieces, originalLength),
    edited(edits) {
      const result: Piece[] = [];
      const take = taker(pieces);
      let at = 0;
      for (const { span, newText } of sortEdits(edits)) {
        result.push(...take(at, span.start));
        if (newText !== '') result.push({ text: newText, start: undefined });
        at = span.end;
      }
      result.push(...take(at, Infinity));
      return ofPieces(result, originalLength);
    },
  };
}

/** Cuts stretches out of the joined text of the pieces, each behind the one before: all together in one walk. */
function taker(pieces: readonly Piece[]): (from: number, to: number) => Piece[] {
  let index = 0;
  let offset = 0;
  return (from, to) => {
    const found: Piece[] = [];
    for (let piece = pieces[index]; piece && offset < to; piece = pieces[index]) {
      const { text, start } = piece;
      const low = Math.max(from - offset, 0);
      const high = Math.min(to - offset, text.length);
      if (low < high)
        found.push({ text: text.slice(low, high), start: start === undefined ? undefined : start + low });
      if (high < text.length) break;
      offset += text.length;
      index++;
    }
    return found;
  };
}

function editsBetween(pieces: readonly Piece[], originalLength: number): TextEdit[] {
  const edits: TextEdit[] = [];
  let newText = '';
  let at = 0;
  const closeAt = (start: number): void => {
    if (newText !== '' || start > at) edits.push({ span: { start: at, end: start }, newText });
    newText = '';
  };
  for (const { text, start } of pieces) {
    if (start === undefined) {
      newText += text;
      continue;
    }
    closeAt(start);
    at = start + text.length;
  }
  closeAt(originalLength);
  return edits;
}
