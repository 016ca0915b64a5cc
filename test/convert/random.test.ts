import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDockerfile } from '../../server/src/dockerfile/parse';
import { createService } from '../../server/src/service';
import { applyEdits } from '../../server/src/text/edit';
import { convertFixtures, explanation, type ConvertFixture } from '../support/convert-fixtures';

const faults: string[] = [];
const service = createService({ log: (message) => faults.push(message) });
const fixtures = convertFixtures().filter(({ options }) => options.runtime === undefined);

/** A fixture's file in pieces: what stands before its last stage, that stage's FROM, and its other instructions. */
interface Pieces {
  readonly fixture: ConvertFixture;
  readonly head: string;
  readonly from: string;
  readonly rest: readonly string[];
}

const taken = fixtures.flatMap((fixture): Pieces[] => {
  const { instructions, text } = parseDockerfile(fixture.before);
  const last = instructions.findLastIndex(({ kind }) => kind === 'from');
  const start = instructions[last];
  if (!start) return [];
  // Whole lines, with the comments above them.
  const edges = instructions.map(({ lines }) => lines.end);
  const pieces = instructions.map((_, index) => text.slice(edges[index - 1] ?? 0, edges[index]));
  const withNewline = pieces.map((piece) => (piece.endsWith('\n') ? piece : `${piece}\n`));
  return [
    {
      fixture,
      head: withNewline.slice(0, last).join(''),
      from: withNewline[last] ?? '',
      rest: withNewline.slice(last + 1),
    },
  ];
});

/** A file of one fixture's pieces in random order, some left out, some of others between them. */
const shuffled = fc
  .record({ own: fc.nat(taken.length - 1), other: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 3 }) })
  .chain(({ own, other }) => {
    const { rest } = taken[own] as Pieces;
    const foreign = other.flatMap(([a, b]) => {
      const from = taken[a % taken.length] as Pieces;
      return from.rest[b % Math.max(1, from.rest.length)] ?? [];
    });
    return fc.record({
      pieces: fc.constant(taken[own] as Pieces),
      order: fc.shuffledSubarray([...rest, ...foreign], { minLength: Math.max(0, rest.length - 2) }),
    });
  });

/** Kept in their order, so that most of them still start what they build; one piece moves. */
const disturbed = fc
  .record({ own: fc.nat(taken.length - 1), from: fc.nat(), to: fc.nat(), twice: fc.boolean() })
  .map(({ own, from, to, twice }) => {
    const pieces = taken[own] as Pieces;
    const order = [...pieces.rest];
    const at = from % Math.max(1, order.length);
    const [moved] = twice ? [order[at]] : order.splice(at, 1);
    if (moved !== undefined) order.splice(to % (order.length + 1), 0, moved);
    return { pieces, order };
  });

const runs = Number(process.env['JETTISON_RANDOM_RUNS'] ?? 100);
const seed = Number(process.env['JETTISON_RANDOM_SEED'] ?? 20261123);

describe('a Dockerfile made of pieces of others', () => {
  it.each([
    ['in any order', shuffled],
    ['with one piece elsewhere', disturbed],
  ] as const)('%s is refused with a reason, or converted as every file is', (_, files) => {
    let converted = 0;
    fc.assert(
      fc.property(files, ({ pieces, order }) => {
        const text = pieces.head + pieces.from + order.join('');
        if (check(text, pieces.fixture)) converted++;
      }),
      { numRuns: runs, seed },
    );
    // Refusing everything would hold as well.
    expect(converted).toBeGreaterThan(runs / 20);
    expect(faults).toEqual([]);
  });
});

function check(text: string, { project, options }: ConvertFixture): boolean {
  const conversion = service.convert(text, project, options);
  if (conversion.status !== 'converted') {
    expect(conversion.reasons.length).toBeGreaterThan(0);
    for (const { message, at } of conversion.reasons) {
      expect(message.trim()).not.toBe('');
      if (at) expect(at.end).toBeLessThanOrEqual(text.length);
    }
    return false;
  }
  const { dockerfile, edits, steps } = conversion;
  expect(applyEdits(text, edits)).toBe(dockerfile);
  expect(service.convert(text, project, options), 'planned twice').toEqual(conversion);
  const source = parseDockerfile(text);
  const result = parseDockerfile(dockerfile);
  const unknown = (file: typeof source) => file.instructions.filter(({ kind }) => kind === 'unknown').length;
  expect(unknown(result), 'parses').toBe(unknown(source));
  const speaksOf = (start: number) => steps.some(({ at }) => at?.start === start);
  // Stages for developers may stand behind the one that ships.
  const first = source.instructions.findLastIndex(
    ({ kind, span }) => kind === 'from' && speaksOf(span.start),
  );
  const next = source.instructions.findIndex(({ kind }, index) => kind === 'from' && index > first);
  expect(first, 'FROM is accounted for').not.toBe(-1);
  for (const { span, keyword } of source.instructions.slice(first, next === -1 ? undefined : next)) {
    const told = steps.filter(({ at }) => at?.start === span.start);
    const most = /^(ARG|ENV|WORKDIR|SHELL)$/i.test(keyword) ? 2 : 1;
    expect(told.length, `${keyword} is accounted for`).toBeGreaterThan(0);
    expect(told.length, `${keyword} is accounted for once`).toBeLessThanOrEqual(most);
    for (const { reason } of told) expect(reason).not.toBe('');
  }
  const comments = (file: typeof source) => file.comments.map(({ content }) => content).sort();
  expect(comments(result), 'comments').toEqual(expect.arrayContaining(comments(source)));
  const again = service.convert(dockerfile, project, options);
  expect(again.status, explanation(again)).toBe('nothing-to-do');
  const found = (file: string) =>
    service
      .lint(file, project)
      .filter(({ severity }) => severity !== 'hint')
      .map(({ rule }) => rule.id);
  const before = found(text);
  expect(
    found(dockerfile).filter((id) => !before.includes(id)),
    'new findings',
  ).toEqual([]);
  return true;
}
