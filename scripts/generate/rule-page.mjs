/** The head of a rule's page in docs/rules/. */
import { ExplainedError } from '../reporting.mjs';
import { replaceMarked, table } from './marked.mjs';

const FIXES = {
  safe: 'a safe fix: the image keeps its meaning; part of "fix all"',
  review: 'a fix to review',
  no: 'none',
};

/**
 * The page with its head brought up to date. The head follows the title; a page without one gets it.
 * @throws ExplainedError when the page does not start with the rule's title.
 */
export function rulePage(page, rule) {
  const title = `# ${rule.id}`;
  if (page.split('\n')[0] !== title)
    throw new ExplainedError(`docs/rules/${rule.id}.md must start with "${title}"`);
  const withMarks = page.includes('<!-- head: generated -->')
    ? page
    : page.replace(title, () => `${title}\n\n<!-- head: generated -->\n\n<!-- /head -->`);
  return replaceMarked(withMarks, 'head', head(rule));
}

function head({ summary, severity, serves, fixable, answeredByConversion }) {
  const conversion = answeredByConversion ? '; conversion to a builder and a runtime stage answers it' : '';
  const facts = table(
    ['severity', 'serves', 'fix'],
    [[severity, serves.join(', '), `${FIXES[fixable]}${conversion}`]],
  );
  return `${summary}\n\n${facts}`;
}
