import { describe, expect, it } from 'vitest';
import { effectiveCommand } from '../../server/src/shell/effective-command';
import { execFormScript } from '../../server/src/shell/exec-form';
import { literalWords, quoteForShell } from '../../server/src/shell/quote';
import { mappedSlice } from '../../server/src/text/mapped-text';
import { parse, sketch } from './sketch';

describe('effectiveCommand', () => {
  const cases: readonly (readonly [text: string, seen: string])[] = [
    ['go build', 'go build'],
    ['exec ./app -x', './app -x'],
    ['exec -a name ./app', './app'],
    ['sudo apt-get update', 'apt-get update'],
    ['sudo -E -u root apt-get update', 'apt-get update'],
    ['sudo -uroot apt-get update', 'apt-get update'],
    ['sudo --user root -- apt-get update', 'apt-get update'],
    ['sudo A=b apt-get update', 'A=b apt-get update'],
    ['/usr/bin/env A=b C=$D go build', 'A=b C=$D go build'],
    ['env -i -u X go build', 'go build'],
    ['A=1 env B=2 go', 'A=1 B=2 go'],
    ['time -p go build', 'go build'],
    ['time -f %e go build', 'go build'],
    ['nice -n 10 make', 'make'],
    ['nohup nice make', 'make'],
    ['timeout -k 5 60s make', 'make'],
    ['gosu user:group ./app', './app'],
    ['su-exec app ./app', './app'],
    ['command go build', 'go build'],
    // No command stands behind these.
    ['command -v go', 'command -v go'],
    ['sudo -i', 'sudo -i'],
    ['env', 'env'],
    ['env A=b', 'env A=b'],
    ['env -C /x make', 'env -C /x make'],
    ['env -S "make x"', 'env -S "make x"'],
    ['gosu user', 'gosu user'],
    ['exec', 'exec'],
    // Its arguments come from the input.
    ['xargs rm', 'xargs rm'],
    ['tini -- ./app', 'tini -- ./app'],
    ['./exec x', './exec x'],
  ];

  it.each(cases)('%s', (text, seen) => {
    const [command] = parse(text).commands;
    const effective = command && effectiveCommand(command);
    const assignments = effective?.assignments.map(({ name, value }) => `${name}=${value.raw}`) ?? [];
    const args = effective?.args.map((word) => word.raw) ?? [];
    expect([...assignments, effective?.name, ...args].join(' ')).toBe(seen);
  });

  it('has no name when the name is computed or missing', () => {
    for (const text of ['$X a', 'sudo $X a', 'A=1']) {
      const [command] = parse(text).commands;
      expect(command && effectiveCommand(command).name).toBeUndefined();
    }
  });
});

describe('literalWords', () => {
  it.each<[string, string[]]>([
    ['./app', ['./app']],
    ['./app --port 80 "a b" \'c\'', ['./app', '--port', '80', 'a b', 'c']],
    ['exec ./app -v', ['./app', '-v']],
    ['/usr/bin/env a', ['/usr/bin/env', 'a']],
    ['./app # why', ['./app']],
    ['./app ""', ['./app', '']],
  ])('turns %s into an argument list', (text, words) => {
    expect(literalWords(parse(text))).toEqual(words);
  });

  it.each([
    '',
    'exec',
    'exec -a n ./app',
    'A=1 ./app',
    './app $PORT',
    './app "${PORT:-80}"',
    './app *.txt',
    './app ~/x',
    './app > log',
    './app 2>&1',
    './app &',
    './app && b',
    './app; b',
    './app | b',
    '(./app)',
    '{ ./app; }',
    '! ./app',
    'if a; then ./app; fi',
    './app $(b)',
    './app {a,b}',
    'sh -c "./app"',
    'cd /app',
    'time ./app',
    '. ./app',
    './app "',
  ])('refuses %s', (text) => {
    expect(literalWords(parse(text))).toBeUndefined();
  });
});

describe('quoteForShell', () => {
  it.each([
    ['a', 'a'],
    ['/a/b-c_d.e:f@g%h+i,j', '/a/b-c_d.e:f@g%h+i,j'],
    ['--a=b', '--a=b'],
    ['', "''"],
    ['a b', "'a b'"],
    ['$X', "'$X'"],
    ["it's", "'it'\\''s'"],
    ['A=b', "'A=b'"],
    ['~', "'~'"],
    ['*', "'*'"],
    ['#a', "'#a'"],
    ['a\nb', "'a\nb'"],
    ['é', "'é'"],
  ])('%s', (value, quoted) => {
    expect(quoteForShell(value)).toBe(quoted);
    expect(parse(`x ${quoted}`).commands[0]?.words[1]?.literal).toBe(value);
  });
});

describe('execFormScript', () => {
  /** Items of `RUN ["a", "b"]` whose values need no decoding. */
  function items(document: string) {
    return [...document.matchAll(/"([^"]*)"/g)].map((match) => ({
      value: match[1] as string,
      span: { start: match.index, end: match.index + match[0].length },
      mapped: mappedSlice(document, match.index + 1, match.index + match[0].length - 1),
    }));
  }

  it('is one command whose words are not expanded', () => {
    const script = execFormScript(items('RUN ["go", "build", "$X", "*"]'));
    expect(script.commands.map(sketch)).toEqual(['start [go build $X *] end']);
    expect(script.commands[0]?.words.map((word) => word.literal)).toEqual(['go', 'build', '$X', '*']);
    expect(script.commands[0]?.words.some((word) => word.glob)).toBe(false);
    expect(script.plain).toBe(true);
  });

  it('reads the text of sh -c', () => {
    const document = 'RUN ["/bin/sh", "-ec", "cd /x && (make)"]';
    const script = execFormScript(items(document));
    expect(script.commands.slice(1).map(sketch)).toEqual(['start [cd /x] && 1<0', 'start [make] end 2<1']);
    const inner = script.commands[1];
    expect(inner && document.slice(inner.span.start, inner.span.end)).toBe('cd /x');
    expect(script.plain).toBe(false);
  });

  it('is nothing for an empty array', () => {
    expect(execFormScript([])).toEqual({ commands: [], fault: undefined, plain: true });
  });
});
