import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ShellScript, ShellWord } from '../../server/src/shell/ast';
import { effectiveCommand } from '../../server/src/shell/effective-command';
import { parseShell } from '../../server/src/shell/parse';
import { literalWords, quoteForShell } from '../../server/src/shell/quote';
import type { MappedText } from '../../server/src/text/mapped-text';
import type { Span } from '../../server/src/text/span';

const tokens = [
  'a',
  'bc',
  ' ',
  '  ',
  '\n',
  '\\\n',
  '\\',
  '"',
  "'",
  '`',
  '$',
  '$X',
  '${X}',
  '${X:-d}',
  '${',
  '$(',
  '$((',
  ')',
  '))',
  '(',
  '{',
  '}',
  '{a,b}',
  ';',
  ';;',
  '&',
  '&&',
  '||',
  '|',
  '|&',
  '!',
  '<',
  '>',
  '>>',
  '2>&1',
  '<<EOF',
  '\nEOF\n',
  '<(',
  '#',
  '*',
  '?',
  '[',
  ']',
  '[[',
  ']]',
  '~',
  '/',
  '=',
  'A=',
  'A=(',
  'if ',
  'then ',
  'fi',
  'for i in ',
  'do ',
  'done',
  'case ',
  ' in ',
  'esac',
  'while ',
  'f() ',
  'time ',
  'exec ',
  'sh -c ',
  'sudo ',
  'env ',
  'export ',
  '\r\n',
  '\t',
  '\0',
  'é',
  '😀',
  '\ud800',
];
const shellText = fc.array(fc.constantFrom(...tokens), { maxLength: 40 }).map((pieces) => pieces.join(''));

/** A document of which the mapped text leaves pieces out, as continuations and comment lines are. */
const mapped = fc
  .array(fc.tuple(fc.constantFrom(...tokens), fc.nat(3)), { maxLength: 40 })
  .map((pieces): MappedText => {
    const offsets: number[] = [];
    let text = '';
    let at = 7;
    for (const [piece, gap] of pieces) {
      for (let i = 0; i < piece.length; i++) offsets.push(at++);
      text += piece;
      at += gap;
    }
    offsets.push((offsets.at(-1) ?? 6) + 1);
    return { text, offsets };
  });

function spansOf(script: ShellScript): Span[] {
  const ofWord = (word: ShellWord): Span[] => [
    word.span,
    ...word.parts.flatMap((part) => (part.kind === 'text' ? [] : [part.span])),
  ];
  return script.commands.flatMap((command) => [
    command.span,
    ...command.words.flatMap(ofWord),
    ...command.assignments.flatMap(({ span, value }) => [span, ...ofWord(value)]),
    ...command.redirections.flatMap(({ span, target }) => [span, ...(target ? ofWord(target) : [])]),
    ...effectiveCommand(command).assignments.map(({ span }) => span),
  ]);
}

describe('any text at all', () => {
  it('gives spans inside the document, commands in order, and no exception', () => {
    fc.assert(
      fc.property(mapped, (text) => {
        const script = parseShell(text);
        const first = text.offsets[0] as number;
        const end = text.offsets[text.text.length] as number;
        for (const span of [...spansOf(script), ...(script.fault ? [script.fault.span] : [])]) {
          expect(span.start).toBeGreaterThanOrEqual(first);
          expect(span.end).toBeGreaterThanOrEqual(span.start);
          expect(span.end).toBeLessThanOrEqual(end);
        }
        const starts = script.commands.map(({ span }) => span.start);
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
      }),
      { numRuns: 2000 },
    );
  });

  it('gives each word the text of its span, continuations removed', () => {
    const clean = shellText.filter((text) => !/[`\r]|sh -c/.test(text));
    fc.assert(
      fc.property(clean, (text) => {
        const offsets = Array.from({ length: text.length + 1 }, (_, i) => i);
        for (const command of parseShell({ text, offsets }).commands) {
          for (const word of command.words) {
            const source = text.slice(word.span.start, word.span.end);
            expect(word.raw.replaceAll('\\\n', '')).toBe(source.replaceAll('\\\n', ''));
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('never changes which commands precede it', () => {
    fc.assert(
      fc.property(shellText, (text) => {
        const whole = `first one && second two\n${text}`;
        const offsets = Array.from({ length: whole.length + 1 }, (_, i) => i);
        const { commands } = parseShell({ text: whole, offsets });
        expect(commands.slice(0, 2).map(({ words }) => words.map(({ raw }) => raw))).toEqual([
          ['first', 'one'],
          ['second', 'two'],
        ]);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('quoting', () => {
  it('gives back any words when it is parsed again', () => {
    // A carriage return before a line feed is a line ending of the document, never a character of a word.
    const word = fc
      .string({ unit: 'binary' })
      .filter((text) => !text.includes('\r\n') && !text.endsWith('\r'));
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), (words) => {
        const text = ['./app', ...words].map(quoteForShell).join(' ');
        const offsets = Array.from({ length: text.length + 1 }, (_, i) => i);
        expect(literalWords(parseShell({ text, offsets }))).toEqual(['./app', ...words]);
      }),
    );
  });
});
