import { describe, expect, it } from 'vitest';
import { fixAll } from '../../server/src/fix-all';
import type { Fix, Rule, Safety } from '../../server/src/rules/rule';
import { allRules } from '../../server/src/rules/index';
import { createService, type ReportedFinding } from '../../server/src/service';
import { applyEdits } from '../../server/src/text/edit';
import { casesIn } from '../support/rule-cases';

const rule: Rule = {
  id: 'a-word',
  severity: 'warning',
  serves: ['size'],
  summary: 'Flags a word.',
  fixable: 'safe',
  check: () => [],
};

type Replacement = readonly [word: string, by: string, safety?: Safety];

/** Findings of words, each with a fix that writes another in its place. */
function words(text: string, replacements: readonly Replacement[]): ReportedFinding[] {
  return replacements.flatMap(([word, by, safety = 'safe']) =>
    [...text.matchAll(new RegExp(word, 'g'))].map(({ index }): ReportedFinding => {
      const at = { start: index, end: index + word.length };
      return {
        rule,
        severity: 'warning',
        at,
        message: word,
        fixes: [{ title: by, safety, edits: () => [{ span: at, newText: by }] }],
      };
    }),
  );
}

function fix(text: string, replacements: readonly Replacement[], accepted: readonly Safety[] = ['safe']) {
  const log: string[] = [];
  const lint = (given: string): ReportedFinding[] => words(given, replacements);
  const run = (given: string): string =>
    applyEdits(given, fixAll(given, { accepted, lint, log: (message) => log.push(message) }));
  const fixed = run(text);
  return { fixed, again: run(fixed), log };
}

describe('fix all', () => {
  it.each<[string, string, Replacement[], string]>([
    ['makes every fix', 'a b a', [['a', 'x']], 'x b x'],
    [
      'goes on with what a fix brings to light',
      'a b',
      [
        ['a', 'bb'],
        ['b', 'c'],
      ],
      'cc c',
    ],
    [
      'makes fixes that overlap one after the other',
      'abc',
      [
        ['ab', 'xb'],
        ['bc', 'by'],
      ],
      'xby',
    ],
    [
      'leaves fixes for a person to read',
      'a b',
      [
        ['a', 'x'],
        ['b', 'y', 'review'],
      ],
      'x b',
    ],
    [
      'ends where fixes undo each other',
      'a',
      [
        ['a', 'b'],
        ['b', 'a'],
      ],
      'a',
    ],
    [
      'ends in the circle that it was led into',
      's',
      [
        ['s', 'a'],
        ['a', 'b'],
        ['b', 'a'],
      ],
      'a',
    ],
    ['changes nothing where fixes feed on themselves', 'a', [['a', 'aa']], 'a'],
    ['changes nothing where there is nothing to fix', 'abc', [], 'abc'],
  ])('%s, and changes nothing when it is done again', (_what, text, replacements, expected) => {
    const { fixed, again } = fix(text, replacements);
    expect(fixed).toBe(expected);
    expect(again).toBe(expected);
  });

  it('says so where fixes do not come to rest, and nowhere else', () => {
    expect(fix('a', [['a', 'aa']]).log.join()).toContain('do not come to rest');
    expect(
      fix('a', [
        ['a', 'b'],
        ['b', 'a'],
      ]).log,
    ).toEqual([]);
  });

  it('makes fixes to review when they are accepted too, and safe ones before them', () => {
    expect(
      fix(
        'a b',
        [
          ['a', 'x'],
          ['b', 'y', 'review'],
        ],
        ['safe', 'review'],
      ).fixed,
    ).toBe('x y');
    const at = { start: 0, end: 1 };
    const fixes = (['review', 'safe'] as const).map((safety): Fix => ({
      title: safety,
      safety,
      edits: () => [{ span: at, newText: safety }],
    }));
    const lint = (text: string): ReportedFinding[] =>
      text === 'a' ? [{ rule, severity: 'warning', at, message: 'a', fixes }] : [];
    const edits = fixAll('a', { accepted: ['safe', 'review'], lint, log: () => undefined });
    expect(applyEdits('a', edits)).toBe('safe');
  });

  it.each<[string, Fix['edits']]>([
    [
      'throws',
      () => {
        throw new Error('a fault');
      },
    ],
    [
      'overlaps itself',
      () => [
        { span: { start: 0, end: 2 }, newText: '' },
        { span: { start: 1, end: 3 }, newText: '' },
      ],
    ],
  ])('leaves a fix out that %s, says so once, and makes the others', (_what, faulty) => {
    const log: string[] = [];
    const lint = (text: string): ReportedFinding[] => [
      { ...words('a', [['a', '']])[0]!, fixes: [{ title: 'bad', safety: 'safe', edits: faulty }] },
      ...words(text, [
        ['z', 'yy'],
        ['y', 'x'],
      ]),
    ];
    const edits = fixAll('abcz', { accepted: ['safe'], lint, log: (message) => log.push(message) });
    expect(applyEdits('abcz', edits)).toBe('abcxx');
    expect(log).toHaveLength(1);
    expect(log[0]).toContain('a fix of a-word failed');
  });
});

const cases = allRules.flatMap(({ id }) =>
  casesIn(`test/rules/${id}.md`)
    .filter(({ marks }) => marks.length > 0)
    .map((each) => [`${id}: ${each.name}`, each] as const),
);

describe.each<[string, Safety[]]>([
  ['safe fixes', ['safe']],
  ['all fixes', ['safe', 'review']],
])('%s of the real rules', (_which, accepted) => {
  it.each(cases)('come to rest, and leave none of their kind: %s', (_name, { text, project, options }) => {
    const service = createService({ log: (message) => expect.fail(message) });
    const lint = (given: string) => service.lint(given, project, options);
    const run = (given: string): string =>
      applyEdits(given, fixAll(given, { accepted, lint, log: (message) => expect.fail(message) }));
    const fixed = run(text);
    expect(run(fixed)).toBe(fixed);
    const left = lint(fixed).filter(({ fixes }) => fixes?.some(({ safety }) => accepted.includes(safety)));
    expect(left.map(({ rule: each, message }) => `${each.id}: ${message}`)).toEqual([]);
  });
});
