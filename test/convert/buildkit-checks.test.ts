import { describe, expect, it } from 'vitest';
import type { Project } from '../../server/src/project/project';
import { createService } from '../../server/src/service';
import { convertFixtures } from '../support/convert-fixtures';

const service = createService({
  log(message) {
    throw new Error(message);
  },
});

function checksThatFire(text: string, project: Project): ReadonlySet<string> {
  const findings = service.lint(text, project);
  return new Set(findings.filter(({ rule }) => rule.group === 'buildkit').map(({ rule }) => rule.id));
}

describe('a conversion', () => {
  it.each(convertFixtures().map((fixture) => [fixture.name, fixture] as const))(
    '%s makes none of BuildKit’s checks fire that was silent before',
    (_name, { before, project, options }) => {
      const conversion = service.convert(before, project, options);
      if (conversion.status !== 'converted') return;
      const known = checksThatFire(before, project);
      const after = [...checksThatFire(conversion.dockerfile, project)];
      expect(after.filter((id) => !known.has(id))).toEqual([]);
    },
  );
});
