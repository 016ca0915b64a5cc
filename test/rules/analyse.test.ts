import { describe, expect, it } from 'vitest';
import { parseDockerfile } from '../../server/src/dockerfile/parse';
import { buildModel } from '../../server/src/model/build';
import { unknownProject } from '../../server/src/project/project';
import { analyse, type AnalysisOptions } from '../../server/src/rules/analyse';
import type { Rule } from '../../server/src/rules/rule';

const everyRun: Rule = {
  id: 'every-run',
  severity: 'warning',
  serves: ['size'],
  summary: 'Flags the keyword of each RUN, the last one first.',
  fixable: 'no',
  check: ({ finalStage }) =>
    finalStage.steps
      .filter(({ instruction }) => instruction.kind === 'run')
      .map(({ instruction }) => ({ at: instruction.keywordSpan, message: 'a RUN' }))
      .reverse(),
};

const everyFrom: Rule = {
  ...everyRun,
  id: 'every-from',
  check: ({ model }) => model.stages.map(({ from }) => ({ at: from.keywordSpan, message: 'a FROM' })),
};

const faulty: Rule = {
  ...everyRun,
  id: 'faulty',
  check: () => {
    throw new Error('no such luck');
  },
};

function run(rules: readonly Rule[], text: string, severities: AnalysisOptions['severities'] = {}) {
  const log: string[] = [];
  const model = buildModel(parseDockerfile(text), { classify: () => [] });
  const findings = analyse(rules, model, unknownProject, { severities }, (message) => log.push(message));
  return { log, found: findings.map(({ rule, severity, at }) => `${rule.id} ${severity} ${at.start}`) };
}

describe('the analysis', () => {
  it('gives findings in document order', () => {
    const { found } = run([everyRun, everyFrom], 'FROM a\nRUN b\nRUN c\n');
    expect(found).toEqual(['every-from warning 0', 'every-run warning 7', 'every-run warning 13']);
  });

  it('leaves a rule out that throws, says so, and runs the others', () => {
    const { found, log } = run([faulty, everyFrom], 'FROM a\n');
    expect(found).toEqual(['every-from warning 0']);
    expect(log).toHaveLength(1);
    expect(log[0]).toContain('faulty');
    expect(log[0]).toContain('no such luck');
  });

  it('takes severities from the settings', () => {
    const { found } = run([everyRun, everyFrom], 'FROM a\nRUN b\n', {
      'every-run': 'error',
      'every-from': 'off',
    });
    expect(found).toEqual(['every-run error 7']);
  });

  it('does not call a rule that is off', () => {
    expect(run([faulty], 'FROM a\n', { faulty: 'off' }).log).toEqual([]);
  });

  it.each([
    ['an empty file', ''],
    ['a file without a stage', 'ARG X=1\nRUN a\n'],
    ['a Jinja template', 'FROM a\n{% if x %}\nRUN b\n{% endif %}\n'],
    ['a cookiecutter template', 'FROM {{ cookiecutter.image }}\nRUN b\n'],
    ['an ERB template', 'FROM <%= image %>\nRUN b\n'],
    ['a Nickel template', 'let f = fun c =>\nFROM %{image}\nRUN b\n'],
    ['a file that includes another', 'INCLUDE common.dockerfile\nFROM a\nRUN b\n'],
  ])('says nothing of %s', (_what, text) => {
    expect(run([everyRun, everyFrom], text).found).toEqual([]);
  });

  it('does not take braces in a command for a template', () => {
    expect(run([everyRun], "FROM a\nRUN docker inspect --format '{{.Id}}' x\n").found).toHaveLength(1);
  });

  it('goes on with a file whose last line is being typed', () => {
    expect(run([everyRun], 'FROM a\nRUN b\nCO\n').found).toHaveLength(1);
  });
});
