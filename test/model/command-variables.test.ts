import { describe, expect, it } from 'vitest';
import { parseDockerfile } from '../../server/src/dockerfile/parse';
import { buildModel } from '../../server/src/model/build';
import type { RunCommand } from '../../server/src/model/model';

/** What each command of the RUNs sees of the variable A. */
function seen(text: string): string[] {
  const { stages } = buildModel(parseDockerfile(text), { classify: () => [] });
  const commands = stages.flatMap(({ steps }) => steps.flatMap((step) => step.commands ?? []));
  return commands.map(valueOfA);
}

function valueOfA({ env }: RunCommand): string {
  const fact = env.get('A');
  return fact === undefined ? 'unset' : fact.known ? fact.value : 'unknown';
}

describe('a command sees the variables as they stand when it runs', () => {
  const cases: [name: string, run: string, expected: string[]][] = [
    ['an export counts from the next command on', 'a; export A=2; b', ['1', '1', '2']],
    ['an assignment counts from the next command on', 'a; A=2; b; A=3; c', ['1', '2', '2', '3', '3']],
    ['an assignment before a command holds for it alone', 'A=2 a; b', ['2', '1']],
    ['what a subshell sets stays in it', '(export A=2; a); b', ['1', '2', '1']],
    [
      'a subshell starts with what was set before it',
      'export A=2; (a; A=3; b); c',
      ['1', '2', '3', '3', '2'],
    ],
    ['a member of a pipe keeps what it sets to itself', 'export A=2 | a; b', ['1', '1', '1']],
  ];
  it.each(cases)('%s', (_, run, expected) => {
    expect(seen(`FROM alpine\nENV A=1\nRUN ${run}\n`)).toEqual(expected);
  });

  it('nothing that a RUN sets is left in the next one', () => {
    expect(seen('FROM alpine\nENV A=1\nRUN export A=2; a\nRUN b\n')).toEqual(['1', '2', '1']);
  });

  it('ENV and ARG between two RUNs count for the second', () => {
    expect(seen('FROM alpine\nRUN a\nARG A=1\nRUN b\nARG A=2\nRUN c\nENV A=3\nRUN d\n')).toEqual([
      'unset',
      '1',
      '2',
      '3',
    ]);
  });

  it('ENV wins over an ARG that follows it', () => {
    expect(seen('FROM alpine\nENV A=1\nRUN a\nARG A=2\nRUN b\n')).toEqual(['1', '1']);
  });
});
