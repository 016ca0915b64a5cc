import { describe, expect, it } from 'vitest';
import { parseDockerfile } from '../../server/src/dockerfile/parse';
import { documentSpan } from '../../server/src/text/mapped-text';
import { instruction, outline, slice } from './sketch';

/** Name, `!` when nothing is expanded, `-` when tabs are stripped. */
function openers(line: string): string[] {
  const [first] = parseDockerfile(`${line}\n`).instructions;
  return (first?.heredocs ?? []).map(
    ({ name, expand, stripTabs }) => name + (expand ? '' : '!') + (stripTabs ? '-' : ''),
  );
}

describe('heredocs opened by a line', () => {
  const cases: readonly (readonly [line: string, ...openers: string[]])[] = [
    ['RUN <<EOF', 'EOF'],
    ['RUN <<EOF cat', 'EOF'],
    ['RUN cat << EOF', 'EOF'],
    ['RUN <<-EOF', 'EOF-'],
    ['RUN <<"EOF"', 'EOF!'],
    ["RUN <<-'EOF'", 'EOF!-'],
    ["RUN <<E'O'F", 'EOF!'],
    ['RUN <<"A B"', 'A B!'],
    ['RUN <<\\EOF', 'EOF'],
    ['RUN <<A cat && <<B cat', 'A', 'B'],
    ['RUN 3<<A cat 4<<-B', 'A', 'B-'],
    ['RUN x=$(cat <<A', 'A'],
    ['RUN --mount=type=cache,target=/x <<A', 'A'],
    ['COPY <<a.txt <<b.txt /x/', 'a.txt', 'b.txt'],
    ['ADD --chown=1 <<a /x', 'a'],
    ['ONBUILD RUN <<A', 'A'],
    ['run <<A', 'A'],
    // None in these.
    ['RUN cat <<<word'],
    ['RUN cat <<- EOF'],
    ['RUN echo 1<2 a<<b'],
    ["RUN echo '<<EOF'"],
    ['RUN echo "a <<EOF"'],
    ["RUN echo don't <<EOF"],
    ['RUN echo \\<<EOF'],
    ['RUN ["cat", "<<EOF"]'],
    ['COPY ["<<EOF", "/x"]'],
    ['ENV A=<<EOF'],
    ['CMD cat <<EOF'],
    ['ENTRYPOINT <<EOF'],
    ['ONBUILD CMD <<EOF'],
    ['ONBUILD ONBUILD RUN <<EOF'],
    ['FOO <<EOF'],
    ['RUN <<${X:-EOF}'],
  ];
  it.each(cases)('%s', (line, ...expected) => {
    expect(openers(line)).toEqual(expected);
  });
});

describe('the content of a heredoc', () => {
  const text = 'RUN <<A cat && <<-"B" cat  \r\na\r\n # no comment \\\r\nA\r\n\t\tb\n\tB\nUSER x';
  const run = instruction(text, 'run');

  it('reaches to its delimiter, the next one follows', () => {
    expect(run.heredocs.map(({ content }) => slice(text, content))).toEqual([
      'a\r\n # no comment \\\r\n',
      '\t\tb\n',
    ]);
    expect(run.heredocs.map(({ closed }) => closed)).toEqual([true, true]);
    expect(outline(text)).toEqual(['RUN <<A cat && <<-"B" cat', 'USER x']);
  });

  it('belongs to the instruction with its delimiters', () => {
    expect(slice(text, run.span)).toBe(text.slice(0, text.indexOf('\nUSER')));
    expect(slice(text, run.lines)).toBe(text.slice(0, text.indexOf('USER')));
  });

  it('has the place of its opening word', () => {
    expect(run.heredocs.map(({ opener }) => slice(text, opener))).toEqual(['<<A', '<<-"B"']);
  });

  it('is mapped with LF endings and without the tabs that are stripped', () => {
    const [a, b] = run.heredocs;
    expect([a?.mapped.text, b?.mapped.text]).toEqual(['a\n # no comment \\\n', 'b\n']);
    if (!b) throw new Error('no second heredoc');
    expect(slice(text, documentSpan(b.mapped, 0, 1))).toBe('b');
  });

  it('takes the rest of the file when the delimiter is missing', () => {
    const open = 'COPY <<A <<B /x\nUSER a\n';
    const { heredocs, lines } = instruction(open, 'copy');
    expect(heredocs.map(({ closed, content }) => [closed, slice(open, content)])).toEqual([
      [false, 'USER a\n'],
      [false, ''],
    ]);
    expect(slice(open, lines)).toBe(open);
  });

  it('is not ended by a delimiter with a blank beside it', () => {
    expect(instruction('RUN <<A\n A\nA \n\tA\nA', 'run').heredocs[0]?.mapped.text).toBe(' A\nA \n\tA\n');
  });

  it('starts behind the continuation of the line that opens it', () => {
    const continued = 'RUN <<A \\\n  cat\na\nA\n';
    expect(instruction(continued, 'run').heredocs[0]?.mapped.text).toBe('a\n');
    expect(outline(continued)).toEqual(['RUN <<A   cat']);
  });

  it('may be empty', () => {
    const { heredocs } = instruction('RUN <<A\nA\n', 'run');
    expect(heredocs[0]?.mapped.text).toBe('');
    expect(heredocs[0]?.content).toEqual({ start: 8, end: 8 });
  });

  it('is on the trigger of an ONBUILD too', () => {
    const { trigger, heredocs } = instruction('ONBUILD RUN <<A\na\nA\n', 'onbuild');
    expect(trigger?.heredocs).toEqual(heredocs);
    expect(heredocs).toHaveLength(1);
  });
});
