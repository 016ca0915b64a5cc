import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeRecipe } from '../../server/src/project/makefile';

function lines(
  text: string,
  target?: string,
  variables?: Record<string, string>,
  environment?: Record<string, string>,
) {
  const recipe = makeRecipe(text, target, variables, environment);
  return recipe.known ? recipe.value : `unknown: ${recipe.because}`;
}

interface Case {
  readonly name: string;
  readonly text: string;
  readonly target?: string;
  readonly variables?: Record<string, string>;
  readonly environment?: Record<string, string>;
  readonly runs: string[];
}

/** Makefiles whose lines GNU make itself can confirm. */
const cases: Case[] = [
  {
    name: 'the first target',
    text: 'build:\n\tgo build -o app .\n\nclean:\n\trm app\n',
    runs: ['go build -o app .'],
  },
  { name: 'a named target', text: 'a:\n\techo a\nb:\n\techo b\n', target: 'b', runs: ['echo b'] },
  { name: '.DEFAULT_GOAL', text: '.DEFAULT_GOAL := b\na:\n\techo a\nb:\n\techo b\n', runs: ['echo b'] },
  { name: 'the goal behind .PHONY', text: '.PHONY: a\na:\n\techo a\n', runs: ['echo a'] },
  {
    name: 'prerequisites first and each once',
    text: 'all: b c\na:\n\techo a\nb: a\n\techo b\nc: a | d\n\techo c\nd:\n\techo d\n',
    runs: ['echo a', 'echo b', 'echo d', 'echo c'],
  },
  {
    name: 'prefixes',
    text: 'x:\n\t@echo a\n\t-@ echo b\n\t@-echo c\n',
    runs: ['echo a', 'echo b', 'echo c'],
  },
  {
    name: 'recursive and simple variables',
    text: 'A = $(B)\nC := $(B)\nB = late\nx:\n\techo $(A) [$(C)] $${HOME} $B\n',
    runs: ['echo late [] ${HOME} late'],
  },
  {
    name: 'conditional and appending assignment',
    text: 'A ?= 1\nA ?= 2\nA += 3\nx:\n\techo $(A)\n',
    runs: ['echo 1 3'],
  },
  {
    name: 'variables of the command line',
    text: 'A := 1\nx:\n\techo ${A}\n',
    variables: { A: '9' },
    runs: ['echo 9'],
  },
  {
    name: 'the environment, below the file',
    text: 'A = 1\nB ?= 2\nx:\n\techo $(A)$(B)\n',
    environment: { A: '8', B: '9' },
    runs: ['echo 19'],
  },
  {
    name: 'automatic variables',
    text: 'bin/app: main.go go.mod\n\techo $@ $< $^ $(@D) $(@F)\nmain.go go.mod:\n',
    runs: ['echo bin/app main.go main.go go.mod bin app'],
  },
  {
    name: 'text functions',
    text: 'A = a.go b.go\nx:\n\techo $(A:.go=.o) $(patsubst %.go,bin/%,$(A)) $(notdir x/y) $(firstword $(A)) $(strip  a   b )\n',
    runs: ['echo a.o b.o bin/a bin/b y a.go a b'],
  },
  {
    name: 'choices',
    text: 'A = 1\nx:\n\techo $(if $(A),yes,no) $(if $(Z),yes,no) $(or $(Z),$(A)) $(and $(A),$(Z))end\n',
    runs: ['echo yes no 1 end'],
  },
  {
    name: 'conditions',
    text: 'M = dev\nifeq ($(M),prod)\nA = 1\nelse ifeq "$(M)" "dev"\nA = 2\nelse\nA = 3\nendif\nifdef M\nB = 4\nendif\nifndef NOPE\nC = 5\nendif\nx:\n\techo $(A)$(B)$(C)\n',
    runs: ['echo 245'],
  },
  {
    name: 'conditions inside conditions',
    text: 'ifdef NOPE\nifdef ALSO\nx:\n\techo 1\nendif\nelse\nx:\n\techo 2\nendif\n',
    runs: ['echo 2'],
  },
  {
    name: 'conditions inside a recipe',
    text: 'x:\nifeq ($(V),1)\n\techo loud\nelse\n\techo quiet\nendif\n',
    variables: { V: '1' },
    runs: ['echo loud'],
  },
  {
    name: 'comments and blank lines',
    text: '# c\nA = 1 # c\n\nx: # c\n\n\techo $(A) \\# x\n# c\n\techo 2\n',
    runs: ['echo 1  \\# x', 'echo 2'],
  },
  { name: 'a recipe on the rule line', text: 'x: ; echo 1\n', runs: ['echo 1'] },
  { name: 'several targets in one rule', text: 'a b:\n\techo $@\n', target: 'b', runs: ['echo b'] },
  {
    name: 'target variables',
    text: 'build: OS = linux\nbuild: dep\n\techo $(OS)\ndep:\n\techo $(OS)\n',
    runs: ['echo linux', 'echo linux'],
  },
  {
    name: 'a make of its own',
    text: 'all:\n\t$(MAKE) a b\na:\n\techo a\nb:\n\techo b\n',
    runs: ['echo a', 'echo b'],
  },
  { name: 'continued assignments', text: 'A = a \\\n    b\nx:\n\techo $(A)\n', runs: ['echo a b'] },
  { name: 'Windows line ends', text: 'A := 1\r\nx:\r\n\techo $(A)\r\n', runs: ['echo 1'] },
  { name: 'a cycle', text: 'a: b\n\techo a\nb: a\n\techo b\n', runs: ['echo b', 'echo a'] },
];

describe('the lines that make runs', () => {
  for (const { name, text, target, variables, environment, runs } of cases) {
    it(`follow ${name}`, () => {
      expect(lines(text, target, variables, environment)).toEqual(runs);
    });
  }

  it('keep a continued line as the shell gets it', () => {
    expect(lines('x:\n\techo a \\\n\t  b\n')).toEqual(['echo a \\\n  b']);
  });

  it('keep $(shell ...) as a command substitution', () => {
    const text =
      'V := $(shell git describe --tags)\nL = -X main.v=$(V)\nbuild:\n\tgo build -ldflags "$(L)" -o app\n';
    expect(lines(text)).toEqual(['go build -ldflags "-X main.v=$(git describe --tags)" -o app']);
    expect(lines('x: $(shell find . -name "*.go") $(wildcard *.go)\n\tgo build\n')).toEqual(['go build']);
  });

  it('come with what the Makefile exports', () => {
    expect(lines("export CGO_ENABLED = 0\nA = it's\nexport A\nB = 1\nx:\n\tgo build\n")).toEqual([
      "export CGO_ENABLED='0'",
      "export A='it'\\''s'",
      'go build',
    ]);
  });

  it('know that images are built on Linux', () => {
    expect(
      lines('ifeq ($(shell uname -s),Darwin)\nA = mac\nelse\nA = other\nendif\nx:\n\techo $(A)\n'),
    ).toEqual(['echo other']);
  });

  it('are known where what is not followed does not matter to them', () => {
    expect(lines('-include .env\nB = $(foreach x,1 2,$(x))\nx:\n\tgo build\ny:\n\techo $(B) $(Q)\n')).toEqual(
      ['go build'],
    );
    expect(lines('ifeq ($(shell id),x)\nA = 1\nendif\nx:\n\tgo build\n')).toEqual(['go build']);
  });

  const refused: [string, string, string?][] = [
    ['an included file may set a variable', 'include x.mk\nx:\n\techo $(A)\n'],
    ['an included file may hold the target', 'include x.mk\nx:\n\techo\n', 'y'],
    ['a function is not followed', 'x:\n\techo $(foreach a,1 2,$(a))\n'],
    ['a pattern rule makes the target', 'bin/%: cmd/%\n\tgo build -o $@ ./$<\n', 'bin/app'],
    ['a pattern rule makes a prerequisite', 'all: bin/app\nbin/%: cmd/%\n\tgo build -o $@ ./$<\n'],
    [
      'a condition depends on a command',
      'ifeq ($(shell id),x)\nA = 1\nelse\nA = 2\nendif\nx:\n\techo $(A)\n',
    ],
    ['a recipe depends on such a condition', 'x:\nifeq ($(shell id),x)\n\techo 1\nendif\n'],
    ['a variable refers to itself', 'A = $(B)\nB = $(A)\nx:\n\techo $(A)\n'],
    ['a reference is not closed', 'x:\n\techo $(A\n'],
    ['the target is missing', 'x:\n\techo\n', 'y'],
    ['there is no target', 'A = 1\n'],
    ['the recipe prefix changes', '.RECIPEPREFIX = >\nx:\n>echo\n'],
    ['make calls itself for ever', 'x:\n\t$(MAKE) x\n'],
  ];
  for (const [name, text, target] of refused) {
    it(`are unknown when ${name}`, () => {
      expect(lines(text, target)).toMatch(/^unknown: ./);
    });
  }

  it('of nonsense are unknown or empty, never a fault', () => {
    for (const text of [
      '',
      '\t',
      ':',
      '$(',
      'x: $(',
      'endif',
      'else',
      'ifeq',
      'define x',
      '\u0000\u0001:\n\t\u0000',
      '='.repeat(5000),
      '('.repeat(5000),
    ]) {
      expect(() => lines(text)).not.toThrow();
    }
  });
});

const hasMake = ((): boolean => {
  try {
    return execFileSync('make', ['--version'], { encoding: 'utf8' }).includes('GNU Make');
  } catch {
    return false;
  }
})();

describe.skipIf(!hasMake)('GNU make', () => {
  for (const { name, text, target, variables = {}, environment = {}, runs } of cases) {
    if (name === 'Windows line ends') continue;
    it(`runs the same for ${name}`, () => {
      const folder = mkdtempSync(join(tmpdir(), 'jettison-make-'));
      try {
        writeFileSync(join(folder, 'Makefile'), text);
        const args = ['-n', '--no-print-directory', ...(target ? [target] : [])];
        const given = Object.entries(variables).map(([key, value]) => `${key}=${value}`);
        const env = { PATH: process.env['PATH'] ?? '', ...environment };
        const output = execFileSync('make', [...args, ...given], {
          cwd: folder,
          encoding: 'utf8',
          env,
          stdio: 'pipe',
        });
        const ran = output.split('\n').filter((line) => line !== '' && !/^make(?:\[\d+\])? /.test(line));
        expect(ran.map((line) => line.replace(/\s+$/, ''))).toEqual(runs);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
  }
});
