import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dockerfile, Instruction } from '../../server/src/dockerfile/ast';
import { readJsonStrings } from '../../server/src/dockerfile/json';
import { parseDockerfile } from '../../server/src/dockerfile/parse';
import { expandWord, variableReferences } from '../../server/src/dockerfile/variables';
import { mappedSlice } from '../../server/src/text/mapped-text';
import { contains, type Span } from '../../server/src/text/span';

const pieces = [
  'FROM golang:1.26 AS build\n',
  'FROM --platform=$P a\n',
  '# escape=`\n',
  '# syntax=x\n',
  '\uFEFF',
  '# note\n',
  'RUN go build \\\n  # inner\n\n  && b\n',
  'RUN --mount="type=cache,target=/x y" c\n',
  'RUN <<EOF cat <<-"B"\n\ta\nEOF\n\tb\n\tB\n',
  'COPY --link --from=build a b /c/\r\n',
  'COPY ["a b", \\\n "c"]\n',
  'CMD ["sh", "-c", "echo \\u0041"]\n',
  'ENV A=${B:-"c d"} D=\\\n e\n',
  'ENV KEY some value\n',
  'LABEL "a b"=c\n',
  'HEALTHCHECK --interval=5s CMD ["a"]\n',
  'ONBUILD RUN <<X\nX\n',
  'foo bar\n',
];
const bits = [
  ' ',
  '\t',
  '\n',
  '\r',
  '\r\n',
  '\\',
  '\\\n',
  '`',
  '`\n',
  '"',
  "'",
  '$',
  '${',
  '}',
  '#',
  '<<',
  '<<A',
];
const text = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...pieces) },
      {
        weight: 3,
        arbitrary: fc.constantFrom(...bits, '[', ']', ',', '=', '--', '\f', '\u00a0', '😀', '\ud800'),
      },
      { weight: 1, arbitrary: fc.string({ maxLength: 8 }) },
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''))
  .chain((whole) =>
    // Cut out a stretch, as a user does who is typing.
    fc
      .tuple(fc.nat(whole.length), fc.nat(12))
      .map(([at, length]) => whole.slice(0, at) + whole.slice(at + length)),
  );

/** Every span in a value, however deep. */
function spansIn(value: unknown): Span[] {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return [];
  const own = 'start' in value && 'end' in value ? [value as Span] : [];
  return [...own, ...Object.values(value).flatMap(spansIn)];
}

function bodiesOf(found: Instruction): Instruction['body'][] {
  const inner = found.kind === 'onbuild' && found.trigger ? bodiesOf(found.trigger) : [];
  return [found.body, ...found.heredocs.map(({ mapped }) => mapped), ...inner];
}

function check(source: string): Dockerfile {
  const parsed = parseDockerfile(source);
  for (const { start, end } of spansIn(parsed)) {
    expect(0 <= start && start <= end && end <= source.length).toBe(true);
  }
  for (const found of parsed.instructions) {
    expect(contains(found.lines, found.span)).toBe(true);
    expect(contains(found.span, found.keywordSpan)).toBe(true);
    for (const { span } of found.innerComments) expect(contains(found.lines, span)).toBe(true);
    for (const mapped of bodiesOf(found)) {
      expect(mapped.offsets).toHaveLength(mapped.text.length + 1);
      for (let i = 0; i < mapped.text.length; i++) {
        expect(source.charAt(mapped.offsets[i] ?? -1)).toBe(mapped.text.charAt(i));
      }
    }
  }
  return parsed;
}

/** Whole lines that instructions, directives and top-level comments do not cover. */
function uncovered(parsed: Dockerfile): string {
  const covered = [
    ...parsed.instructions.map(({ lines }) => lines),
    ...[...parsed.directives, ...parsed.comments]
      .map(({ span }) => span)
      .filter((span) => !parsed.instructions.some(({ lines }) => contains(lines, span))),
  ].sort((a, b) => a.start - b.start);
  let rest = '';
  let at = 0;
  for (const { start, end } of covered) {
    expect(start).toBeGreaterThanOrEqual(at);
    rest += parsed.text.slice(at, start);
    at = end;
  }
  return rest + parsed.text.slice(at);
}

describe('any text', () => {
  it('parses into spans that lie in it, in order, and cover all of it', () => {
    fc.assert(
      fc.property(text, (source) => {
        const parsed = check(source);
        expect(
          uncovered(parsed)
            .replace(/^\uFEFF/, '')
            .trim(),
        ).toBe('');
        for (const [i, found] of parsed.instructions.entries()) {
          const before = parsed.instructions[i - 1];
          expect(found.lines.start).toBeGreaterThanOrEqual(before?.lines.end ?? 0);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('parses alike with CRLF line endings', () => {
    fc.assert(
      fc.property(text, (source) => {
        const lf = source.replaceAll('\r', '');
        const seen = (whole: string): unknown =>
          parseDockerfile(whole).instructions.map(({ keyword, body, heredocs }) => [
            keyword,
            body.text,
            heredocs.map(({ mapped }) => mapped.text),
          ]);
        expect(seen(lf.replaceAll('\n', '\r\n'))).toEqual(seen(lf));
      }),
      { numRuns: 1000 },
    );
  });

  it('parses the first instructions alike, whatever is typed behind them', () => {
    fc.assert(
      fc.property(text, (source) => {
        const start = 'FROM golang\nRUN go build\n';
        const [from, run] = parseDockerfile(start + source).instructions;
        expect([from, run]).toEqual(parseDockerfile(start).instructions);
      }),
      { numRuns: 500 },
    );
  });

  it('is JSON form exactly when it parses as an array of strings', () => {
    const json = fc.oneof(
      fc.json({ maxDepth: 1 }),
      fc.array(fc.string()).map((value) => JSON.stringify(value, undefined, 1)),
      fc
        .array(fc.constantFrom('[', ']', '"', ',', ' ', 'a', '\\n', '\\', '\\u00e9', '1'))
        .map((it) => it.join('')),
    );
    fc.assert(
      fc.property(json, (source) => {
        let value: unknown;
        try {
          value = JSON.parse(source);
        } catch {
          value = undefined;
        }
        const strings = Array.isArray(value) && value.every((item) => typeof item === 'string');
        const trimmed = source.trim();
        const items = readJsonStrings(mappedSlice(trimmed, 0, trimmed.length));
        expect(items?.map((item) => item.value)).toEqual(strings ? value : undefined);
      }),
      { numRuns: 3000 },
    );
  });

  it('can be expanded and searched for variables', () => {
    const word = fc
      .array(
        fc.constantFrom('${A', '${A:-', '${A##', '${A/', '$A', '}', '/', '*', '"', "'", '\\', '`', 'x', ' '),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(word, fc.constantFrom('\\' as const, '`' as const), (raw, escape) => {
        const span = { start: 0, end: raw.length };
        const fact = expandWord({ raw, value: raw, span }, escape, () => undefined);
        expect(typeof fact.known).toBe('boolean');
        for (const { start, end } of variableReferences(raw, escape)) {
          expect(raw.charAt(start)).toBe('$');
          expect(end).toBeGreaterThan(start);
        }
      }),
      { numRuns: 3000 },
    );
  });
});

/** Each would take minutes if it took time in proportion to the square of its size. */
describe('a huge text', () => {
  const many = 100_000;
  const cases: readonly (readonly [what: string, text: string, instructions: number])[] = [
    ['of instructions', 'RUN a\n'.repeat(many), many],
    ['of empty lines', '\n'.repeat(many), 0],
    ['of comments', '# a\n'.repeat(many), 0],
    ['of continued lines', 'RUN a \\\n'.repeat(many), 1],
    ['of comments in a continued line', `RUN a \\\n${'# a\n'.repeat(many)}b`, 1],
    ['of a heredoc', `RUN <<E\n${'\ta\r\n'.repeat(many)}E\n`, 1],
    ['of heredocs without end', 'RUN <<E <<F\na\n'.repeat(many), 1],
    ['of ONBUILD', 'ONBUILD '.repeat(many), 1],
    ...['a', 'a ', '"', '[', '["a",', '${a:-', '<<', '<<E ', '--a ', '\\ ', '$', '=', 'a=b ', '\r'].flatMap(
      (bit) =>
        ['RUN', 'FROM', 'ENV', 'COPY', 'CMD', 'HEALTHCHECK CMD', 'ONBUILD ADD'].map(
          (keyword) => [`line: ${keyword} ${bit}...`, `${keyword} ${bit.repeat(many)}`, 1] as const,
        ),
    ),
  ];
  it.each(cases)('%s', (_what, huge, instructions) => {
    expect(parseDockerfile(huge).instructions).toHaveLength(instructions);
  });

  it('in binary', () => {
    const binary = Array.from({ length: 100_000 }, (_, i) => String.fromCharCode((i * 7919) % 65_536)).join(
      '',
    );
    expect(parseDockerfile(binary).text).toBe(binary);
  });
});
