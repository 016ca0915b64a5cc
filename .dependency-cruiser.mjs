/** Who may import whom, and why. See docs/architecture.md. */
import { ruleFiles } from './scripts/rule-files.mjs';

const area = (...names) => `^server/src/(${names.join('|')})(/|\\.ts$)`;
const roots = '^server/src/(server|server\\.browser|server\\.bundle|cli)\\.ts$';
const rules = ruleFiles().map(({ file }) => file);
const oneOfTheRules = rules.length === 0 ? '^no-rules-yet$' : `^server/src/rules/(${rules.join('|')})\\.ts$`;

/** `from` may import only `to` of our own server code, besides itself. */
function layer(name, from, below, comment) {
  return {
    name,
    severity: 'error',
    comment,
    from: { path: area(...from) },
    to: { path: '^server/src/', pathNot: area(...from, ...below) },
  };
}

const syntax = ['text', 'dockerfile', 'shell', 'images'];
const facts = [...syntax, 'model', 'project'];

export default {
  forbidden: [
    ...['text', 'dockerfile', 'shell', 'images'].map((name) =>
      layer(
        `${name}-knows-only-text`,
        [name],
        ['text'],
        'The lowest layer is read, tested and replaced without the rest; what joins two of these is the model.',
      ),
    ),
    layer(
      'model-and-project-know-syntax',
      ['model', 'project'],
      syntax,
      'Facts about the build are computed once, from syntax; nothing that uses them may shape them.',
    ),
    layer(
      'ecosystems-know-facts',
      ['ecosystems'],
      facts,
      'A language recognises and classifies; it neither judges (rules) nor rewrites (convert).',
    ),
    layer(
      'rules-know-facts',
      ['rules'],
      [...facts, 'ecosystems'],
      'Rules return findings and know nothing of conversion.',
    ),
    layer(
      'convert-knows-facts',
      ['convert'],
      [...facts, 'ecosystems'],
      'convert/verify is handed the analyser as a function, so that rules and conversion stay apart.',
    ),
    layer(
      'service-knows-the-core',
      ['service', 'fix-all'],
      [...facts, 'ecosystems', 'rules', 'convert'],
      'The façade is free of protocol, editor and operating system.',
    ),
    {
      name: 'features-and-cli-use-the-service',
      severity: 'error',
      comment:
        'Editor and command line say the same because they ask the same façade. Types may come from anywhere below.',
      from: { path: '^server/src/(features|cli)/' },
      to: {
        path: '^server/src/',
        pathNot: area('features', 'cli', 'service', 'fix-all', 'text', 'host', 'project', 'protocol'),
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'features-and-cli-stay-apart',
      severity: 'error',
      comment: 'A request handler is no library for the command line, nor the other way round.',
      from: { path: '^server/src/(features|cli)/' },
      to: { path: '^server/src/(features|cli)/', pathNot: '^server/src/$1/' },
    },
    {
      name: 'nothing-imports-the-roots',
      severity: 'error',
      comment: 'A composition root wires. Another one may start it: `jettison lsp` is the server.',
      from: { pathNot: roots },
      to: { path: [roots, '^client/src/extension\\.'] },
    },
    {
      name: 'no-rule-imports-a-rule',
      severity: 'error',
      comment: 'A rule can be read, tested, switched off and deleted alone.',
      from: { path: oneOfTheRules },
      to: { path: [oneOfTheRules, '^server/src/rules/index\\.ts$'] },
    },
    {
      name: 'no-ecosystem-imports-an-ecosystem',
      severity: 'error',
      comment: 'A language is added or changed without touching another one.',
      from: { path: '^server/src/ecosystems/([^/]+)/' },
      to: { path: '^server/src/ecosystems/([^/]+)/', pathNot: '^server/src/ecosystems/$1/' },
    },
    {
      name: 'only-dockerfile-imports-dockerfile-ast',
      severity: 'error',
      comment: 'Its known gaps are guarded in one place.',
      from: { path: '^(server|client)/', pathNot: '^server/src/dockerfile/' },
      to: { path: 'node_modules/dockerfile-ast/' },
    },
    {
      name: 'only-shell-imports-unbash',
      severity: 'error',
      comment: 'A young library: wrapped, so that it can be replaced.',
      from: { path: '^(server|client)/', pathNot: '^server/src/shell/' },
      to: { path: 'node_modules/unbash/' },
    },
    {
      name: 'protocol-at-the-edge',
      severity: 'error',
      comment: 'The core speaks in offsets and values, not in the Language Server Protocol.',
      from: { path: '^server/src/', pathNot: ['^server/src/(features|host)/', roots] },
      to: { path: 'node_modules/vscode-(languageserver|jsonrpc|languageclient)' },
    },
    {
      name: 'no-node-in-the-core',
      severity: 'error',
      comment: 'The core runs in a browser worker.',
      from: { path: '^server/src/', pathNot: ['^server/src/(host|cli)/', roots] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'client-knows-only-protocol-types',
      severity: 'error',
      comment: 'Client and server are separate programs that share the shapes of their messages.',
      from: { path: '^client/' },
      to: { path: '^server/', pathNot: '^server/src/protocol\\.ts$' },
    },
    {
      name: 'server-knows-no-client',
      severity: 'error',
      comment: 'The server runs in any editor.',
      from: { path: '^server/' },
      to: { path: ['^client/', 'node_modules/@types/vscode/'] },
    },
    {
      name: 'products-import-no-tests-or-scripts',
      severity: 'error',
      comment: 'What ships depends only on what ships.',
      from: { path: '^(server|client)/' },
      to: { path: '^(test|scripts)/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Files that need each other at run time are one file. Types may refer to each other.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      comment: 'A file that nothing uses and that uses nothing is forgotten.',
      from: {
        orphan: true,
        path: '^(server|client)/',
        pathNot: ['\\.d\\.ts$', 'server/src/host/(buffer\\.browser|path\\.posix)\\.ts$'],
      },
      to: {},
    },
    {
      name: 'imports-resolve',
      severity: 'error',
      comment: 'Everything imported is there and is declared in package.json.',
      from: { path: '^(server|client)/' },
      to: { couldNotResolve: true, pathNot: '^vscode$' },
    },
  ],
  options: {
    tsConfig: { fileName: 'server/tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|out)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
