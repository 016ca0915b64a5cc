import { describe, expect, it } from 'vitest';
import type { ShellWord, WordPart } from '../../server/src/shell/ast';
import { parse, textOf } from './sketch';

/** The word behind `x `. */
function word(text: string): ShellWord {
  const words = parse(`x ${text}`).commands[0]?.words ?? [];
  expect(words).toHaveLength(2);
  return words[1] as ShellWord;
}

function show(part: WordPart): string {
  switch (part.kind) {
    case 'text':
      return part.quoted ? `"${part.value}"` : part.value;
    case 'variable': {
      const fallback = part.fallback === undefined ? '' : `${part.emptyIsUnset ? ':-' : '-'}${part.fallback}`;
      return `$${part.name}${fallback}${part.quoted ? ' quoted' : ''}`;
    }
    case 'opaque':
      return `opaque ${part.raw}`;
  }
}

describe('a word', () => {
  const cases: readonly (readonly [text: string, literal: string | undefined, ...parts: string[]])[] = [
    ['a', 'a', 'a'],
    ["'a b'", 'a b', '"a b"'],
    ['"a b"', 'a b', '"a b"'],
    ['""', '', '""'],
    ["''", '', '""'],
    ['a"b"c', 'abc', 'a', '"b"', 'c'],
    ['a\\ b', 'a b', 'a b'],
    ['"a\\"b"', 'a"b', '"a"b"'],
    ["'$X'", '$X', '"$X"'],
    ['\\$X', '$X', '$X'],
    ['$X', undefined, '$X'],
    ['${X}', undefined, '$X'],
    ['"$X"', undefined, '$X quoted'],
    ['a$X/b', undefined, 'a', '$X', '/b'],
    ['${X:-d}', undefined, '$X:-d'],
    ['${X-d}', undefined, '$X-d'],
    ['${X:-}', undefined, '$X:-'],
    ['"${X:-a b}"', undefined, '$X:-a b quoted'],
    ['${X:-$Y}', undefined, 'opaque ${X:-$Y}'],
    ['${X:-*}', undefined, 'opaque ${X:-*}'],
    ['${X:=d}', undefined, 'opaque ${X:=d}'],
    ['${X:+d}', undefined, 'opaque ${X:+d}'],
    ['${X%%.*}', undefined, 'opaque ${X%%.*}'],
    ['${#X}', undefined, 'opaque ${#X}'],
    ['${X[0]}', undefined, 'opaque ${X[0]}'],
    ['$1', undefined, 'opaque $1'],
    ['$@', undefined, 'opaque $@'],
    ['$(a)', undefined, 'opaque $(a)'],
    ['`a`', undefined, 'opaque `a`'],
    ['$((1+1))', undefined, 'opaque $((1+1))'],
    ["$'\\n'", undefined, "opaque $'\\n'"],
    ['{a,b}', undefined, 'opaque {a,b}'],
    ['{}', '{}', '{}'],
    ['~', undefined, '$HOME quoted'],
    ['~/x', undefined, '$HOME quoted', '/x'],
    ['~user/x', undefined, 'opaque ~user/x'],
    ['~$X', undefined, 'opaque ~$X'],
    ['a~', 'a~', 'a~'],
    ['"~"', '~', '"~"'],
    ['\\~', '~', '~'],
    ['--x=~', '--x=~', '--x=~'],
    ['a:~', 'a:~', 'a:~'],
  ];

  it.each(cases.map(([text, literal, ...parts]) => ({ text, literal, parts })))(
    '$text',
    ({ text, literal, parts }) => {
      const result = word(text);
      expect(result.raw).toBe(text);
      expect(textOf(`x ${text}`, result.span)).toBe(text);
      expect(result.literal).toBe(literal);
      expect(result.parts.map(show)).toEqual(parts);
      expect(result.glob).toBe(false);
    },
  );

  it.each(['*', 'a*b', 'a?', '[ab]', '"a"*', '*$X'])('has a glob: %s', (text) => {
    expect(word(text).glob).toBe(true);
  });

  it.each(['\\*', '"*"', "'?'", 'a[b', '{}', '$X'])('has no glob: %s', (text) => {
    expect(word(text).glob).toBe(false);
  });

  it('keeps its text when it is a pattern', () => {
    expect(word('/lib/*.so').literal).toBe('/lib/*.so');
  });

  it('drops continuations from its source text, but not inside single quotes', () => {
    expect(word('a\\\nb').raw).toBe('ab');
    expect(word('"a\\\nb"').raw).toBe('"ab"');
    expect(word("'a\\\nb'").raw).toBe("'a\\\nb'");
    expect(word("'a\\\nb'").literal).toBe('a\\\nb');
  });

  it('gives the span of each variable', () => {
    const [, variable] = word('a${X}b').parts;
    expect(variable?.kind === 'variable' && textOf('x a${X}b', variable.span)).toBe('${X}');
  });
});

describe('an assignment', () => {
  const value = (text: string) => parse(text).commands[0]?.assignments[0]?.value.parts.map(show);

  it.each([
    ['A=b', ['b']],
    ['A=', ['']],
    ['A="b $C"', ['"b "', '$C quoted']],
    ['A=~/b', ['$HOME quoted', '/b']],
    ['A=$PATH:~/b', ['opaque $PATH:~/b']],
    ['A=(b c)', ['opaque (b c)']],
    ['A+=b', ['opaque b']],
  ])('%s', (text, parts) => {
    expect(value(text)).toEqual(parts);
  });

  it('handed to export is one word', () => {
    const words = parse('export A=b$C').commands[0]?.words ?? [];
    expect(words[1]?.parts.map(show)).toEqual(['A=', 'b', '$C']);
  });
});
