import { describe, expect, it } from 'vitest';
import { parseDockerfile } from '../../server/src/dockerfile/parse';
import { variableReferences } from '../../server/src/dockerfile/variables';
import { content, instruction, outline, slice } from './sketch';

/** The inputs on which dockerfile-ast was seen to differ from BuildKit, or to fail; by their number in that list. */
describe('what dockerfile-ast reads otherwise than BuildKit', () => {
  it('1: needs no more of Node than a Buffer that encodes text', () => {
    const nodes = globalThis.Buffer;
    try {
      Object.assign(globalThis, { Buffer: { from: (text: string) => new TextEncoder().encode(text) } });
      expect(outline('FROM golang:1.26 AS build\nRUN go build')).toEqual([
        'FROM golang:1.26 AS build',
        'RUN go build',
      ]);
    } finally {
      globalThis.Buffer = nodes;
    }
  });

  it('2: keeps spaces in JSON strings and decodes their escapes', () => {
    const text = String.raw`CMD ["sh","-c","echo hi  there", "\"q\" \\ \n \u0041"]`;
    expect(content(instruction(text, 'cmd').arguments)).toEqual([
      'sh',
      '-c',
      'echo hi  there',
      '"q" \\ \n A',
    ]);
  });

  it.each(['CMD ["a","b"] foo', 'CMD ["a",]', "CMD ['a']", 'CMD ["a" "b"]', 'CMD ["a", 1]'])(
    '3: takes %s for shell form',
    (text) => {
      expect(content(instruction(text, 'cmd').arguments)).toBe(text.slice('CMD '.length));
    },
  );

  it('4: reads a JSON array with a comment line in it', () => {
    const text = 'CMD ["a", \\\n# why b\n  "b", \\\n\n  "c"]\n';
    expect(content(instruction(text, 'cmd').arguments)).toEqual(['a', 'b', 'c']);
  });

  it('5: finds --from beside other flags', () => {
    const copy = instruction('COPY --link --from=b --chown=1:1 x y', 'copy');
    expect([copy.from?.value, copy.chown?.value]).toEqual(['b', '1:1']);
    expect(copy.flags.map(({ name, value }) => [name, value])).toEqual([
      ['link', undefined],
      ['from', 'b'],
      ['chown', '1:1'],
    ]);
  });

  it('6: reads the JSON form of HEALTHCHECK CMD', () => {
    const check = instruction('HEALTHCHECK --interval=5s CMD ["a","b c"]', 'healthcheck');
    expect(content(check.arguments)).toEqual(['a', 'b c']);
  });

  it('7: is not caught by stages that name each other', () => {
    expect(outline('FROM b AS a\nWORKDIR x\nFROM a AS b\nWORKDIR y')).toHaveLength(4);
  });

  it.each(['# c\nFROM a', '', '   FROM a', '\uFEFFFROM a', '\uFEFF'])('8: reads %j', (text) => {
    expect(outline(text)).toEqual(text.includes('FROM') ? ['FROM a'] : []);
  });

  it('9: takes a comment with = in it for a comment', () => {
    const parsed = parseDockerfile('# tool ignore=X\n# name=value\nFROM a');
    expect(parsed.directives).toEqual([]);
    expect(parsed.comments.map((comment) => comment.content)).toEqual(['tool ignore=X', 'name=value']);
  });

  it('10: ignores # escape behind a line that is no directive', () => {
    const parsed = parseDockerfile('# foo=bar\n# escape=`\nRUN a \\\n b');
    expect(parsed.escape).toBe('\\');
    expect(parsed.instructions).toHaveLength(1);
  });

  it('11: ends an instruction at an escaped escape character', () => {
    expect(outline('RUN echo a\\\\\nRUN b')).toEqual(['RUN echo a\\\\', 'RUN b']);
  });

  it('12: continues a line that ends in backslash, space, backslash', () => {
    expect(outline('RUN echo a \\ \\\n b\nRUN c')).toEqual(['RUN echo a \\  b', 'RUN c']);
  });

  it('13: sees a heredoc with a file descriptor', () => {
    expect(outline('RUN 3<<EOF cat\nFROM x\nEOF\nUSER a')).toEqual(['RUN 3<<EOF cat', 'USER a']);
  });

  it('14: sees no heredoc in quotes', () => {
    expect(outline('RUN echo " <<EOF "\nUSER a')).toEqual(['RUN echo " <<EOF "', 'USER a']);
  });

  it('15: strips tabs of the heredoc with the dash only', () => {
    const { heredocs } = instruction('COPY <<-A <<B /d/\n\ta\n\tA\n\tb\n\tB\nB\n', 'copy');
    expect(heredocs.map(({ stripTabs, mapped }) => [stripTabs, mapped.text])).toEqual([
      [true, 'a\n'],
      [false, '\tb\n\tB\n'],
    ]);
  });

  it('16: sees heredocs in RUN, COPY and ADD only, and none without a name', () => {
    expect(outline('LABEL a="x <<b@c>>"\nUSER a')).toHaveLength(2);
    expect(outline('LABEL a=<<EOF\nUSER a\nEOF')).toHaveLength(3);
    expect(outline('RUN cat <<\nUSER a')).toHaveLength(2);
    expect(outline('RUN cat <<""\nUSER a')).toHaveLength(2);
  });

  it('17: reads the name of a variable with a modifier', () => {
    const [pair] = instruction('ENV A=${b%%.*}', 'env').pairs;
    expect(variableReferences(pair?.value?.raw ?? '')).toEqual([
      { name: 'b', modifier: '%%', operand: '.*', start: 0, end: 8 },
    ]);
  });

  it('18: keeps a quoted flag in one piece', () => {
    const text = 'RUN --mount="type=cache,target=/x y" c';
    const run = instruction(text, 'run');
    expect(run.flags.map(({ name, value }) => [name, value])).toEqual([['mount', 'type=cache,target=/x y']]);
    expect(slice(text, run.flags[0]?.valueSpan)).toBe('"type=cache,target=/x y"');
    expect(run.body.text).toBe('c');
  });

  it('19: reads 5,000 RUN instructions with variables', () => {
    const text = 'FROM a\n' + 'RUN echo $X\n'.repeat(5000);
    expect(parseDockerfile(text).instructions).toHaveLength(5001);
  });

  it('20: knows form feeds, lone carriage returns, and a backslash alone on a line', () => {
    expect(outline('RUN\fa\nUSER\rb')).toEqual(['RUN a', 'USER b']);
    expect(outline('RUN a\rRUN b')).toEqual(['RUN a\rRUN b']);
    expect(outline('\\\nRUN a')).toEqual(['RUN a']);
    expect(outline('RUN a\n\\\nRUN b')).toEqual(['RUN a', 'RUN b']);
    expect(instruction('FROM\fa\vAS\rb', 'from').alias?.raw).toBe('b');
  });
});
