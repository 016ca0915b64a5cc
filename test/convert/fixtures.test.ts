import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDockerfile } from '../../server/src/dockerfile/parse';
import { createService } from '../../server/src/service';
import { applyEdits } from '../../server/src/text/edit';
import { convertFixtures, explanation, type ConvertFixture } from '../support/convert-fixtures';

// Set by `npm run snapshots` alone; the difference is then reviewed by a person.
const update = process.env['JETTISON_UPDATE_SNAPSHOTS'] === '1';
const faults: string[] = [];
const service = createService({ log: (message) => faults.push(message) });

function expectFile(fixture: ConvertFixture, name: string, actual: string): void {
  const file = path.join(fixture.folder, name);
  if (update) fs.writeFileSync(file, actual);
  expect(actual).toBe(fs.readFileSync(file, 'utf8'));
}

const fixtures = convertFixtures();

describe('conversion fixtures', () => {
  it('are found', () => {
    expect(fixtures.length).toBeGreaterThan(20);
  });

  describe.each(fixtures.map((fixture) => [fixture.name, fixture] as const))('%s', (_, fixture) => {
    const conversion = service.convert(fixture.before, fixture.project, fixture.options);

    if (fixture.refused) {
      it('is refused for the reason on record', () => {
        expect(conversion.status).not.toBe('converted');
        expectFile(fixture, 'refused.txt', explanation(conversion));
      });
      return;
    }

    it('converts as on record', () => {
      expect(conversion.status, explanation(conversion)).toBe('converted');
      if (conversion.status !== 'converted') return;
      expectFile(fixture, 'after.Dockerfile', conversion.dockerfile);
      expectFile(fixture, 'plan.txt', explanation(conversion));
    });

    if (conversion.status !== 'converted') return;

    it('is what its edits make of the source', () => {
      expect(applyEdits(fixture.before, conversion.edits)).toBe(conversion.dockerfile);
      for (const edit of conversion.edits) expect(edit.reason, edit.newText).toBeTruthy();
    });

    it('gives the same plan every time', () => {
      expect(service.convert(fixture.before, fixture.project, fixture.options)).toEqual(conversion);
    });

    it('finds nothing to do in its own result', () => {
      const again = service.convert(conversion.dockerfile, fixture.project, fixture.options);
      expect(again.status, explanation(again)).toBe('nothing-to-do');
    });

    it('accounts for every instruction with a reason', () => {
      const { instructions } = parseDockerfile(fixture.before);
      const stepsOf = (start: number) => conversion.steps.filter(({ at }) => at?.start === start);
      // Stages for developers may stand behind the one that ships.
      const first = instructions.findLastIndex(
        ({ kind, span }) => kind === 'from' && stepsOf(span.start).length > 0,
      );
      const next = instructions.findIndex(({ kind }, index) => kind === 'from' && index > first);
      expect(first).not.toBe(-1);
      for (const { span, keyword } of instructions.slice(first, next === -1 ? undefined : next)) {
        const steps = stepsOf(span.start);
        const allowed = ['ARG', 'ENV', 'WORKDIR', 'SHELL'].includes(keyword) ? [1, 2] : [1];
        expect(allowed, `${keyword} at ${span.start}`).toContain(steps.length);
        for (const step of steps) expect(step.reason).toBeTruthy();
      }
    });

    it('keeps every comment', () => {
      const contents = (text: string) =>
        parseDockerfile(text)
          .comments.map((comment) => comment.content)
          .sort();
      expect(contents(conversion.dockerfile)).toEqual(expect.arrayContaining(contents(fixture.before)));
    });

    it('has no finding that the source had not, but for hints', () => {
      const ids = (text: string) =>
        service
          .lint(text, fixture.project)
          .filter(({ severity }) => severity !== 'hint')
          .map(({ rule }) => rule.id);
      const before = ids(fixture.before);
      // What a RUN made shipped before, unseen: that it still does is told.
      const told = conversion.warnings.some(({ message }) =>
        message.endsWith('mount it instead if it holds secrets'),
      );
      if (told) before.push('secret-ships');
      for (const id of ids(conversion.dockerfile)) expect(before).toContain(id);
    });

    it('converts a CRLF file to a CRLF file, otherwise alike', () => {
      const crlf = service.convert(fixture.before.replaceAll('\n', '\r\n'), fixture.project, fixture.options);
      expect(crlf.status === 'converted' && crlf.dockerfile).toBe(
        conversion.dockerfile.replaceAll('\n', '\r\n'),
      );
    });
  });

  it('log no faults', () => {
    expect(faults).toEqual([]);
  });
});
