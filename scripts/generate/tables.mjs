/** The tables of the README. */
import { replaceMarked, table } from './marked.mjs';

export function withTables(readme, rules, snippets, manifest) {
  const tables = {
    rules: rulesTables(rules),
    snippets: snippetsTable(snippets),
    settings: settingsTable(manifest),
  };
  return Object.entries(tables).reduce((text, [name, content]) => replaceMarked(text, name, content), readme);
}

const FIXES = { safe: 'yes', review: 'to review', no: '' };

/** What this project finds comes first; BuildKit's checks are known from elsewhere. */
function rulesTables(rules) {
  const own = rules.filter(({ group }) => group === undefined);
  const buildkits = rules.filter(({ group }) => group === 'buildkit');
  const known = `BuildKit's own build checks, under BuildKit's names:\n\n${rulesTable(buildkits)}`;
  return buildkits.length === 0 ? rulesTable(own) : `${rulesTable(own)}\n\n${known}`;
}

function rulesTable(rules) {
  return table(
    ['rule', 'finds', 'severity', 'fix'],
    rules.map(({ id, summary, severity, offByDefault, fixable, answeredByConversion }) => [
      `[\`${id}\`](docs/rules/${id}.md)`,
      summary,
      offByDefault ? 'off' : severity,
      [FIXES[fixable], answeredByConversion ? 'conversion' : ''].filter(Boolean).join(', '),
    ]),
  );
}

function snippetsTable(snippets) {
  return table(
    ['type', 'for'],
    snippets.map(({ prefix, description }) => [`\`${prefix}\``, description]),
  );
}

function settingsTable({ contributes }) {
  return table(
    ['setting', 'default', 'meaning'],
    Object.entries(contributes.configuration.properties).map(([name, property]) => [
      `\`${name}\``,
      `\`${JSON.stringify(property.default)}\``,
      (property.markdownDescription ?? property.description ?? '').split('\n')[0],
    ]),
  );
}
