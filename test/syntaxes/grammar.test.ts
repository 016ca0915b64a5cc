import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseGrammarTestCase, runGrammarTestCase } from 'vscode-tmgrammar-test/dist/unit/index.js';
import { builtInGrammars, extendedGrammars, tokenLines } from './grammars';

const folder = import.meta.dirname;
const files = readdirSync(folder).filter((name) => name.endsWith('.dockerfile'));
const read = (name: string) => readFileSync(path.join(folder, name), 'utf8');
const inCommand = 'meta.instruction.command.dockerfile';

describe('the caret-marked files', () => {
  it.each(files)('%s is coloured as marked', async (name) => {
    const testCase = parseGrammarTestCase(read(name));
    expect(testCase.assertions.length).toBeGreaterThan(0);
    expect(await runGrammarTestCase(extendedGrammars(), testCase)).toEqual([]);
  });

  it('a mark that does not hold is reported', async () => {
    const wrong = parseGrammarTestCase(
      '# SYNTAX TEST "source.dockerfile"\nRUN echo\n#   ^^^^ string.quoted\n',
    );
    expect(await runGrammarTestCase(extendedGrammars(), wrong)).toHaveLength(1);
  });
});

describe('outside of commands', () => {
  it.each(files)('%s is coloured as the built-in grammar does it', async (name) => {
    const { source } = parseGrammarTestCase(read(name));
    const extended = await tokenLines(extendedGrammars(), source.join('\n'));
    for (const [index, line] of source.entries()) {
      const tokens = extended[index] ?? [];
      if (tokens.some(({ scopes }) => scopes.includes(inCommand))) continue;
      const [alone] = await tokenLines(builtInGrammars(), line);
      const withoutVerbatim = tokens.map(({ text, scopes }) => ({
        text,
        scopes: scopes.filter((scope) => scope !== 'meta.verbatim.dockerfile'),
      }));
      expect(withoutVerbatim, line).toEqual(alone);
    }
  });
});

describe('an instruction left open at any place', () => {
  const openings = [
    '"',
    "'",
    '`',
    '$(',
    '$((',
    '${',
    '(',
    '{',
    '[',
    '[[',
    'case x in',
    'for',
    'if',
    'while',
    '$"',
    "$'",
    'f()',
  ];

  it.each(openings)('%s does not colour the next line', async (opening) => {
    const lines = await tokenLines(extendedGrammars(), `RUN echo a && x ${opening} y\nUSER app\n`);
    const [alone] = await tokenLines(builtInGrammars(), 'USER app');
    expect(lines[1]).toEqual(alone);
  });

  it.each(openings)('%s goes on after a continuation and ends with it', async (opening) => {
    const lines = await tokenLines(extendedGrammars(), `RUN x ${opening} y \\\n  # c\n  z\nUSER app\n`);
    const [alone] = await tokenLines(builtInGrammars(), 'USER app');
    expect(lines[2]?.every(({ scopes }) => scopes.includes(inCommand))).toBe(true);
    expect(lines[3]).toEqual(alone);
  });
});
