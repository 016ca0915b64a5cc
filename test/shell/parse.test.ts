import { describe, expect, it } from 'vitest';
import type { SimpleCommand } from '../../server/src/shell/ast';
import { parseShell } from '../../server/src/shell/parse';
import { mappedSlice } from '../../server/src/text/mapped-text';
import { parse, sketch, textOf } from './sketch';

describe('the commands of a shell text', () => {
  // One line a command: joiner, words, follower; then what is not the default (runs: always, scope: 0).
  const cases: readonly (readonly [text: string, ...commands: string[]])[] = [
    ['apt-get update', 'start [apt-get update] end'],
    ['a && b ; c', 'start [a] &&', '&& [b] ;', '; [c] end'],
    ['a\nb', 'start [a] ;', '; [b] end'],
    ['a || b', 'start [a] ||', '|| [b] end maybe'],
    ['a || b && c', 'start [a] ||', '|| [b] && maybe', '&& [c] end'],
    ['a && b || c', 'start [a] &&', '&& [b] ||', '|| [c] end maybe'],
    ['a & b', 'start [a] &', '& [b] end'],
    ['a &', 'start [a] &'],
    ['a | b', 'start [a] | 1<0', '| [b] end 2<0'],
    ['a && b | c && d', 'start [a] &&', '&& [b] | 1<0', '| [c] && 2<0', '&& [d] end'],
    ['a |& b', 'start [a] | 1<0', '| [b] end 2<0'],
    ['(cd x && make) && y', 'start [cd x] && 1<0', '&& [make] end 1<0', '&& [y] end'],
    ['{ a; b; } && c', 'start [a] ;', '; [b] end', '&& [c] end'],
    ['a || { b; exit 1; }', 'start [a] ||', 'start [b] ; maybe', '; [exit 1] end maybe'],
    [
      'if a; then b; else c; fi; d',
      'start [a] end maybe',
      'start [b] end maybe',
      'start [c] end maybe',
      '; [d] end',
    ],
    [
      'if a; then b; elif c; then d; fi',
      'start [a] end maybe',
      'start [b] end maybe',
      'start [c] end maybe',
      'start [d] end maybe',
    ],
    ['for i in 1 2; do a $i; done', 'start [a $i] end maybe'],
    ['while a; do b; done', 'start [a] end maybe', 'start [b] end maybe'],
    ['case $x in a) b ;; *) c;; esac', 'start [b] end maybe', 'start [c] end maybe'],
    ['f() { a; }; f', 'start [a] end maybe', '; [f] end'],
    ['if (a); then { b; }; fi', 'start [a] end maybe 1<0', 'start [b] end maybe'],
    ['a "$(b c)" d', 'start [a "$(b c)" d] end', 'start [b c] end substitution 1<0'],
    ['a `b`', 'start [a `b`] end', 'start [b] end substitution 1<0'],
    [
      'a `b \\`c\\``',
      'start [a `b \\`c\\``] end',
      'start [b `c`] end substitution 1<0',
      'start [c] end substitution 2<1',
    ],
    ['X=$(a) b', 'start X=$(a) [b] end', 'start [a] end substitution 1<0'],
    ['cat <(a)', 'start [cat <(a)] end', 'start [a] end substitution 1<0'],
    ['[[ -n $(a) ]] && b', 'start [a] end substitution 1<0', '&& [b] end'],
    ['echo $(($(a) + 1))', 'start [echo $(($(a) + 1))] end', 'start [a] end substitution 1<0'],
    ['for i in $(a); do b; done', 'start [a] end substitution 1<0', 'start [b] end maybe'],
    ['echo ${X:-$(a)}', 'start [echo ${X:-$(a)}] end', 'start [a] end substitution 1<0'],
    ['(a; (b)) ; c', 'start [a] ; 1<0', 'start [b] end 2<1', '; [c] end'],
    ['A=1 B=$X cmd', 'start A=1 B=$X [cmd] end'],
    ['A=1', 'start A=1 [] end'],
    ['> f', 'start [] > f end'],
    ['a 2>&1 >> f', 'start [a] 2>& 1 >> f end'],
    ['for i in 1; do a; done > f', 'start [a] end maybe', 'start [] > f end'],
    ['! a', 'start [a] end'],
    ['export A=b C=$D', 'start [export A=b C=$D] end'],
    ['# only a comment'],
    ['a # comment\nb', 'start [a] ;', '; [b] end'],
    ['a && # why\n b', 'start [a] &&', '&& [b] end'],
    [''],
    [
      'cat <<EOF > f && b\ntext $(c)\nEOF\nd',
      'start [cat] << EOF > f &&',
      '&& [b] ;',
      'start [c] end substitution 1<0',
      '; [d] end',
    ],
    ['cat <<EOF > /f', 'start [cat] << EOF > /f end'],
    ['time -p a b', 'start [time -p a b] end'],
    ['sudo -u x env A=b a', 'start [sudo -u x env A=b a] end'],
    ['a \\\n  b', 'start [a b] end'],
    ['a\r\nb c\r\n', 'start [a] ;', '; [b c] end'],
  ];

  it.each(cases.map(([text, ...commands]) => ({ text, commands })))('$text', ({ text, commands }) => {
    const script = parse(text);
    expect(script.fault).toBeUndefined();
    expect(script.commands.map(sketch)).toEqual(commands);
  });
});

describe('a question before &&', () => {
  const runs = (text: string) => parse(text).commands.map((command) => command.runs);

  it('makes what follows uncertain when the script goes on after a "no"', () => {
    expect(runs('[ -f x ] && a && b; c')).toEqual(['always', 'maybe', 'maybe', 'always']);
    expect(runs('test -n "$X" && a || b')).toEqual(['always', 'maybe', 'maybe']);
    expect(runs('command -v x && a; b')).toEqual(['always', 'maybe', 'always']);
    expect(runs('{ [ -f x ] && a; }; b')).toEqual(['always', 'maybe', 'always']);
    expect(runs('[[ -f x ]] && a; b')).toEqual(['maybe', 'always']);
  });

  it('does not when a "no" fails the whole script', () => {
    expect(runs('[ -f x ] && a')).toEqual(['always', 'always']);
    expect(runs('b; test -f x && a')).toEqual(['always', 'always', 'always']);
  });

  it('is also asked by a negated command', () => {
    expect(runs('! a && b')).toEqual(['always', 'maybe']);
  });
});

describe('sh -c', () => {
  const cases: readonly (readonly [text: string, ...nested: string[]])[] = [
    [`sh -c 'a && b'`, 'start [a] && 1<0', '&& [b] end 1<0'],
    [`bash -c "a \\"b c\\" && d"`, 'start [a "b c"] && 1<0', '&& [d] end 1<0'],
    [`/bin/bash -exc 'a'`, 'start [a] end 1<0'],
    [`bash -o pipefail -c 'a'`, 'start [a] end 1<0'],
    [`bash -eo pipefail -c 'a'`, 'start [a] end 1<0'],
    [`bash --login -c 'a'`, 'start [a] end 1<0'],
    [`exec sh -c 'a' name arg`, 'start [a] end 1<0'],
    [`sudo -u x sh -c 'a'`, 'start [a] end 1<0'],
    [`time sh -c 'a'`, 'start [a] end 1<0'],
    [`sh -c a`, 'start [a] end 1<0'],
    [`sh -c "echo \\$X"`, 'start [echo $X] end 1<0'],
    [`sh -c 'sh -c "a"'`, 'start [sh -c "a"] end 1<0', 'start [a] end 2<1'],
    [`sh -c "$X"`],
    [`sh -c "a $X"`],
    [`sh -c 'a '"$X"`],
    [`sh $FLAGS 'a'`],
  ];

  it.each(cases.map(([text, ...nested]) => ({ text, nested })))('$text', ({ text, nested }) => {
    const script = parse(text);
    expect(script.fault).toBeUndefined();
    expect(script.plain).toBe(false);
    expect(script.commands.slice(1).map(sketch)).toEqual(nested);
  });

  it.each([`sh script.sh`, `sh script.sh -c 'a'`, `env sh`, `notsh -c 'a'`, `bash -x run`, `sh -c`])(
    'is not seen in: %s',
    (text) => {
      expect(parse(text).commands).toHaveLength(1);
      expect(parse(text).plain).toBe(true);
    },
  );

  it('gives spans in the document, escapes counted', () => {
    const text = `sh -c "a \\"b\\" && cmd x"`;
    const inner = parse(text).commands[2] as SimpleCommand;
    expect(textOf(text, inner.span)).toBe('cmd x');
    const quoted = parse(text).commands[1]?.words[1];
    expect(quoted && textOf(text, quoted.span)).toBe('\\"b\\"');
  });
});

describe('a plain script', () => {
  it.each(['a', 'a && b; c\nd', 'set -ex; a', 'A=1 b > f', 'a $(b)', '', '# c', 'time a'])(
    'is: %s',
    (text) => {
      expect(parse(text).plain).toBe(true);
    },
  );

  it.each([
    'a | b',
    'a || b',
    'a &',
    '(a)',
    '{ a; }',
    'if a; then b; fi',
    '! a',
    'f() { a; }',
    'a; b &',
    'a <<E\nx\nE\n',
    '{ a; } > f',
    '[[ a ]]',
    '((1))',
    'a "',
  ])('is not: %s', (text) => {
    expect(parse(text).plain).toBe(false);
  });
});

describe('text that cannot be understood', () => {
  const cases: readonly (readonly [text: string, kept: readonly string[], at: number])[] = [
    ['a && b && echo "cut', ['a', 'b'], 15],
    ["a && b 'cut", ['a'], 7],
    ['a && $(b', ['a'], 5],
    ['a && (b; c', ['a', 'b', 'c'], 10],
    ['if a; then b', ['a', 'b'], 12],
    ['a && b &&', ['a', 'b'], 9],
    ['a ; ; b', ['a'], 4],
    ['a; )', ['a'], 3],
    [`a; sh -c 'b; "c'`, ['a', 'b'], 13],
  ];

  it.each(cases)('keeps the commands before the fault: %s', (text, kept, at) => {
    const script = parse(text);
    expect(script.commands.map((command) => command.words.map((word) => word.raw).join(' '))).toEqual(kept);
    expect(script.fault?.span.start).toBe(at + 'RUN '.length);
    expect(script.plain).toBe(false);
  });

  it('is reported on the backticks when it stands inside escaped ones', () => {
    const text = 'a; b `c \\`d "\\``';
    const { fault } = parse(text);
    expect(fault && textOf(text, fault.span)).toBe('`c \\`d "\\``');
  });

  const nests: Readonly<Record<string, string>> = {
    substitutions: '$('.repeat(3000),
    'quoted substitutions': '"$('.repeat(3000),
    subshells: '( '.repeat(3000),
    groups: '{ '.repeat(3000),
    'closed substitutions': 'a '.concat('$('.repeat(200), 'b', ')'.repeat(200)),
    'closed groups': '{ '.repeat(200).concat('b;', ' };'.repeat(200)),
    functions: 'f()'.repeat(10000),
    backticks: '`a '.repeat(3001),
    conditions: 'if '.repeat(3000),
  };

  it.each(Object.entries(nests))('is a fault, not a crash, when it nests too deep: %s', (_, text) => {
    const script = parse(`before; ${text}`);
    expect(script.fault).toBeDefined();
    expect(script.plain).toBe(false);
  });
});

describe('spans', () => {
  it('leave out a continuation at the end of a word but hold the one inside', () => {
    const document = 'RUN a b\\\nc d';
    const joined = 'a bc d';
    const offsets = [4, 5, 6, 9, 10, 11, 12];
    const [command] = parseShell({ text: joined, offsets }).commands;
    const spans = command?.words.map(({ span }) => document.slice(span.start, span.end));
    expect(spans).toEqual(['a', 'b\\\nc', 'd']);
  });

  it('start at the first assignment and end at the last redirection', () => {
    const text = '  A=1 cmd x > f  && b';
    const [command] = parse(text).commands;
    expect(command && textOf(text, command.span)).toBe('A=1 cmd x > f');
  });

  it('are those of the document when the text is a slice of it', () => {
    const document = 'FROM x\nRUN cd /app && make\n';
    const { commands } = parseShell(mappedSlice(document, 11, 26));
    expect(commands.map(({ span }) => document.slice(span.start, span.end))).toEqual(['cd /app', 'make']);
  });

  it('hold the word time', () => {
    const text = 'time -p make all';
    const [command] = parse(text).commands;
    expect(command && textOf(text, command.span)).toBe(text);
  });
});
