/** The rule objects, loaded from their TypeScript sources, and the list that the server imports. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ExplainedError } from '../reporting.mjs';
import { camelCase, kebabCase, rulesFolder } from '../rule-files.mjs';

const SEVERITIES = ['error', 'warning', 'information', 'hint'];

/** The text of server/src/rules/index.ts. */
export function indexSource(files) {
  const imports = files.map(({ constant, file }) => `import { ${constant} } from './${file}';\n`);
  const list = files.map(({ constant }) => constant).join(', ');
  return [
    '// Written by `npm run generate` from the files of this folder: do not edit.\n',
    ...imports,
    "import type { Rule } from './rule';\n",
    '\n',
    '/** Every rule, in the order of ids. */\n',
    `export const allRules: readonly Rule[] = [${list}];\n`,
  ].join('');
}

/** @throws ExplainedError when a rule object and its file disagree. */
export async function loadRules(files, index) {
  const rules = await evaluate(index);
  for (const [place, { id, constant, file: source }] of files.entries()) {
    const rule = rules[place];
    const name = kebabCase(id);
    const file = `server/src/rules/${source}.ts`;
    if (rule?.id !== id || source !== (rule.group === undefined ? name : `${rule.group}/${name}`))
      throw new ExplainedError(`${file} holds the rule "${rule?.id}"; file and id must agree`);
    if (camelCase(name) !== constant)
      throw new ExplainedError(`${file} must export ${camelCase(name)}, not ${constant}`);
    if (!SEVERITIES.includes(rule.severity))
      throw new ExplainedError(`${file}: no severity "${rule.severity}"`);
    if (rule.serves.length === 0) throw new ExplainedError(`${file}: a rule serves at least one benefit`);
    if (!/^[A-Z].*[^.]\.$/s.test(rule.summary))
      throw new ExplainedError(`${file}: the summary is one sentence`);
  }
  return rules;
}

async function evaluate(index) {
  // Not at the top: this module is loaded before anything has checked that the dependencies are installed.
  const { build } = await import('esbuild');
  const folder = await mkdtemp(path.join(tmpdir(), 'jettison-rules-'));
  try {
    const outfile = path.join(folder, 'rules.mjs');
    await build({
      stdin: { contents: index, resolveDir: rulesFolder, sourcefile: 'index.ts', loader: 'ts' },
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      mainFields: ['module', 'main'],
      logLevel: 'silent',
      // Dependencies in CommonJS ask for Node's modules.
      banner: {
        js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
      },
    });
    return (await import(pathToFileURL(outfile).href)).allRules;
  } catch (error) {
    throw new ExplainedError(`the rules could not be loaded: ${error.message}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
