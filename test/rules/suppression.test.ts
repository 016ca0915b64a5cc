import { describe, expect, it } from 'vitest';
import { parseDockerfile } from '../../server/src/dockerfile/parse';
import { buildModel } from '../../server/src/model/build';
import { unknownProject } from '../../server/src/project/project';
import { analyse } from '../../server/src/rules/analyse';
import { buildkitCheck } from '../../server/src/rules/buildkit/facts/check';
import { allRules } from '../../server/src/rules/index';
import type { Rule } from '../../server/src/rules/rule';
import { suppressHere, suppressInFile } from '../../server/src/rules/suppression/write';
import { createService } from '../../server/src/service';
import { applyEdits } from '../../server/src/text/edit';
import { casesIn } from '../support/rule-cases';

/** Flags every RUN. */
const run: Rule = {
  id: 'every-run',
  aliases: ['DL1234', 'RunCasing'],
  severity: 'warning',
  serves: ['size'],
  summary: 'Flags each RUN.',
  fixable: 'no',
  check: ({ model }) =>
    model.dockerfile.instructions
      .filter(({ kind }) => kind === 'run')
      .map(({ keywordSpan }) => ({ at: keywordSpan, message: 'a RUN' })),
};

/** Flags every USER, as a check of BuildKit's. */
const user: Rule = buildkitCheck({
  id: 'UserCheck',
  severity: 'warning',
  serves: ['size'],
  summary: 'Flags each USER.',
  fixable: 'no',
  find: ({ model }) =>
    model.dockerfile.instructions
      .filter(({ kind }) => kind === 'user')
      .map(({ keywordSpan }) => ({ at: keywordSpan, message: 'a USER' })),
});

/** What is found where, as the lines of the findings. */
function found(text: string): string[] {
  const model = buildModel(parseDockerfile(text), { classify: () => [] });
  const findings = analyse([run, user], model, unknownProject, { severities: {} }, () => undefined);
  return findings.map(({ at }) => text.slice(at.start).split(/\r?\n/)[0] ?? '');
}

describe('a suppression comment', () => {
  it.each([
    ['silences the next instruction alone', 'FROM a\n# jettison ignore=every-run\nRUN b\nRUN c\n', ['RUN c']],
    ['may give a reason', 'FROM a\n# jettison ignore=every-run we need b\nRUN b\n', []],
    [
      'may name several rules',
      'FROM a\n#jettison ignore = UserCheck ,every-run, x\nRUN b\nUSER c\n',
      ['USER c'],
    ],
    ['may stand above other comments', 'FROM a\n# jettison ignore=every-run\n# why\n\nRUN b\n', []],
    ['may be indented, in any case', 'FROM a\n  # Jettison IGNORE=every-run\n  RUN b\n', []],
    [
      'may stand inside the instruction',
      'FROM a\nRUN b && \\\n# jettison ignore=every-run\n c\nRUN d\n',
      ['RUN d'],
    ],
    ['may end its lines with CRLF', 'FROM a\r\n# jettison ignore=every-run\r\nRUN b\r\nRUN c\r\n', ['RUN c']],
    [
      'silences the file when it says global',
      'FROM a\nRUN b\nRUN c\n# jettison global ignore=every-run\n',
      [],
    ],
    [
      'adds to others above the instruction',
      'FROM a\n# jettison ignore=x\n# jettison ignore=every-run\nRUN b\n',
      [],
    ],
    [
      'silences nothing by a name that is not exact',
      'FROM a\n# jettison ignore=Every-Run\nRUN b\n',
      ['RUN b'],
    ],
    ['silences nothing without names', 'FROM a\n# jettison ignore every-run\nRUN b\n', ['RUN b']],
    ['silences nothing above it', 'FROM a\nRUN b\n# jettison ignore=every-run\n', ['RUN b']],
    [
      'is no comment in a heredoc',
      'FROM a\nRUN <<E\n# jettison ignore=every-run\nE\nRUN b\n',
      ['RUN <<E', 'RUN b'],
    ],
    ['is one only at the start of a comment', 'FROM a\n# see jettison ignore=every-run\nRUN b\n', ['RUN b']],
  ])('%s', (_what, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    ['hadolint', 'FROM a\n# hadolint ignore=DL9999,DL1234\nRUN b\nRUN c\n', ['RUN c']],
    ['hadolint, for the file', 'FROM a\n# hadolint global ignore=DL1234\nRUN b\nRUN c\n', []],
    ['hadolint, with a reason', 'FROM a\n# hadolint ignore=DL1234 because\nRUN b\n', []],
    ['hadolint, about another rule', 'FROM a\n# hadolint ignore=DL9999\nRUN b\n', ['RUN b']],
    ['hadolint, about its shell', 'FROM a\n# hadolint shell=powershell\nRUN b\n', ['RUN b']],
    ['BuildKit', '# check=skip=Other,UserCheck;error=true\nFROM a\nUSER c\n', []],
    ['BuildKit, about a rule that finds the same', '# check=error=false;skip=RunCasing\nFROM a\nRUN b\n', []],
    ['BuildKit, about all its checks', '# check=skip=all\nFROM a\nUSER c\nRUN b\n', []],
    ['BuildKit, about no check', '# check=error=true\nFROM a\nUSER c\n', ['USER c']],
    ['BuildKit, too late in the file', 'FROM a\n# check=skip=UserCheck\nUSER c\n', ['USER c']],
  ])('for %s counts for the equal rule', (_tool, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('does not stretch skip=all to rules that are none of BuildKit', () => {
    const own: Rule = { ...run, aliases: ['DL1234'] };
    const text = '# check=skip=all\nFROM a\nRUN b\n';
    const model = buildModel(parseDockerfile(text), { classify: () => [] });
    expect(analyse([own], model, unknownProject, { severities: {} }, () => undefined)).toHaveLength(1);
  });
});

describe('writing a suppression comment', () => {
  it.each([
    ['a new line with the same indentation', 'FROM a\n\tRUN b\n', 'FROM a\n\t# jettison ignore=r\n\tRUN b\n'],
    ['with CRLF', 'FROM a\r\nRUN b', 'FROM a\r\n# jettison ignore=r\r\nRUN b'],
    [
      'the comment above',
      'FROM a\n# jettison ignore=x why\nRUN b\n',
      'FROM a\n# jettison ignore=x,r why\nRUN b\n',
    ],
    [
      'the comment inside',
      'FROM a\nRUN b \\\n # jettison ignore=x\n c\n',
      'FROM a\nRUN b \\\n # jettison ignore=x,r\n c\n',
    ],
    [
      'not the comment for the file',
      '# jettison global ignore=x\nFROM a\nRUN b\n',
      '# jettison global ignore=x\nFROM a\n# jettison ignore=r\nRUN b\n',
    ],
    [
      'not that of another tool',
      'FROM a\n# hadolint ignore=DL1\nRUN b\n',
      'FROM a\n# hadolint ignore=DL1\n# jettison ignore=r\nRUN b\n',
    ],
  ])('for an instruction makes or extends: %s', (_what, text, expected) => {
    const at = text.indexOf('RUN');
    expect(applyEdits(text, suppressHere(parseDockerfile(text), 'r', { start: at, end: at + 3 }))).toBe(
      expected,
    );
  });

  it.each([
    ['the top', 'FROM a\n', '# jettison global ignore=r\nFROM a\n'],
    ['the top, CRLF', '# by us\r\nFROM a\r\n', '# jettison global ignore=r\r\n# by us\r\nFROM a\r\n'],
    ['behind a byte order mark', '\uFEFFFROM a\n', '\uFEFF# jettison global ignore=r\nFROM a\n'],
    [
      'below the directives',
      '#!/usr/bin/env -S docker build -f\n# syntax=x\n# future=y\n# hello\nFROM a\n',
      '#!/usr/bin/env -S docker build -f\n# syntax=x\n# future=y\n# jettison global ignore=r\n# hello\nFROM a\n',
    ],
    ['a directive without line end', '# syntax=x', '# syntax=x\n# jettison global ignore=r\n'],
    [
      'the comment that is there',
      'FROM a\n# jettison global ignore=x: y\n',
      'FROM a\n# jettison global ignore=x,r: y\n',
    ],
  ])('for the file finds its place: %s', (_what, text, expected) => {
    expect(applyEdits(text, suppressInFile(parseDockerfile(text), 'r'))).toBe(expected);
  });

  it('for a finding in a comment puts it above that comment, where it counts', () => {
    const text = 'FROM a\n # b\n# c\nRUN d\n';
    const edits = suppressHere(parseDockerfile(text), 'r', { start: 10, end: 11 });
    expect(applyEdits(text, edits)).toBe('FROM a\n # jettison ignore=r\n # b\n# c\nRUN d\n');
  });

  it.each([
    ['in a comment at the end', 'FROM b\n# a\n', 8],
    ['in a directive', '# syntax=x\nFROM b\n', 3],
  ])('for an instruction is not possible %s', (_where, text, start) => {
    expect(suppressHere(parseDockerfile(text), 'r', { start, end: start + 1 })).toEqual([]);
  });
});

const firing = allRules
  .filter(({ judges }) => judges === undefined)
  .flatMap(({ id }) =>
    casesIn(`test/rules/${id}.md`)
      .filter(({ marks }) => marks.length > 0)
      .map((each) => [`${id}: ${each.name}`, id, each] as const),
  );

describe.each(['\n', '\r\n'])('a finding of a real rule, in lines that end with %j', (newline) => {
  it.each(firing)(
    'is silenced, with the same text otherwise: %s',
    (_name, id, { text: plain, project, options }) => {
      const text = plain.replaceAll('\n', newline);
      const service = createService({ log: (message) => expect.fail(message) });
      const before = service.lint(text, project, options);
      const first = before.find(({ rule }) => rule.id === id);
      for (const where of [first?.at ?? 'file', 'file'] as const) {
        const [edit, ...more] = service.suppress(text, id, where);
        expect([edit?.span.start, more]).toEqual([edit?.span.end, []]);
        const after = applyEdits(text, edit ? [edit] : []);
        const left = service.lint(after, project, options);
        const others = (findings: typeof left) =>
          findings.filter(({ rule }) => rule.id !== id).map(({ rule, message }) => `${rule.id} ${message}`);
        expect(others(left)).toEqual(others(before));
        const same = left.filter(({ rule }) => rule.id === id).length;
        if (where === 'file') expect(same).toBe(0);
        else expect(same).toBeLessThan(before.filter(({ rule }) => rule.id === id).length);
      }
    },
  );
});

describe('suppressions for other linters count for real rules', () => {
  it.each([
    ['FROM debian:13\n# hadolint ignore=DL3002\nUSER root\nCMD ["/app"]\n', 'final-stage-runs-as-root'],
    ['# hadolint ignore=DL3006\nFROM debian\nUSER 1000\nCMD ["/app"]\n', 'unpinned-base-image'],
    ['FROM debian:13\n# hadolint ignore=DL3025\nCMD sleep 1\n', 'JSONArgsRecommended'],
    ['FROM debian:13\n# hadolint ignore=DL4000\nMAINTAINER someone\n', 'MaintainerDeprecated'],
  ])('%j: %s', (text, id) => {
    const service = createService({ log: (message) => expect.fail(message) });
    const ids = (given: string) => service.lint(given, unknownProject).map(({ rule }) => rule.id);
    expect(ids(text)).not.toContain(id);
    expect(ids(text.replace('hadolint', 'another'))).toContain(id);
  });

  it('no two rules share a name, so that every suppression means one rule', () => {
    const names = allRules.flatMap(({ id, aliases = [] }) => [id, ...aliases]);
    expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
  });
});
