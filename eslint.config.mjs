import { builtinModules } from 'node:module';
import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const nodeBuiltIns = [...builtinModules, ...builtinModules.map((name) => `node:${name}`)];
const nodeGlobals = ['process', 'Buffer', '__dirname', '__filename', 'require', 'setImmediate', 'global'];

/** Everything but the adapters and the composition roots: runs in a browser worker. */
const core = ['server/src/**/*.ts'];
const outsideCore = [
  'server/src/{host,cli}/**/*.ts',
  'server/src/{server,server.browser,server.bundle,cli}.ts',
];

const houseRules = {
  'no-console': 'error',
  'no-restricted-exports': [
    'error',
    { restrictDefaultExports: { direct: true, named: true, defaultFrom: true } },
  ],
  'no-restricted-syntax': [
    'error',
    {
      selector: 'ClassDeclaration[id.name=/(Manager|Provider|Helper|Util|Utils)$/]',
      message: 'Write functions; name a class after what it is.',
    },
    { selector: 'ExportAllDeclaration', message: 'Export what is meant, by name.' },
  ],
  'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
  'max-lines': ['error', { max: 400 }],
  eqeqeq: 'error',
};

export default tseslint.config(
  { ignores: ['**/node_modules/', 'dist/', 'out/', 'coverage/', '.vscode-test/', 'test/**/context/'] },
  // A suppression comment has no effect: a rule is kept, or changed here for everybody with the reason.
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommended],
    rules: {
      ...houseRules,
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-ignore': true, 'ts-nocheck': true, 'ts-expect-error': true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    files: ['server/src/**/*.ts', 'client/src/**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['server/tsconfig.json', 'client/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/prefer-readonly': 'error',
      // An async function may answer at once: the interface that it implements is asynchronous.
      '@typescript-eslint/require-await': 'off',
      // Our objects are records of functions without `this`; taking one out of them is safe.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: core,
    ignores: outsideCore,
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: nodeBuiltIns.map((name) => ({ name, message: 'The core runs in a browser worker.' })),
          patterns: [
            {
              group: ['vscode', 'vscode-*', '!vscode-languageserver*', '!vscode-uri'],
              message: 'The core knows no editor.',
            },
          ],
        },
      ],
      'no-restricted-globals': [
        'error',
        ...nodeGlobals.map((name) => ({ name, message: 'The core runs in a browser worker.' })),
        { name: 'fetch', message: 'Nothing leaves the machine.' },
      ],
    },
  },
  {
    // Without a worker the server's bundle is run as VS Code's web extension host runs extensions: by `new Function`.
    files: ['client/src/browser-server.ts'],
    rules: { '@typescript-eslint/no-implied-eval': 'off' },
  },
  {
    files: ['**/*.mjs', '**/*.cjs'],
    rules: { 'no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }] },
    languageOptions: {
      globals: Object.fromEntries(
        'process console URL Buffer globalThis setTimeout clearTimeout fetch performance AbortController AbortSignal TextDecoder module require'
          .split(' ')
          .map((name) => [name, 'readonly']),
      ),
    },
  },
  {
    // Tools that load these files ask for a default export.
    files: ['*.config.mjs', '*.config.ts', 'vitest.config.mts', '.dependency-cruiser.mjs'],
    rules: { 'no-restricted-exports': 'off' },
  },
);
