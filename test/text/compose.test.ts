import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editedText } from '../../server/src/text/compose';
import { applyEdits, OverlappingEdits, type TextEdit } from '../../server/src/text/edit';

const edit = (start: number, end: number, newText: string): TextEdit => ({ span: { start, end }, newText });

describe('edits on top of edits', () => {
  it.each<[string, TextEdit[][], string, TextEdit[]]>([
    ['none', [], 'abcdef', []],
    [
      'an edit of text that came in',
      [[edit(1, 2, 'XYZ')], [edit(2, 3, '-')]],
      'aX-Zcdef',
      [edit(1, 2, 'X-Z')],
    ],
    ['edits apart', [[edit(1, 2, '')], [edit(4, 5, 'F!')]], 'acdeF!', [edit(1, 2, ''), edit(5, 6, 'F!')]],
    ['an edit across old and new', [[edit(2, 2, 'XX')], [edit(1, 3, '')]], 'aXcdef', [edit(1, 2, 'X')]],
    ['an insertion that is taken back', [[edit(2, 2, 'XX')], [edit(2, 4, '')]], 'abcdef', []],
    ['an insertion at the end', [[edit(6, 6, 'g')], [edit(7, 7, 'h')]], 'abcdefgh', [edit(6, 6, 'gh')]],
  ])('come out as edits of the first text: %s', (_what, passes, text, edits) => {
    const result = passes.reduce((current, pass) => current.edited(pass), editedText('abcdef'));
    expect(result.text).toBe(text);
    expect(result.edits()).toEqual(edits);
  });

  it('lead to the same text, whatever they are', () => {
    const pass = fc.array(fc.tuple(fc.nat(30), fc.nat(5), fc.string({ maxLength: 4 })), { maxLength: 5 });
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.array(pass, { maxLength: 5 }), (original, passes) => {
        let current = editedText(original);
        for (const wanted of passes) {
          const edits: TextEdit[] = [];
          let at = 0;
          for (const [skip, length, newText] of wanted) {
            const start = Math.min(at + skip, current.text.length);
            at = Math.min(start + length, current.text.length);
            edits.push(edit(start, at, newText));
          }
          const expected = applyEdits(current.text, edits);
          current = current.edited(edits);
          expect(current.text).toBe(expected);
        }
        expect(applyEdits(original, current.edits())).toBe(current.text);
      }),
    );
  });

  it('that overlap are refused', () => {
    expect(() => editedText('abc').edited([edit(0, 2, ''), edit(1, 3, '')])).toThrow(OverlappingEdits);
  });
});
