import { describe, expect, it } from 'vitest';
import { expandWord, variableReferences } from '../../server/src/dockerfile/variables';
import { type Fact, known, unknown } from '../../server/src/text/fact';

const values: Readonly<Record<string, string>> = {
  X: 'value',
  EMPTY: '',
  FILE: '/a/b.tar.gz',
  STARS: 'a*b',
};

function lookup(name: string): Fact<string> | undefined {
  if (name.startsWith('UNKNOWN')) return unknown(`${name} is not known`);
  const value = values[name];
  return value === undefined ? undefined : known(value);
}

function expand(raw: string, escape: '\\' | '`' = '\\'): string {
  const fact = expandWord({ raw, value: raw, span: { start: 3, end: 7 } }, escape, lookup);
  return fact.known ? `= ${fact.value}` : `? ${fact.because}`;
}

describe('expandWord', () => {
  const cases: readonly (readonly [raw: string, result: string])[] = [
    ['plain', '= plain'],
    ['$X', '= value'],
    ['${X}', '= value'],
    ['a$X.b', '= avalue.b'],
    ['$X_Y', '= '],
    ['${X}_Y', '= value_Y'],
    ['$UNSET', '= '],
    ['a${UNSET}b', '= ab'],
    // Quotes and escapes.
    ['"$X y"', '= value y'],
    ["'$X'", '= $X'],
    ['"\'$X\'"', "= 'value'"],
    ['\\$X', '= $X'],
    ['"\\$X \\" \\\\ \\n"', '= $X " \\ \\n'],
    ['a\\b\\ c', '= ab c'],
    ['a\\', '= a'],
    // Defaults.
    ['${UNSET:-d}', '= d'],
    ['${EMPTY:-d}', '= d'],
    ['${EMPTY-d}', '= '],
    ['${UNSET-d}', '= d'],
    ['${X:-d}', '= value'],
    ['${UNSET:-${ALSO:-$X}}', '= value'],
    ['${UNSET:-"a b"}', '= a b'],
    ["${UNSET:-'$X'}", '= $X'],
    ['${UNSET:-a\\}b}', '= a}b'],
    // Alternatives and demands.
    ['${X:+y}', '= y'],
    ['${EMPTY:+y}', '= '],
    ['${EMPTY+y}', '= y'],
    ['${UNSET+y}', '= '],
    ['${X:?no}', '= value'],
    ['${EMPTY?no}', '= '],
    // Patterns.
    ['${FILE#*/}', '= a/b.tar.gz'],
    ['${FILE##*/}', '= b.tar.gz'],
    ['${FILE%.*}', '= /a/b.tar'],
    ['${FILE%%.*}', '= /a/b'],
    ['${FILE#x}', '= /a/b.tar.gz'],
    ['${FILE%.g?}', '= /a/b.tar'],
    ['${STARS#a\\*}', '= b'],
    ['${STARS##*\\*}', '= b'],
    ['${X/al/AL}', '= vALue'],
    ['${FILE//\\//-}', '= -a-b.tar.gz'],
    ['${FILE/*./x.}', '= x.gz'],
    ['${FILE/q/x}', '= /a/b.tar.gz'],
    ['${UNSET#x}', '= '],
    // A dollar that names nothing.
    ['$', '= $'],
    ['a$ b', '= a$ b'],
    ['$.', '= $.'],
    ['$$', '= '],
    ['$1', '= '],
  ];
  it.each(cases)('%s is %s', (raw, result) => {
    expect(expand(raw)).toBe(result);
  });

  const unknowns: readonly (readonly [raw: string, because: string])[] = [
    ['a$UNKNOWN', 'UNKNOWN is not known'],
    ['${UNKNOWN:-d}', 'UNKNOWN is not known'],
    ['${UNKNOWN:+d}', 'UNKNOWN is not known'],
    ['${UNSET:-$UNKNOWN}', 'UNKNOWN is not known'],
    ['${X#$UNKNOWN}', 'UNKNOWN is not known'],
    ['${X/a/$UNKNOWN}', 'UNKNOWN is not known'],
    ['"$UNKNOWN1 $UNKNOWN2"', 'UNKNOWN1 is not known'],
  ];
  it.each(unknowns)('%s is unknown because %s', (raw, because) => {
    expect(expand(raw)).toBe(`? ${because}`);
  });

  it.each(['${X:-$UNKNOWN}', '${UNSET:+$UNKNOWN}', "'$UNKNOWN'", '\\$UNKNOWN'])(
    '%s does not depend on the unknown variable',
    (raw) => {
      expect(expand(raw)).toMatch(/^= /);
    },
  );

  const refused: readonly (readonly [raw: string, reason: string])[] = [
    ['"$X', 'the closing double quote is missing'],
    ["'$X", 'the closing single quote is missing'],
    ['${X', 'the closing } is missing'],
    ['${X:-a', 'the closing } is missing'],
    ['${}', 'bad substitution'],
    ['${X^^}', 'there is no such modifier'],
    ['${X:1:2}', 'there is no such modifier'],
    ['${#X}', 'there is no such modifier'],
    ['${UNSET:?no}', 'UNSET is not set'],
    ['${EMPTY:?no}', 'EMPTY is not set'],
    ['${X#\\a}', 'invalid escape \\a'],
  ];
  it.each(refused)('%s is refused: %s', (raw, reason) => {
    expect(expand(raw)).toBe(`? Docker cannot expand ${raw}: ${reason}`);
  });

  it('reads a hundred defaults in each other, and refuses more', () => {
    const nested = (depth: number): string => expand('${UNSET:-'.repeat(depth) + 'x' + '}'.repeat(depth));
    expect(nested(100)).toBe('= x');
    expect(nested(101)).toMatch(/: variables are nested too deep$/);
  });

  it('escapes by the character of the file', () => {
    expect([expand('C:\\$X', '`'), expand('`$X', '`'), expand('`$X')]).toEqual([
      '= C:\\value',
      '= $X',
      '= `value',
    ]);
  });

  it('expands the decoded string of a JSON word', () => {
    const word = { raw: '"\\u0024X"', value: '$X', span: { start: 0, end: 9 }, decoded: '$X' };
    expect(expandWord(word, '\\', lookup)).toEqual(known('value', word.span));
  });

  it('says where the value stands', () => {
    const span = { start: 3, end: 7 };
    expect(expandWord({ raw: '$X', value: '$X', span }, '\\', lookup)).toEqual(known('value', span));
  });

  it('gives up on values that grow without end', () => {
    let value: Fact<string> = known('x'.repeat(100));
    const word = { raw: '$A$A', value: '$A$A', span: { start: 0, end: 4 } };
    for (let i = 0; i < 64; i++) value = expandWord(word, '\\', () => value);
    expect(value).toMatchObject({ known: false });
  });

  it('gives up on patterns and nesting that would take too long', () => {
    const long = 'a'.repeat(100_000);
    const ask = (raw: string) =>
      expandWord({ raw, value: raw, span: { start: 0, end: 1 } }, '\\', () => known(long)).known;
    expect(ask(`\${X##${'*a'.repeat(100)}b}`)).toBe(false);
    expect(ask('${X//a/b}')).toBe(false);
    expect(ask('${X:+'.repeat(20_000) + '}'.repeat(20_000))).toBe(false);
  });
});

describe('variableReferences', () => {
  const cases: readonly (readonly [raw: string, ...references: string[]])[] = [
    ['$A/${B}', 'A @0-2', 'B @3-7'],
    ['"$A"', 'A @1-3'],
    ['${A:-b}', 'A :- b @0-7'],
    ['${A-}', 'A -  @0-5'],
    ['${A:+$B}', 'A :+ $B @0-8', 'B @5-7'],
    ['${A:?msg}', 'A :? msg @0-9'],
    ['${A##*/}', 'A ## */ @0-8'],
    ['${A#x}', 'A # x @0-6'],
    ['${A%%x}', 'A %% x @0-7'],
    ['${A/b/c}', 'A / b/c @0-8'],
    ['${A//b/${C}}', 'A // b/${C} @0-12', 'C @7-11'],
    ['$É_1', 'É_1 @0-4'],
    ["'$A'"],
    ['\\$A'],
    ['$1 $@ $$ $'],
    ['plain'],
    ['${A^^} $B'],
    ['$A "open $B', 'A @0-2', 'B @9-11'],
  ];
  it.each(cases)('%s', (raw, ...expected) => {
    const found = variableReferences(raw).map(
      ({ name, modifier, operand, start, end }) =>
        `${name}${modifier ? ` ${modifier} ${operand ?? ''}` : ''} @${start}-${end}`,
    );
    expect(found).toEqual(expected);
  });

  it('escapes by the character of the file', () => {
    expect(variableReferences('`$A \\$B', '`').map(({ name }) => name)).toEqual(['B']);
  });
});
