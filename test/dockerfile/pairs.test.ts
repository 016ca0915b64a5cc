import { describe, expect, it } from 'vitest';
import { splitWords } from '../../server/src/dockerfile/words';
import { mappedSlice } from '../../server/src/text/mapped-text';
import { parseDockerfile } from '../../server/src/dockerfile/parse';
import { instruction, slice } from './sketch';

describe('the pairs of ENV, LABEL and ARG', () => {
  type Pair = readonly [key: string, value: string | undefined];
  const cases: readonly (readonly [line: string, ...pairs: Pair[]])[] = [
    ['ENV A=1', ['A', '1']],
    ['ENV A=1 B="two words" C=a\\ b', ['A', '1'], ['B', 'two words'], ['C', 'a b']],
    ['ENV A=1 \\\n  # note\n  B=2', ['A', '1'], ['B', '2']],
    ['ENV A=', ['A', '']],
    ["ENV A='x $Y' B=$Z", ['A', 'x $Y'], ['B', '$Z']],
    ['ENV A="a=b" B=c=d', ['A', 'a=b'], ['B', 'c=d']],
    [String.raw`ENV A="x \"y"'z'w`, ['A', 'x "yzw']],
    [String.raw`ENV A="a \"b\" c" B='\'`, ['A', 'a "b" c'], ['B', '\\']],
    ['ENV A value with  spaces', ['A', 'value with  spaces']],
    ['ENV A "quoted value"', ['A', 'quoted value']],
    ['ENV A b=c', ['A', 'b=c']],
    ['ENV A \\\n  b', ['A', 'b']],
    ['ENV A', ['A', undefined]],
    ['ENV A=1 B', ['A', '1'], ['B', undefined]],
    ['ENV'],
    ['ENV =x', ['', 'x']],
    ['ENV A="open quote', ['A', '"open quote']],
    ['LABEL "com.x y"="z" a.b=c', ['com.x y', 'z'], ['a.b', 'c']],
    ['LABEL version 1.0 beta', ['version', '1.0 beta']],
    ['ARG A', ['A', undefined]],
    ['ARG A=1 B C="x y"', ['A', '1'], ['B', undefined], ['C', 'x y']],
    ['ARG A=', ['A', '']],
    ['ARG'],
  ];
  it.each(cases.map(([line, ...pairs]) => ({ line, pairs })))('$line', ({ line, pairs: expected }) => {
    const [found] = parseDockerfile(line).instructions;
    if (!found || !('pairs' in found)) throw new Error('no pairs');
    const pairs = found.pairs.map(({ key, value }) => [key.value, value?.value]);
    expect(pairs).toEqual(expected);
  });

  it('have the places of pair, key and value', () => {
    const text = 'ENV A="1 2" \\\n  B=\\\n  C D=x';
    const { pairs } = instruction(text, 'env');
    expect(pairs.map(({ span }) => slice(text, span))).toEqual(['A="1 2"', 'B=', 'C', 'D=x']);
    expect(pairs.map(({ key }) => slice(text, key.span))).toEqual(['A', 'B', 'C', 'D']);
    expect(pairs.map(({ value }) => slice(text, value?.span))).toEqual(['"1 2"', '', undefined, 'x']);
    // The empty value sits behind its `=`, not on the next line.
    expect(pairs[1]?.value?.span.start).toBe(text.indexOf('B=') + 2);
  });

  it('have the places of a legacy pair', () => {
    const text = 'ENV KEY  a \\\n value ';
    const [pair] = instruction(text, 'env').pairs;
    expect([slice(text, pair?.span), slice(text, pair?.value?.span)]).toEqual([
      'KEY  a \\\n value',
      'a \\\n value',
    ]);
    expect(pair?.value?.raw).toBe('a  value');
  });

  it('keep quotes and escapes in the raw text, continuations removed', () => {
    const [pair] = instruction('ENV A="x\\\ny\\"z"', 'env').pairs;
    expect(pair?.value).toMatchObject({ raw: '"xy\\"z"', value: 'xy"z' });
  });

  it('are escaped by the backtick when the file says so', () => {
    const { pairs } = instruction('# escape=`\nENV A=C:\\x B=a` b', 'env');
    expect(pairs.map(({ value }) => value?.value)).toEqual(['C:\\x', 'a b']);
  });
});

describe('splitWords', () => {
  const cases: readonly (readonly [text: string, ...words: string[]])[] = [
    ['a b\tc', 'a', 'b', 'c'],
    ['  a  ', 'a'],
    ['"a b" c', '"a b"', 'c'],
    ["'a \"b' c", "'a \"b'", 'c'],
    ["'a\\' b", "'a\\'", 'b'],
    ['a\\ b c', 'a\\ b', 'c'],
    ['x"a b"y', 'x"a b"y'],
    ['"" a', '""', 'a'],
    ['"a b', '"a b'],
    ['a\\', 'a'],
    ['a \\', 'a'],
    ['a\u00a0b', 'a', 'b'],
    [''],
  ];
  it.each(cases)('%j', (text, ...words) => {
    const found = splitWords(mappedSlice(text, 0, text.length), '\\');
    expect(found.map(({ raw }) => raw)).toEqual(words);
    expect(found.map(({ span }) => slice(text, span))).toEqual(words);
  });

  it('takes the escape character it is given', () => {
    const text = 'a` b c\\ d';
    const raws = splitWords(mappedSlice(text, 0, text.length), '`').map(({ raw }) => raw);
    expect(raws).toEqual(['a` b', 'c\\', 'd']);
  });
});
