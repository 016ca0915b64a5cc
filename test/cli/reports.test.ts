import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { folderWith, jettison } from './command-line';

const removals: (() => Promise<void>)[] = [];

async function folder(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const [made, remove] = await folderWith(files);
  removals.push(remove);
  return made;
}

afterEach(async () => {
  for (const remove of removals.splice(0)) await remove();
});

interface Log {
  readonly version: string;
  readonly runs: readonly [
    {
      readonly tool: {
        readonly driver: { readonly version: string; readonly rules: readonly { readonly id: string }[] };
      };
      readonly columnKind: string;
      readonly invocations: unknown;
      readonly results: readonly {
        readonly ruleId: string;
        readonly ruleIndex: number;
        readonly level: string;
        readonly locations: readonly unknown[];
        readonly relatedLocations?: readonly unknown[];
      }[];
    },
  ];
}

describe('lint --format sarif', () => {
  it('has the rules and the findings, with one-based UTF-16 places', async () => {
    const here = await folder({ 'a b/Dockerfile': '# 🐳\nFROM fat\nRUN 🐳 OLD DOUBT\r\n' });
    const { code, out, err } = await jettison(here, ['lint', '--format', 'sarif']);
    const { version, runs } = JSON.parse(out) as Log;
    const [{ tool, columnKind, invocations, results }] = runs;
    expect([version, columnKind, tool.driver.version, code, err]).toEqual([
      '2.1.0',
      'utf16CodeUnits',
      '1.2.3',
      1,
      '',
    ]);
    expect(results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
      ['fat-base', 'warning'],
      ['old-word', 'note'],
      ['doubtful-word', 'error'],
    ]);
    expect(results.map(({ ruleIndex }) => tool.driver.rules[ruleIndex]?.id)).toEqual(
      results.map(({ ruleId }) => ruleId),
    );
    const artifactLocation = { uri: 'a%20b/Dockerfile', index: 0 };
    expect(results[2]?.locations).toEqual([
      {
        physicalLocation: {
          artifactLocation,
          region: { startLine: 3, startColumn: 12, endLine: 3, endColumn: 17 },
        },
      },
    ]);
    expect(results[0]?.relatedLocations).toEqual([
      {
        id: 0,
        message: { text: 'It is taken here.' },
        physicalLocation: {
          artifactLocation,
          region: { startLine: 2, startColumn: 1, endLine: 2, endColumn: 5 },
        },
      },
    ]);
    expect(invocations).toEqual([{ executionSuccessful: true, toolExecutionNotifications: [] }]);
  });

  it('is a whole log without findings, and with files that cannot be read', async () => {
    const here = await folder({ Dockerfile: 'FROM thin\n', 'x/Dockerfile': new Uint8Array([0]) });
    const { code, out } = await jettison(here, ['lint', '--format', 'sarif']);
    const [{ results, invocations }] = (JSON.parse(out) as Log).runs;
    expect([code, results]).toEqual([2, []]);
    expect(invocations).toEqual([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          { level: 'error', message: { text: `${path.join('x', 'Dockerfile')}: not a text file` } },
        ],
      },
    ]);
  });

  it('names files that are given by absolute paths by URIs', async () => {
    const here = await folder({ Dockerfile: 'FROM fat\n' });
    const file = path.join(here, 'Dockerfile');
    const { out } = await jettison(here, ['lint', '--format', 'sarif', file]);
    expect(out).toContain(`"uri": "${pathToFileURL(file).href}"`);
  });
});

describe('lint --format github', () => {
  it('writes one workflow command for each finding, and the summary elsewhere', async () => {
    const here = await folder({ 'a,b:100%/Dockerfile': 'FROM fat\nRUN OLD DOUBT\n' });
    const { code, out, err } = await jettison(here, ['lint', '--format', 'github']);
    const file = 'file=a%2Cb%3A100%25/Dockerfile';
    expect(out).toBe(
      [
        `::warning title=fat-base,${file},line=1,endLine=1,col=6,endColumn=8::The base is fat.`,
        `::notice title=old-word,${file},line=2,endLine=2,col=5,endColumn=7::OLD is old.`,
        `::error title=doubtful-word,${file},line=2,endLine=2,col=9,endColumn=13::DOUBT is doubtful.`,
        '',
      ].join('\n'),
    );
    expect([code, err]).toEqual([1, '3 findings in 1 file\n']);
  });

  it('cannot be made to write another command by the project', async () => {
    const here = await folder({ Dockerfile: 'FROM thin\n', 'go.mod': 'a\n::error::b%0A\u001b[2J' });
    const { out } = await jettison(here, ['lint', '--format', 'github']);
    expect(out).toBe(
      '::notice title=module-seen,file=Dockerfile,line=1,endLine=1,col=1,endColumn=4::The project is a%0A::error::b%250A\uFFFD[2J.\n',
    );
  });

  it('writes nothing of a clean file', async () => {
    const here = await folder({ Dockerfile: 'FROM thin\n' });
    expect(await jettison(here, ['lint', '--format', 'github'])).toMatchObject({ code: 0, out: '' });
  });
});

it('lint refuses a format that there is not, and names those that there are', async () => {
  const here = await folder({ Dockerfile: '' });
  const { code, out, err } = await jettison(here, ['lint', '--format', 'xml']);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain('text, json, sarif, github');
});
