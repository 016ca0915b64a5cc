import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';

interface Difference {
  readonly title: string;
  readonly details?: string;
}

interface Comparison {
  readonly compare: (
    before: object,
    after: object,
  ) => { readonly rows: readonly string[][]; readonly differences: readonly Difference[] };
  readonly table: (rows: readonly string[][]) => string;
}

const { compare, table } = (await import(
  pathToFileURL('scripts/try-it/compare.mjs').href
)) as unknown as Comparison;

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const answer = (body: string, rest: object = {}): object => ({
  path: '/',
  status: 200,
  type: 'text/plain',
  body: base64(body),
  changes: false,
  ...rest,
});

/** A server that answered, or with `trial` something else. */
function observed(trial: object = {}): object {
  return {
    seconds: 10,
    image: { size: 1_500_000, user: '' },
    shell: true,
    trial: { answers: [answer('hello')], running: true, exitCode: 0, output: '', ...trial },
  };
}

const program = (output: string, exitCode = 0): object =>
  observed({ answers: [], running: false, exitCode, output });
const differences = (before: object, after: object): readonly string[] =>
  compare(before, after).differences.map(({ title }) => title);

describe('comparing what two images do', () => {
  it('finds no difference between servers that answer alike', () => {
    expect(differences(observed(), observed())).toEqual([]);
  });

  it.each([
    ['another status', answer('hello', { status: 404 })],
    ['another text', answer('hullo')],
    ['another type', answer('hello', { type: 'text/html' })],
    ['another redirection', answer('hello', { location: '/login' })],
    ['an end after the first answer', answer('hello', { problem: 'answered once, then: no answer' })],
    ['no answer', { path: '/', problem: 'the program ended with exit code 1' }],
  ])('finds %s', (_, after) => {
    expect(differences(observed(), observed({ answers: [after] }))).toEqual(['GET /: another answer']);
  });

  it('shows both answers where they differ', () => {
    const [difference] = compare(observed(), observed({ answers: [answer('hullo')] })).differences;
    expect(difference?.details).toContain('hello');
    expect(difference?.details).toContain('hullo');
  });

  it('takes another text for the same where the text changes by itself, but not another status', () => {
    const before = observed({ answers: [answer('it is noon', { changes: true })] });
    expect(differences(before, observed({ answers: [answer('it is one')] }))).toEqual([]);
    expect(differences(before, observed({ answers: [answer('it is one', { status: 500 })] }))).toHaveLength(
      1,
    );
  });

  it('proves nothing with a server that did not answer before', () => {
    const silent = observed({ answers: [{ path: '/', problem: 'no answer' }] });
    expect(differences(silent, silent)).toEqual(['GET /: no answer to compare with: no answer']);
  });

  it('compares how servers end that never answered', () => {
    const ended = (output: string): object =>
      observed({ answers: [{ path: '/', problem: 'ended' }], running: false, exitCode: 1, output });
    expect(differences(ended('no database'), ended('no database'))).toEqual([]);
    expect(compare(ended('no database'), ended('no database')).rows[1]?.slice(0, 2)).toEqual([
      'program',
      'exit code 1',
    ]);
    expect(differences(ended('no database'), ended('no templates'))).toHaveLength(1);
    expect(differences(ended('no database'), observed())).toEqual(['the program ends differently']);
    expect(differences(observed(), ended('no database'))).toHaveLength(1);
  });

  it('compares how programs end and what they print, without the times in it', () => {
    const printed = (time: string): object => program(`2026/01/02 ${time} ready\n`);
    expect(differences(printed('03:04:05'), printed('13:14:15'))).toEqual([]);
    expect(differences(program('3'), program('4'))).toEqual(['the program prints something else']);
    expect(differences(program('3'), program('3', 1))).toEqual(['the program ends differently']);
  });

  it('lets a program that runs on have got further, on the same way', () => {
    const running = (output: string): object => observed({ answers: [], output });
    expect(differences(running('1\n2\n'), running('1\n2\n3\n'))).toEqual([]);
    expect(differences(running('1\n2\n'), running('1\n3\n'))).toEqual(['the program prints something else']);
    expect(differences(running('1\n2\n'), running(''))).toEqual(['the program prints something else']);
    expect(differences(program('1\n2\n'), program('1\n2\n3\n'))).toHaveLength(1);
  });

  it('tells a program that ends from one that runs on', () => {
    const running = observed({ answers: [], output: '3' });
    expect(differences(running, program('3'))).toEqual(['the program ends differently']);
  });

  it('finds a health check that no longer passes', () => {
    const failing = { code: 127, output: 'curl: not found' };
    const before = observed({ health: { code: 0, output: '' } });
    expect(differences(before, observed({ health: failing }))).toEqual(['the health check ends differently']);
    expect(differences(before, before)).toEqual([]);
  });

  it('does not judge user, size, shell or signals: they are what a conversion changes', () => {
    const after = { ...observed({ endsWhenAsked: true }), image: { size: 9, user: '65532' }, shell: false };
    const { rows, differences: found } = compare(observed({ endsWhenAsked: false }), after);
    expect(found).toEqual([]);
    expect(rows).toContainEqual(['user', 'root', '65532']);
    expect(rows).toContainEqual(['has a shell', 'yes', 'no']);
    expect(rows).toContainEqual(['image size', '1.5 MB', '0.0 MB']);
  });

  it('prints a table with its columns under each other', () => {
    expect(
      table([
        ['', 'before', 'after'],
        ['user', 'root', '65532'],
      ]),
    ).toBe('      before  after\nuser  root    65532');
  });
});
