import { describe, expect, it } from 'vitest';
import { parseDockerfile } from '../../server/src/dockerfile/parse';
import { allRules } from '../../server/src/rules/index';
import type { Rule } from '../../server/src/rules/rule';
import { applyEdits } from '../../server/src/text/edit';
import { LineIndex, type Span } from '../../server/src/text/span';
import { findingsOf } from '../support/analyse-text';
import type { Mark } from '../support/marked-dockerfile';
import { casesIn, documentedIds, type RuleCase } from '../support/rule-cases';

const ids = allRules.map(({ id }) => id);

describe('every rule', () => {
  it('has a file of cases and a page, and there are none besides', () => {
    expect(documentedIds('test/rules')).toEqual(ids);
    expect(documentedIds('docs/rules')).toEqual(ids);
  });

  it('has an id of its own, in alphabetical order', () => {
    expect(ids).toEqual([...new Set(ids)].sort());
  });
});

describe.each(allRules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const cases = casesIn(`test/rules/${id}.md`);

  it('is shown to fire in three cases and to keep silent in five', () => {
    expect(cases.filter(({ marks }) => marks.length > 0).length).toBeGreaterThanOrEqual(3);
    expect(cases.filter(({ marks }) => marks.length === 0).length).toBeGreaterThanOrEqual(5);
  });

  it('shows a fix in its cases if it has any', () => {
    expect(cases.some(({ fixed }) => fixed !== undefined)).toBe(rule.fixable !== 'no');
  });

  describe.each(cases.map((each) => [each.name, each] as const))('%s', (_name, ruleCase) => {
    it('gives the findings that are marked', () => expectMarks(rule, ruleCase));

    it('gives the same findings with CRLF line endings', () => {
      const project = ruleCase.project;
      expectMarks(rule, { ...ruleCase, project, text: ruleCase.text.replaceAll('\n', '\r\n') });
    });

    if (ruleCase.marks.length > 0) {
      it.each(['\n', '\r\n'])(
        'has fixes that remove their finding and touch nothing else (%j)',
        (newline) => {
          expectGoodFixes(rule, ruleCase, ruleCase.text.replaceAll('\n', newline));
        },
      );
    }
    if (ruleCase.fixed !== undefined) {
      it('makes the fixed text', () => {
        const [fix] = findingsOf([rule], ruleCase.text, ruleCase.project, ruleCase.options)[0]?.fixes ?? [];
        expect(applyEdits(ruleCase.text, fix?.edits() ?? [])).toBe(ruleCase.fixed);
      });
    }
  });

  describe('its page', () => {
    const examples = casesIn(`docs/rules/${id}.md`);

    it('has an example that it fires on', () => {
      const example = examples.find(({ name }) => name === 'Example');
      expect(
        example && findingsOf([rule], example.text, example.project, example.options).length,
      ).toBeGreaterThan(0);
    });

    it('has a better way that no rule complains about', () => {
      const instead = examples.find(({ name }) => name === 'Use instead');
      expect(instead && findingsOf(allRules, instead.text, instead.project, instead.options)).toEqual([]);
    });
  });
});

function expectMarks(rule: Rule, { text, marks, project, options }: RuleCase): void {
  const lines = new LineIndex(text);
  const found = findingsOf([rule], text, project, options).map(({ at, message }) => ({
    range: lines.rangeOf(at),
    message,
  }));
  expect(found.map(({ range }) => range)).toEqual(inOrder(marks).map(({ range }) => range));
  for (const [index, { message }] of inOrder(marks).entries())
    expect(found[index]?.message).toContain(message);
}

function inOrder(marks: readonly Mark[]): readonly Mark[] {
  return [...marks].sort(
    (a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character,
  );
}

function expectGoodFixes(rule: Rule, { project, options }: RuleCase, text: string): void {
  const findings = findingsOf([rule], text, project, options);
  for (const finding of findings) {
    for (const fix of finding.fixes ?? []) {
      expect([rule.fixable, 'review']).toContain(fix.safety);
      const after = applyEdits(text, fix.edits());
      expect(shapeOf(after).faults).toEqual(shapeOf(text).faults);
      expectComments(text, after, finding.at);
      // What the fix is not about stays: each edit makes another of at most one instruction, and one may be moved.
      const before = shapeOf(text).instructions;
      const kept = shapeOf(after).instructions.filter((each) => before.includes(each));
      expect(kept.length).toBeGreaterThanOrEqual(before.length - Math.max(1, fix.edits().length));
      const same = before.filter((each) => kept.includes(each));
      const moved = same.find((each) => isSame(without(same, each), without(kept, each)));
      if (moved === undefined) expect(kept).toEqual(same);
      expect(findingsOf([rule], after, project, options).length).toBeLessThan(findings.length);
      // Inserted lines end as the others do.
      if (text.includes('\r\n')) expect(after.replaceAll('\r\n', '')).not.toContain('\n');
    }
  }
}

function without(list: readonly string[], item: string | undefined): readonly string[] {
  return list.filter((each) => each !== item);
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, at) => each === b[at]);
}

/** A fix keeps every comment but the one that its finding is about. */
function expectComments(before: string, after: string, { start }: Span): void {
  const about = parseDockerfile(before).comments.find(({ span }) => span.start <= start && start < span.end);
  const subject = about && before.slice(about.span.start, about.span.end);
  const kept = shapeOf(before).comments.filter((each) => each !== subject);
  const left = shapeOf(after).comments;
  expect(about ? left.filter((each) => kept.includes(each)) : left).toEqual(kept);
}

/** What a Dockerfile parses to, for comparison. */
function shapeOf(text: string) {
  const { instructions, comments } = parseDockerfile(text);
  const source = ({ span }: { span: Span }) => text.slice(span.start, span.end);
  return {
    instructions: instructions.map(source),
    faults: instructions.filter(({ kind }) => kind === 'unknown').map(source),
    comments: comments.map(source),
  };
}
