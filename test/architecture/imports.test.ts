import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from './sources';

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

/** A file, what it imports, and the rule that this breaks; undefined when it may. */
const imports: [from: string, target: string, rule: string | undefined][] = [
  ['server/src/text/a.ts', '../dockerfile/ast', 'text-knows-only-text'],
  ['server/src/dockerfile/a.ts', '../shell/ast', 'dockerfile-knows-only-text'],
  ['server/src/dockerfile/b.ts', '../text/span', undefined],
  ['server/src/dockerfile/c.ts', 'dockerfile-ast', undefined],
  ['server/src/shell/a.ts', '../images/image', 'shell-knows-only-text'],
  ['server/src/images/a.ts', '../model/model', 'images-knows-only-text'],
  ['server/src/model/a.ts', '../rules/rule', 'model-and-project-know-syntax'],
  ['server/src/model/b.ts', 'dockerfile-ast', 'only-dockerfile-imports-dockerfile-ast'],
  ['server/src/project/a.ts', '../ecosystems/ecosystem', 'model-and-project-know-syntax'],
  ['server/src/project/b.ts', 'unbash', 'only-shell-imports-unbash'],
  ['server/src/ecosystems/a.ts', '../convert/conversion', 'ecosystems-know-facts'],
  ['server/src/ecosystems/go/a.ts', '../node/b', 'no-ecosystem-imports-an-ecosystem'],
  ['server/src/ecosystems/node/b.ts', '../../model/model', undefined],
  ['server/src/rules/a.ts', '../convert/conversion', 'rules-know-facts'],
  ['server/src/rules/libc-mismatch.ts', './single-stage-build', 'no-rule-imports-a-rule'],
  ['server/src/rules/single-stage-build.ts', './rule', undefined],
  ['server/src/convert/a.ts', '../rules/rule', 'convert-knows-facts'],
  ['server/src/convert/b.ts', '../ecosystems/ecosystem', undefined],
  ['server/src/service.ts', './features/a', 'service-knows-the-core'],
  ['server/src/features/a.ts', '../model/model', 'features-and-cli-use-the-service'],
  ['server/src/features/b.ts', '../cli/a', 'features-and-cli-stay-apart'],
  ['server/src/features/c.ts', 'vscode-languageserver/node', undefined],
  ['server/src/cli/a.ts', 'vscode-languageserver/node', 'protocol-at-the-edge'],
  ['server/src/cli/b.ts', 'node:fs', undefined],
  ['server/src/model/c.ts', 'node:path', 'no-node-in-the-core'],
  ['server/src/host/a.ts', '../server', 'nothing-imports-the-roots'],
  ['server/src/server.ts', './features/b', undefined],
  ['server/src/host/b.ts', '../../../test/a', 'products-import-no-tests-or-scripts'],
  ['server/src/host/c.ts', '../../../client/src/b', 'server-knows-no-client'],
  ['server/src/host/d.ts', './missing', 'imports-resolve'],
  ['client/src/a.ts', '../../server/src/service', 'client-knows-only-protocol-types'],
  ['client/src/b.ts', '../../server/src/protocol', undefined],
  ['server/src/host/e.ts', './f', 'no-cycles'],
  // A cycle is reported once.
  ['server/src/host/f.ts', './e', undefined],
];

const targets = [
  'server/src/text/span.ts',
  'server/src/dockerfile/ast.ts',
  'server/src/shell/ast.ts',
  'server/src/images/image.ts',
  'server/src/model/model.ts',
  'server/src/rules/rule.ts',
  'server/src/ecosystems/ecosystem.ts',
  'server/src/convert/conversion.ts',
  'server/src/protocol.ts',
  'test/a.ts',
];

describe('the rules about imports', () => {
  let folder = '';
  let violations: readonly Violation[] = [];

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'jettison-imports-'));
    symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
    cpSync(path.join(root, 'tsconfig.json'), path.join(folder, 'tsconfig.json'));
    for (const file of targets) write(file, 'export const value = 1;\n');
    for (const [from, target] of imports) write(from, `export * from '${target}';\n`);
    write('server/src/host/alone.ts', 'export const value = 1;\n');
    write('server/tsconfig.json', '{ "extends": "../tsconfig.json", "include": ["src/**/*.ts"] }\n');
    const depcruise = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const config = path.join(root, '.dependency-cruiser.mjs');
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [depcruise, '--config', config, '--output-type', 'json', 'server', 'client'],
      { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 26 },
    );
    if (stdout === '') throw new Error(stderr);
    violations = (JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations;
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function write(file: string, text: string): void {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }

  const broken = (file: string) =>
    violations.filter(({ from }) => from === file).map(({ rule }) => rule.name);

  it.each(imports)('%s imports %s: %s', (from, _target, rule) => {
    if (rule === undefined) expect(broken(from)).toEqual([]);
    else expect(broken(from)).toContain(rule);
  });

  it('a file that nothing uses and that uses nothing is an orphan', () => {
    expect(broken('server/src/host/alone.ts')).toEqual(['no-orphans']);
  });

  it('each rule is broken by one of these files', async () => {
    const config = (await import(path.join(root, '.dependency-cruiser.mjs'))) as {
      default: { forbidden: { name: string }[] };
    };
    const seen = new Set(violations.map(({ rule }) => rule.name));
    expect(config.default.forbidden.map(({ name }) => name).filter((name) => !seen.has(name))).toEqual([]);
  });
});
