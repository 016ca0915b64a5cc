import type { Span } from '../text/span';
import type { Finding, Fix, Rule } from './rule';
import type { JudgedName, JudgedSuppression } from './suppression/suppression';

export const unusedSuppression: Rule = {
  id: 'unused-suppression',
  severity: 'hint',
  serves: ['maintenance'],
  summary: 'A comment that suppresses a rule which finds nothing there, or which does not exist.',
  fixable: 'review',
  judges: 'suppressions',
  check({ suppressions, model }) {
    const { text } = model.dockerfile;
    return suppressions.flatMap((suppression): Finding[] => {
      if (suppression.names.length > 0)
        return suppression.names.flatMap((name) => findingsOf(suppression, name, text));
      const message = 'This comment suppresses nothing: it names no rule, as in "# jettison ignore=<rule>".';
      return [{ at: suppression.at, message, fixes: [removal(suppression, undefined, text)] }];
    });
  },
};

function findingsOf(suppression: JudgedSuppression, judged: JudgedName, text: string): Finding[] {
  const { name, at, standing, meant } = judged;
  // Naming this very rule is a wish for silence, whether or not there is something to be silent about.
  if (standing === 'used' || standing === 'unjudged' || name === unusedSuppression.id) return [];
  const remove = removal(suppression, judged, text);
  if (standing === 'unknown-rule') {
    const guess = meant === undefined ? '' : ` Is "${meant}" meant?`;
    const message = `This suppresses nothing: there is no rule "${name}".${guess}`;
    return [{ at, message, fixes: meant === undefined ? [remove] : [renaming(at, meant), remove] }];
  }
  const message = `This suppresses nothing: ${whyUnused(suppression, name)}.`;
  return [{ at, message, fixes: [remove], tag: 'unnecessary' }];
}

function whyUnused({ scope }: JudgedSuppression, name: string): string {
  if (scope === 'nothing') return 'no instruction follows';
  return `"${name}" finds nothing in ${scope === 'file' ? 'this file' : 'the instruction'}`;
}

function renaming(at: Span, id: string): Fix {
  return { title: `Write ${id}`, safety: 'review', edits: () => [{ span: at, newText: id }] };
}

/** Takes one name out of the list; the whole line, when it is the only one or there is none. */
function removal({ at, names }: JudgedSuppression, judged: JudgedName | undefined, text: string): Fix {
  const place = judged === undefined ? -1 : names.indexOf(judged);
  const before = names[place - 1];
  const after = names[place + 1];
  const title = judged === undefined ? 'Remove this comment' : `Remove ${judged.name} from this comment`;
  const span = (): Span => {
    if (judged && before) return { start: before.at.end, end: judged.at.end };
    if (judged && after) return { start: judged.at.start, end: after.at.start };
    const feed = text.indexOf('\n', at.end);
    const lineStart = text.lastIndexOf('\n', at.start - 1) + 1;
    // A byte order mark in front of the first line stays.
    const start = text.charCodeAt(lineStart) === 0xfeff ? lineStart + 1 : lineStart;
    return { start, end: feed === -1 ? text.length : feed + 1 };
  };
  return { title, safety: 'review', edits: () => [{ span: span(), newText: '' }] };
}
