import { describe, expect, it } from 'vitest';
import { readMarks, sectionsOf } from './marked-dockerfile';

describe('rows of carets', () => {
  it('mark the line above them and are taken out', () => {
    const { text, marks } = readMarks('FROM a\n     ^ why not\nRUN b\n');
    expect(text).toBe('FROM a\nRUN b\n');
    const range = { start: { line: 0, character: 5 }, end: { line: 0, character: 6 } };
    expect(marks).toEqual([{ range, message: 'why not' }]);
  });

  it('mark the same line when they follow each other', () => {
    const { marks } = readMarks('FROM a\n^^^^\n     ^\n');
    expect(marks.map(({ range }) => range.start)).toEqual([
      { line: 0, character: 0 },
      { line: 0, character: 5 },
    ]);
  });

  it('are refused when they reach beyond the line', () => {
    expect(() => readMarks('RUN\n^^^^\n')).toThrow('beyond the line');
  });

  it('are not seen in lines with other text before them', () => {
    expect(readMarks('RUN echo ^\n').marks).toEqual([]);
  });
});

describe('sections', () => {
  it('hold the blocks under their heading, with language and path', () => {
    const markdown = '# a\n\n## b\n\n```dockerfile\nFROM x\n```\n\n```context go.mod\nmodule m\n```\n';
    expect(sectionsOf(markdown)).toEqual([
      { heading: 'a', blocks: [] },
      {
        heading: 'b',
        blocks: [
          { language: 'dockerfile', argument: '', text: 'FROM x\n' },
          { language: 'context', argument: 'go.mod', text: 'module m\n' },
        ],
      },
    ]);
  });

  it('do not begin at a comment inside a block', () => {
    expect(sectionsOf('# a\n```dockerfile\n# not a heading\n```\n')).toHaveLength(1);
  });

  it('are refused when a block is left open', () => {
    expect(() => sectionsOf('# a\n```dockerfile\nFROM x\n')).toThrow('not closed');
  });
});
