/**
 * `npm run generate`: what follows from the rule objects, the snippets and the settings.
 * With `--check` nothing is written; the command fails and names what is out of date.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { configurationSchema, manifestWithRules } from './generate/manifest.mjs';
import { rulePage } from './generate/rule-page.mjs';
import { indexSource, loadRules } from './generate/rules.mjs';
import { withTables } from './generate/tables.mjs';
import { ExplainedError, runScript, say } from './reporting.mjs';
import { repository, ruleFiles } from './rule-files.mjs';

await runScript(async () => {
  const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
  const files = ruleFiles();
  const index = indexSource(files);
  const rules = await loadRules(files, index);
  const manifest = manifestWithRules(JSON.parse(read('package.json')), rules);

  const outputs = {
    'server/src/rules/index.ts': () => index,
    'package.json': () => JSON.stringify(manifest),
    'schemas/jettison.schema.json': () => JSON.stringify(configurationSchema(manifest, rules)),
    'README.md': () => withTables(read('README.md'), rules, snippets(), manifest),
  };
  for (const rule of rules) {
    const page = `docs/rules/${rule.id}.md`;
    outputs[page] = () => rulePage(read(page), rule);
  }

  const problems = [];
  for (const [file, produce] of Object.entries(outputs)) {
    try {
      const text = await format(file, produce());
      if (isCurrent(file, text)) continue;
      if (values.check) problems.push(`${file} is out of date: run \`npm run generate\``);
      else {
        writeFileSync(path.join(repository, file), text);
        say(`wrote ${file}`);
      }
    } catch (error) {
      if (!(error instanceof ExplainedError)) throw error;
      problems.push(error.message);
    }
  }
  if (problems.length > 0) throw new ExplainedError(problems.join('\n       '));
  say('The generated files are up to date.');
});

/** What prettier would make of it, so that a generated file passes the format check too. */
async function format(file, text) {
  const prettier = await import('prettier');
  const filepath = path.join(repository, file);
  return prettier.format(text, { ...(await prettier.resolveConfig(filepath)), filepath });
}

function isCurrent(file, text) {
  return existsSync(path.join(repository, file)) && read(file) === text;
}

function snippets() {
  return Object.values(JSON.parse(read('snippets/dockerfile.code-snippets')));
}

function read(file) {
  try {
    return readFileSync(path.join(repository, file), 'utf8').replaceAll('\r\n', '\n');
  } catch {
    throw new ExplainedError(`${file} is missing`);
  }
}
