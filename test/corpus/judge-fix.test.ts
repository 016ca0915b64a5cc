import { describe, expect, it } from 'vitest';
import { stageNameCasing } from '../../server/src/rules/buildkit/stage-name-casing';
import type { ReportedFinding } from '../../server/src/service';
import type { TextEdit } from '../../server/src/text/edit';
import { judgeFix, judgeLineEndings } from './judge-fix';

const place = { finding: 0, fix: 0 };
const text = 'FROM debian:13 AS Base\nRUN true\n';

/** A finding for each `Base`, with a fix that makes the edits. */
function lintWith(edits: (given: string) => readonly TextEdit[]): (given: string) => ReportedFinding[] {
  return (given) =>
    [...given.matchAll(/Base|Fault/g)].map(({ index }) => ({
      at: { start: index, end: index + 4 },
      message: 'bad',
      rule: stageNameCasing,
      severity: 'warning',
      fixes: [{ title: 'mend', safety: 'safe', edits: () => edits(given) }],
    }));
}

const replace = (given: string, from: string, newText: string): readonly TextEdit[] => {
  const start = given.indexOf(from);
  return [{ span: { start, end: start + from.length }, newText }];
};

function faultsOf(edits: (given: string) => readonly TextEdit[]): string[] {
  const lint = lintWith(edits);
  return judgeFix(text, lint(text), place, lint);
}

describe('the judge of fixes', () => {
  it('has nothing against a fix that mends', () => {
    expect(faultsOf((given) => replace(given, 'Base', 'base'))).toEqual([]);
  });

  it.each<[string, (given: string) => readonly TextEdit[], string]>([
    ['nothing', () => [], 'has no edit'],
    ['the text as it was', (given) => replace(given, 'Base', 'Base'), 'changes nothing'],
    ['something else', (given) => replace(given, 'debian', 'ubuntu'), 'the finding stays'],
    ['more of the kind', (given) => replace(given, 'Base', 'Base Fault'), 'brings StageNameCasing'],
    ['no instruction', (given) => replace(given, 'RUN', 'base'), 'makes an instruction that is none'],
    ['no command', (given) => replace(given, 'true', 'if true'), 'makes a RUN that no shell understands'],
    ['an open heredoc', (given) => replace(given, 'true', '<<EOF'), 'makes a heredoc without an end'],
    ['edits outside', () => [{ span: { start: 0, end: 999 }, newText: '' }], 'reaches out of the text'],
  ])('notices a fix that makes %s', (_what, edits, fault) => {
    expect(faultsOf(edits)).toContain(fault);
  });

  it.each([
    ['base\n# mended', ['mixes line endings']],
    ['base\r', ['leaves a lone carriage return']],
    ['base two', ['does something else with CRLF']],
    ['base', []],
  ])('compares what becomes of Windows line endings: %j', (withCrlf, faults) => {
    const lint = lintWith((given) => replace(given, 'Base', given.includes('\r') ? withCrlf : 'base'));
    const crlf = text.replaceAll('\n', '\r\n');
    expect(judgeLineEndings(text, lint(text), place, { text: crlf, findings: lint(crlf) })).toEqual(faults);
  });
});
