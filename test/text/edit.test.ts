import { describe, expect, it } from 'vitest';
import { applyEdits, OverlappingEdits, sortEdits, type TextEdit } from '../../server/src/text/edit';

const edit = (start: number, end: number, newText: string): TextEdit => ({ span: { start, end }, newText });

describe('edits', () => {
  it.each<[string, string, TextEdit[], string]>([
    ['none keeps the text', 'abc', [], 'abc'],
    ['a replacement', 'abc', [edit(1, 2, 'X')], 'aXc'],
    ['given out of order', 'abc', [edit(2, 3, 'Z'), edit(0, 1, 'X')], 'XbZ'],
    ['insertions at one place keep their order', 'ab', [edit(1, 1, 'X'), edit(1, 1, 'Y')], 'aXYb'],
    ['an insertion right before a replacement', 'ab', [edit(1, 2, 'Y'), edit(1, 1, 'X')], 'aXY'],
    ['touching replacements', 'abcd', [edit(0, 2, '1'), edit(2, 4, '2')], '12'],
    ['at the end', 'ab', [edit(2, 2, '!')], 'ab!'],
  ])('%s', (_, text, edits, expected) => {
    expect(applyEdits(text, edits)).toBe(expected);
  });

  it('that touch the same characters are refused', () => {
    expect(() => sortEdits([edit(0, 3, 'X'), edit(2, 4, 'Y')])).toThrow(OverlappingEdits);
    expect(() => sortEdits([edit(0, 3, 'X'), edit(1, 1, 'Y')])).toThrow(OverlappingEdits);
  });
});
