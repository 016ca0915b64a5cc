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
      let at = 0;
      const length = pieces.reduce((sum, { text }) => sum + text.length, 0);
      for (const { span, newText } of sortEdits(edits)) {
        result.push(...cut(pieces, at, span.start), { text: newText, start: undefined });
        at = span.end;
      }
      result.push(...cut(pieces, at, length));
      return ofPieces(
        result.filter(({ text }) => text !== ''),
        originalLength,
      );
    },
  };
}

/** The part of the pieces between two offsets of their joined text. */
function cut(pieces: readonly Piece[], from: number, to: number): Piece[] {
  const found: Piece[] = [];
  let offset = 0;
  for (const { text, start } of pieces) {
    const low = Math.max(from - offset, 0);
    const high = Math.min(to - offset, text.length);
    if (low < high)
      found.push({ text: text.slice(low, high), start: start === undefined ? undefined : start + low });
    offset += text.length;
  }
  return found;
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
