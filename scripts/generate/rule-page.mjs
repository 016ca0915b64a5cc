/** What is generated in a rule's page in docs/rules/: its head, and how to allow what it flags. */
import { ExplainedError } from '../reporting.mjs';
import { replaceMarked, table } from './marked.mjs';

const FIXES = {
  safe: 'a safe fix: the image keeps its meaning; part of "fix all"',
  review: 'a fix to review',
  no: 'none',
};

/**
 * The page with what is generated in it brought up to date. The head follows the title; a page without one gets it.
 * @throws ExplainedError when the page does not start with the rule's title.
 */
export function rulePage(page, rule) {
  const title = `# ${rule.id}`;
  if (page.split('\n')[0] !== title)
    throw new ExplainedError(`docs/rules/${rule.id}.md must start with "${title}"`);
  const withMarks = page.includes('<!-- head: generated -->')
    ? page
    : page.replace(title, () => `${title}\n\n<!-- head: generated -->\n\n<!-- /head -->`);
  const withHead = replaceMarked(withMarks, 'head', head(rule));
  return replaceMarked(withAllowance(withHead), 'allow', allowance(rule));
}

const ALLOWANCE = '## How to allow it';
const ALLOWANCE_MARKS = '<!-- allow: generated -->\n\n<!-- /allow -->';

/** The page with a place for what is generated below this heading; what is written there by hand follows it. */
function withAllowance(page) {
  if (page.includes('<!-- allow: generated -->')) return page;
  return page.includes(`${ALLOWANCE}\n`)
    ? page.replace(`${ALLOWANCE}\n`, `${ALLOWANCE}\n\n${ALLOWANCE_MARKS}\n`)
    : `${page.trimEnd()}\n\n${ALLOWANCE}\n\n${ALLOWANCE_MARKS}\n`;
}

function allowance({ id, aliases = [], group, offByDefault, severity }) {
  const known = [
    group === 'buildkit' ? `\`# check=skip=${id}\` (BuildKit)` : '',
    ...aliases.map((name) =>
      /^[A-Z]{2}\d+$/.test(name) ? `\`# hadolint ignore=${name}\`` : `\`# check=skip=${name}\` (BuildKit)`,
    ),
  ].filter(Boolean);
  const others =
    known.length > 0
      ? `\n\n${known.join(' and ')} ${known.length > 1 ? 'have' : 'has'} the same effect.`
      : '';
  return [
    'In one instruction, by a comment above it, with the reason; in the whole file with `global`:',
    `\`\`\`text\n# jettison ignore=${id} the reason\n# jettison global ignore=${id} the reason\n\`\`\``,
    offByDefault
      ? 'The rule is off by default. To turn it on, in `.jettison.json`, with any severity:'
      : 'In the project, in `.jettison.json`; any severity may stand in place of `off`:',
    `\`\`\`json\n{ "rules": { "${id}": "${offByDefault ? severity : 'off'}" } }\n\`\`\``,
    `[All about suppression and configuration](../configuration.md).${others}`,
  ].join('\n\n');
}

function head({ summary, severity, offByDefault, serves, fixable, answeredByConversion }) {
  const conversion = answeredByConversion ? '; conversion to a builder and a runtime stage answers it' : '';
  const facts = table(
    ['severity', 'serves', 'fix'],
    [
      [
        offByDefault ? 'off unless a setting asks for it' : severity,
        serves.join(', '),
        `${FIXES[fixable]}${conversion}`,
      ],
    ],
  );
  return `${summary}\n\n${facts}`;
}
