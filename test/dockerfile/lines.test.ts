import { describe, expect, it } from 'vitest';
import { parseDockerfile } from '../../server/src/dockerfile/parse';
import { instruction, outline, slice } from './sketch';

describe('logical lines', () => {
  const cases: readonly (readonly [what: string, text: string, outline: readonly string[]])[] = [
    ['joins continued lines without a space', 'RUN a\\\nb', ['RUN ab']],
    ['keeps the indentation of continued lines', 'RUN a \\\n    b', ['RUN a     b']],
    ['allows blanks behind the backslash', 'RUN a \\ \t\n b\nUSER c', ['RUN a  b', 'USER c']],
    ['joins at CRLF', 'RUN a \\\r\n b\r\nUSER c\r\n', ['RUN a  b', 'USER c']],
    ['drops comment lines inside', 'RUN a \\\n  # note \\\n b', ['RUN a  b']],
    ['drops empty lines inside', 'RUN a \\\n\n \t\n b', ['RUN a  b']],
    ['keeps a # that starts no line', 'RUN a # b\nUSER c # d', ['RUN a # b', 'USER c # d']],
    ['joins a keyword that is broken', 'FR\\\nOM x', ['FROM x']],
    ['does not continue a comment', '# a \\\nRUN b', ['RUN b']],
    ['reads an indented instruction', '\t RUN a', ['RUN a']],
    ['swallows what follows a dangling backslash', 'RUN a \\\n\n# c\nCOPY x y', ['RUN a COPY x y']],
    ['ends at the end of the file', 'RUN a \\\n# c\n\n', ['RUN a']],
    ['knows no continuation by the other character', 'RUN a `\nUSER b', ['RUN a `', 'USER b']],
    ['reads a backslash at the very end', 'RUN a \\', ['RUN a']],
    ['reads a file of nothing but a backslash', '\\', ['']],
  ];
  it.each(cases)('%s', (_what, text, expected) => {
    expect(outline(text)).toEqual(expected);
  });

  it('continue at a backtick when # escape says so, and not at a backslash', () => {
    expect(outline('# escape=`\nRUN a `\n b\nRUN dir C:\\\nUSER c')).toEqual([
      'RUN a  b',
      'RUN dir C:\\',
      'USER c',
    ]);
  });

  it('map each character of the body to its place in the document', () => {
    const text = 'RUN one \\\n  # note\n  two \\\r\n\tthree\n';
    const { body } = instruction(text, 'run');
    expect(body.text).toBe('one   two \tthree');
    expect(body.offsets).toHaveLength(body.text.length + 1);
    expect(Array.from(body.text, (_char, i) => text.charAt(body.offsets[i] ?? -1)).join('')).toBe(body.text);
    expect(body.offsets[body.text.length]).toBe(text.indexOf('three') + 'three'.length);
  });
});

describe('a body that ends before a continuation', () => {
  it('ends behind its last character, not on the next line', () => {
    const { body } = instruction('RUN a\\\n \\\n', 'run');
    expect(body.text).toBe('a');
    expect(Array.from(body.offsets)).toEqual([4, 5]);
  });
});

describe('the spans of an instruction', () => {
  const text = '# c\n  RUN a \\\n  # inner\n  b  \r\n\nUSER x';

  it('are the keyword to the last character, and whole lines', () => {
    const run = instruction(text, 'run');
    expect(slice(text, run.span)).toBe('RUN a \\\n  # inner\n  b');
    expect(slice(text, run.lines)).toBe('  RUN a \\\n  # inner\n  b  \r\n');
    expect(slice(text, run.keywordSpan)).toBe('RUN');
  });

  it('end at the end of a file without a last line ending', () => {
    const user = instruction(text, 'user');
    expect([slice(text, user.span), slice(text, user.lines)]).toEqual(['USER x', 'USER x']);
  });

  it('of a broken keyword hold both parts', () => {
    const broken = 'WORK\\\nDIR /x';
    expect(slice(broken, instruction(broken, 'workdir').keywordSpan)).toBe('WORK\\\nDIR');
  });

  it('hold a dangling backslash, and the lines what it swallows', () => {
    const dangling = 'RUN a \\\n\n# c\n';
    const run = instruction(dangling, 'run');
    expect([slice(dangling, run.span), slice(dangling, run.lines)]).toEqual(['RUN a \\', dangling]);
  });

  it('leave out a byte order mark', () => {
    expect(instruction('\uFEFFUSER a\n', 'user').lines).toEqual({ start: 1, end: 8 });
  });

  it('put an empty body behind the keyword', () => {
    expect(instruction('FROM a\nRUN  \n', 'run').body).toEqual({ text: '', offsets: Uint32Array.of(10) });
  });
});

describe('comments', () => {
  it('are all comment lines, with those inside instructions, in order', () => {
    const text = '#one\nRUN a \\\n  # two \r\n b\n\t#\n# three';
    const parsed = parseDockerfile(text);
    expect(parsed.comments.map((comment) => slice(text, comment.span))).toEqual([
      '#one',
      '# two ',
      '#',
      '# three',
    ]);
    expect(parsed.comments.map((comment) => comment.content)).toEqual(['one', 'two', '', 'three']);
    expect(parsed.instructions[0]?.innerComments).toEqual([parsed.comments[1]]);
  });

  it('are not lines of a heredoc, nor directives', () => {
    expect(parseDockerfile('# syntax=x\nRUN <<E\n# no\nE\n').comments).toEqual([]);
  });
});

describe('the line ending of a file', () => {
  it.each([
    ['a\r\nb\n', '\r\n'],
    ['a\nb\r\n', '\n'],
    ['a', '\n'],
    ['', '\n'],
    ['\n', '\n'],
  ])('of %j is %j', (text, newline) => {
    expect(parseDockerfile(text).newline).toBe(newline);
  });
});
