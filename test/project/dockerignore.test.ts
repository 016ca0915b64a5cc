import ignore from '@balena/dockerignore';
import { describe, expect, it } from 'vitest';
import { parseDockerIgnore, rootState } from '../../server/src/project/dockerignore';

function hides(text: string, path: string): boolean {
  const dockerignore = parseDockerIgnore(text);
  let state = rootState;
  let ignored = false;
  const parts = path.split('/');
  for (let i = 1; i <= parts.length; i++) {
    ({ ignored, state } = dockerignore.judge(parts.slice(0, i).join('/'), state));
  }
  return ignored;
}

const cases: { patterns: string; hidden?: string[]; shown?: string[] }[] = [
  { patterns: 'docs', hidden: ['docs', 'docs/a', 'docs/a/b'], shown: ['a/docs', 'docs2', 'Docs'] },
  { patterns: '/docs/', hidden: ['docs/a'], shown: ['a/docs'] },
  { patterns: './docs/../out', hidden: ['out/x'], shown: ['docs/x'] },
  { patterns: '*.md', hidden: ['README.md'], shown: ['docs/README.md', 'md'] },
  { patterns: '*/temp*', hidden: ['a/temp', 'a/temporary.txt', 'a/temp/x'], shown: ['temp', 'a/b/temp'] },
  { patterns: '*/*/temp*', hidden: ['a/b/temp', 'a/b/temp.txt'], shown: ['a/temp'] },
  { patterns: 'temp?', hidden: ['tempa', 'temp1/x'], shown: ['temp', 'tempab', 'temp/'] },
  { patterns: '**', hidden: ['a', 'a/b/c', '.env'] },
  { patterns: '**/*.go', hidden: ['a.go', 'a/b.go', 'a/b/c.go'], shown: ['a.gox', 'go'] },
  { patterns: '**/node_modules', hidden: ['node_modules/a', 'x/y/node_modules/a'], shown: ['xnode_modules'] },
  { patterns: '**log', hidden: ['log', 'a/b/catalog', 'mylog'], shown: ['log.txt'] },
  { patterns: 'dir/**', hidden: ['dir/a', 'dir/a/b'], shown: ['dir', 'dirx/a'] },
  { patterns: 'a/**/z', hidden: ['a/z', 'a/b/z', 'a/b/c/z'], shown: ['a/zz', 'az'] },
  { patterns: '**/a/**/b', hidden: ['a/b', 'x/a/y/z/b/c'], shown: ['b', 'a/x'] },
  { patterns: '*\n!README.md', hidden: ['a', 'a/README.md'], shown: ['README.md'] },
  {
    patterns: '*.md\n!README*.md\nREADME-secret.md',
    hidden: ['a.md', 'README-secret.md'],
    shown: ['README.md'],
  },
  { patterns: '*\n!src/**', hidden: ['a', 'lib/x'], shown: ['src/x', 'src/a/b'] },
  { patterns: 'docs\n!docs/keep', hidden: ['docs/a'], shown: ['docs/keep', 'docs/keep/x'] },
  { patterns: '!docs/keep\ndocs', hidden: ['docs/keep', 'docs/a'] },
  { patterns: '**\n!**/*.go\n**/*_test.go', hidden: ['x.txt', 'a/b_test.go'], shown: ['main.go', 'a/b.go'] },
  { patterns: '! a\nb', hidden: ['b'], shown: ['a'] },
  { patterns: '# docs\n  # docs\n\ndocs # x', shown: ['docs', 'docs/a'], hidden: ['  # docs'.trim()] },
  { patterns: '\uFEFFdocs\r\nout\r\n', hidden: ['docs', 'out/a'], shown: ['docs\r'] },
  { patterns: '.', shown: ['a', '.env', 'a/b'] },
  { patterns: '/', shown: ['a', 'a/b'] },
  { patterns: '.env*', hidden: ['.env', '.env.local'], shown: ['a/.env', 'xenv'] },
  { patterns: 'c++\na(1)\n{x}|y$', hidden: ['c++', 'c++/a', 'a(1)', '{x}|y$'], shown: ['cc', 'a1'] },
  { patterns: '[a-c]x\n[^a]y\n[]z]q', hidden: ['bx', 'by'], shown: ['dx', 'ay', 'zq', ']q'] },
  { patterns: '\\!keep\n\\#x\na\\*b', hidden: ['!keep', '#x', 'a*b'], shown: ['keep', 'axb'] },
  { patterns: '[\n[a\n[]\na\\\n[a-]\n[z-a]\nok', hidden: ['ok'], shown: ['[', 'a', 'b', '-'] },
  { patterns: '!\n', shown: ['a', '!'] },
  { patterns: '*/*a*/*b*/**/c*', hidden: ['x/a/b/c', 'x/ya/zb/q/r/cc'], shown: ['a/b/c', 'x/a/b'] },
  { patterns: 'файл*\n💥?', hidden: ['файл.txt', '💥💥'], shown: ['💥'] },
];

describe('.dockerignore', () => {
  for (const { patterns, hidden = [], shown = [] } of cases) {
    it(`with ${JSON.stringify(patterns)} hides what BuildKit hides`, () => {
      expect(hidden.filter((path) => !hides(patterns, path))).toEqual([]);
      expect(shown.filter((path) => hides(patterns, path))).toEqual([]);
    });
  }

  it('agrees with an independent implementation on ordinary patterns', () => {
    const lines = [
      '.git',
      '**/*.md',
      '!README.md',
      'dist/',
      'a/**/b',
      '*.log',
      '**/tmp',
      'x?z',
      '!a/c/b/keep',
      'node_*',
    ];
    const names = [
      'a',
      'b',
      'c',
      'keep',
      'tmp',
      'x.md',
      'README.md',
      'dist',
      'xyz',
      'node_modules',
      '.git',
      'q.log',
    ];
    const paths = names.flatMap((one) => [
      one,
      ...names.flatMap((two) => [`${one}/${two}`, `${one}/c/${two}/keep`]),
    ]);
    for (let n = 1; n <= lines.length; n++) {
      const text = lines.slice(0, n).join('\n');
      const other = ignore({ ignorecase: false }).add(text);
      expect(paths.filter((path) => hides(text, path) !== other.ignores(path))).toEqual([]);
    }
  });

  it('is not slowed down by patterns made to backtrack', () => {
    expect(hides(`${'*a'.repeat(40)}b`, 'a'.repeat(200))).toBe(false);
    expect(hides(`${'**/'.repeat(40)}b`, 'a/'.repeat(200) + 'c')).toBe(false);
    expect(hides(`${'**/*a'.repeat(20)}`, 'xa/'.repeat(60) + 'a')).toBe(true);
  });
});
