import { describe, expect, it } from 'vitest';
import { parseDockerfile } from '../../server/src/dockerfile/parse';
import { documentSpan } from '../../server/src/text/mapped-text';
import { content, instruction, slice } from './sketch';

describe('FROM', () => {
  const cases: readonly (readonly [
    line: string,
    image?: string | undefined,
    alias?: string | undefined,
    platform?: string,
  ])[] = [
    ['FROM golang:1.26-alpine', 'golang:1.26-alpine'],
    ['from golang as Build', 'golang', 'Build'],
    ['FROM a/b:c@sha256:d \\\n  AS \\\n  # note\n  x', 'a/b:c@sha256:d', 'x'],
    ['FROM --platform=$BUILDPLATFORM a:$V AS b', 'a:$V', 'b', '$BUILDPLATFORM'],
    ['FROM ${BASE:-a b} AS c', '${BASE:-a', undefined],
    ['FROM a\\ b AS c', 'a\\', undefined],
    ['FROM "a" AS b', '"a"', 'b'],
    ['FROM -- --a AS b', '--a', 'b'],
    ['FROM as', 'as'],
    ['FROM as AS as', 'as', 'as'],
    ['FROM\ta \t aS \t b-1.c', 'a', 'b-1.c'],
    ['FROM a--b AS c--d', 'a--b', 'c--d'],
    ['FROM a AS', 'a'],
    ['FROM a b', 'a'],
    ['FROM'],
    ['FROM  \t'],
  ];
  it.each(cases.map(([line, ...words]) => ({ line, words })))('$line', ({ line, words }) => {
    const [image, alias, platform] = words;
    const from = instruction(line, 'from');
    expect([from.image?.raw, from.alias?.raw, from.platform?.value]).toEqual([image, alias, platform]);
    expect(slice(line, from.image?.span)).toBe(image);
    expect(slice(line, from.alias?.span)).toBe(alias);
  });

  it('takes quotes off the image', () => {
    expect(instruction('FROM "a:1"', 'from').image?.value).toBe('a:1');
  });

  it('has no image when it is longer than any name', () => {
    expect(instruction(`FROM ${'a'.repeat(20_000)}`, 'from').image).toBeUndefined();
  });
});

describe('exec form and shell form', () => {
  const cases: readonly (readonly [text: string, content: readonly string[] | string])[] = [
    ['CMD ["a", "b"]', ['a', 'b']],
    ['CMD [ ]', []],
    ['CMD [\t"a"\r]', ['a']],
    ['CMD \\\n["a",\\\n"b"]', ['a', 'b']],
    ['CMD ["a\\\nb"]', ['ab']],
    [String.raw`CMD ["\u00e9\t\/"]`, ['é\t/']],
    ['CMD a "b"', 'a "b"'],
    ['CMD', ''],
    ['CMD [', '['],
    ['CMD []]', '[]]'],
    ['CMD ["a\tb"]', '["a\tb"]'],
    [String.raw`CMD ["\x"]`, String.raw`["\x"]`],
    [String.raw`CMD ["\u12"]`, String.raw`["\u12"]`],
    ['CMD ["a"', '["a"'],
    ['CMD ["a', '["a'],
    ['CMD [["a"]]', '[["a"]]'],
    ['CMD [,"a"]', '[,"a"]'],
    ['CMD [null]', '[null]'],
    ['CMD "a"', '"a"'],
    ['CMD {"a":"b"}', '{"a":"b"}'],
    ['CMD [ -f x ] && y', '[ -f x ] && y'],
  ];
  it.each(cases)('%j', (text, expected) => {
    expect(content(instruction(text, 'cmd').arguments)).toEqual(expected);
  });

  it.each(['RUN', 'ENTRYPOINT', 'SHELL'])('are told apart in %s as well', (keyword) => {
    const forms = parseDockerfile(`${keyword} ["a"]\n${keyword} a`).instructions.map((found) =>
      'arguments' in found ? found.arguments?.form : undefined,
    );
    expect(forms).toEqual(['exec', 'shell']);
  });

  it('give each JSON string its place and a map of its characters', () => {
    const text = 'CMD ["sh", \\\n # c\n "a\\n\\u0041b"]';
    const args = instruction(text, 'cmd').arguments;
    if (args.form !== 'exec') throw new Error('shell form');
    expect(args.items.map(({ span }) => slice(text, span))).toEqual(['"sh"', '"a\\n\\u0041b"']);
    expect(slice(text, args.span)).toBe(text.slice('CMD '.length));
    const mapped = args.items[1]?.mapped;
    expect(mapped?.text).toBe('a\nAb');
    expect(mapped && slice(text, documentSpan(mapped, 3, 4))).toBe('b');
    expect(mapped?.offsets).toHaveLength(5);
  });

  it('keep the text and place of a shell form', () => {
    const text = 'RUN a \\\n  && b  \n';
    const args = instruction(text, 'run').arguments;
    expect(slice(text, args.span)).toBe('a \\\n  && b');
  });
});

describe('COPY and ADD', () => {
  const cases: readonly (readonly [line: string, sources: readonly string[], destination?: string])[] = [
    ['COPY a b /c/', ['a', 'b'], '/c/'],
    ['COPY --from=x /a \\\n  /b', ['/a'], '/b'],
    ['COPY ["a b", "/c d"]', ['a b'], '/c d'],
    ['COPY ["c:\\\\x", "/y"]', ['c:x'], '/y'],
    ['COPY "a" /b', ['a'], '/b'],
    ['COPY a\\ b /c', ['a', 'b'], '/c'],
    ['COPY "a b" /c', ['"a', 'b"'], '/c'],
    ['COPY <<EOF /x\nEOF', ['<<EOF'], '/x'],
    ['COPY $A/x .', ['$A/x'], '.'],
    ['COPY ["a", "b"] c', ['[a,', 'b]'], 'c'],
    ['COPY a', ['a']],
    ['COPY', []],
    ['COPY []', []],
  ];
  it.each(cases.map(([line, sources, destination]) => ({ line, sources, destination })))(
    '$line',
    ({ line, sources, destination }) => {
      const copy = instruction(line, 'copy');
      expect(copy.sources.map(({ value }) => value)).toEqual(sources);
      expect(copy.destination?.value).toBe(destination);
    },
  );

  it('reads ADD alike', () => {
    const text = 'ADD --chmod=755 a b';
    const add = instruction(text, 'add');
    expect([add.chmod?.value, slice(text, add.sources[0]?.span), add.destination?.raw]).toEqual([
      '755',
      'a',
      'b',
    ]);
  });

  it('has the decoded string of a JSON word, which is what Docker expands', () => {
    const copy = instruction(String.raw`COPY ["\u0024A\\x", "'b'"]`, 'copy');
    expect(copy.sources[0]).toMatchObject({ raw: String.raw`"\u0024A\\x"`, decoded: '$A\\x', value: '$Ax' });
    expect(copy.destination).toMatchObject({ decoded: "'b'", value: 'b' });
  });
});

describe('flags', () => {
  const cases: readonly (readonly [line: string, flags: readonly (string | undefined)[][], body: string])[] =
    [
      [
        'RUN --mount=type=ssh --network=none x',
        [
          ['mount', 'type=ssh'],
          ['network', 'none'],
        ],
        'x',
      ],
      ['RUN --Mount=A x', [['mount', 'A']], 'x'],
      ['COPY --link a b', [['link', undefined]], 'a b'],
      ['COPY --link= a b', [['link', '']], 'a b'],
      ["COPY --from='a b' c d", [['from', 'a b']], 'c d'],
      ['COPY --fr"om=a" c d', [['from', 'a']], 'c d'],
      ['COPY --from=a\\ b c d', [['from', 'a b']], 'c d'],
      [
        'COPY \\\n --from=a \\\n # c\n --link c d',
        [
          ['from', 'a'],
          ['link', undefined],
        ],
        'c d',
      ],
      ['RUN a --b', [], 'a --b'],
      ['RUN -- --a', [], '--a'],
      ['RUN - a', [], '- a'],
      ['RUN --a="x', [['a', 'x']], ''],
      ['RUN --a\\', [['a', undefined]], ''],
      ['RUN --', [], ''],
    ];
  it.each(cases)('%j', (text, flags, body) => {
    const [found] = parseDockerfile(text).instructions;
    expect(found?.flags.map(({ name, value }) => [name, value])).toEqual(flags);
    expect(found?.body.text).toBe(body);
  });

  it('have the places of word and value', () => {
    const text = 'COPY --link --from="a b" c d';
    const { flags } = instruction(text, 'copy');
    expect(flags.map(({ span }) => slice(text, span))).toEqual(['--link', '--from="a b"']);
    expect(flags.map(({ valueSpan }) => slice(text, valueSpan))).toEqual([undefined, '"a b"']);
  });
});

describe('HEALTHCHECK', () => {
  const cases: readonly (readonly [
    line: string,
    disabled: boolean,
    probe: readonly string[] | string | undefined,
  ])[] = [
    ['HEALTHCHECK NONE', true, undefined],
    ['healthcheck none', true, undefined],
    ['HEALTHCHECK CMD curl -f x || exit 1', false, 'curl -f x || exit 1'],
    ['HEALTHCHECK --interval=5m --retries=3 \\\n CMD a', false, 'a'],
    ['HEALTHCHECK cmd ["a"]', false, ['a']],
    ['HEALTHCHECK CMD', false, undefined],
    ['HEALTHCHECK curl x', false, undefined],
    ['HEALTHCHECK', false, undefined],
  ];
  it.each(cases)('%j', (text, disabled, probe) => {
    const check = instruction(text, 'healthcheck');
    expect([check.disabled, content(check.arguments)]).toEqual([disabled, probe]);
  });

  it('has its flags and the place of its command', () => {
    const text = 'HEALTHCHECK --timeout=3s CMD a b';
    const check = instruction(text, 'healthcheck');
    expect(check.flags.map(({ name, value }) => [name, value])).toEqual([['timeout', '3s']]);
    expect(slice(text, check.arguments?.span)).toBe('a b');
  });
});

describe('ONBUILD', () => {
  it('carries an instruction, with the places in the document', () => {
    const text = 'ONBUILD \\\n COPY --from=a b \\\n # x\n c\n';
    const { trigger, innerComments } = instruction(text, 'onbuild');
    if (trigger?.kind !== 'copy') throw new Error('no COPY');
    expect([trigger.onbuild, trigger.from?.value, trigger.destination?.raw]).toEqual([true, 'a', 'c']);
    expect(slice(text, trigger.span)).toBe('COPY --from=a b \\\n # x\n c');
    expect(trigger.lines).toEqual({ start: 0, end: text.length });
    expect(innerComments).toHaveLength(1);
  });

  it('sets nothing on other instructions', () => {
    expect(instruction('RUN a', 'run').onbuild).toBeUndefined();
  });

  it('carries nothing when half-typed, and no second ONBUILD', () => {
    expect(instruction('ONBUILD ', 'onbuild').trigger).toBeUndefined();
    const { trigger } = instruction('ONBUILD ONBUILD RUN a', 'onbuild');
    expect(trigger).toMatchObject({ kind: 'onbuild', trigger: undefined });
  });
});

describe('the other instructions', () => {
  const cases: readonly (readonly [line: string, kind: string, ...values: string[]])[] = [
    ['WORKDIR /a b', 'workdir', '/a b'],
    ['WORKDIR "/a"', 'workdir', '/a'],
    ['USER app:app', 'user', 'app:app'],
    ['STOPSIGNAL SIGTERM', 'stopsignal', 'SIGTERM'],
    ['MAINTAINER A B', 'maintainer', 'A B'],
    ['EXPOSE 80 443/tcp $P', 'expose', '80', '443/tcp', '$P'],
    ['VOLUME /a /b', 'volume', '/a', '/b'],
    ['VOLUME ["/a b", "/c"]', 'volume', '/a b', '/c'],
    ['WORKDIR', 'workdir'],
    ['EXPOSE', 'expose'],
  ];
  it.each(cases)('%j', (text, kind, ...values) => {
    const [found] = parseDockerfile(text).instructions;
    expect(found?.kind).toBe(kind);
    expect(found && 'words' in found && found.words.map(({ value }) => value)).toEqual(values);
  });

  it('keeps an unknown keyword with its body', () => {
    const [found] = parseDockerfile('Frm golang AS x').instructions;
    expect(found).toMatchObject({ kind: 'unknown', keyword: 'FRM', body: { text: 'golang AS x' } });
  });

  it.each(['constructor a', '__proto__ a', 'toString'])('knows no keyword %s', (text) => {
    expect(parseDockerfile(text).instructions[0]?.kind).toBe('unknown');
  });
});
