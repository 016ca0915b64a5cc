import { describe, expect, it } from 'vitest';
import { emptyConfiguration, severitiesFor } from '../../server/src/rules/configuration/configuration';
import { readConfiguration } from '../../server/src/rules/configuration/read';
import { LineIndex } from '../../server/src/text/span';

const ids = ['first-rule', 'second-rule', 'BuildCheck'];

/** Faults as `line:column message`, counted from one. */
function faults(text: string): string[] {
  const lines = new LineIndex(text);
  return readConfiguration(text, ids).problems.map(({ message, at }) => {
    const { line, character } = lines.positionAt(at.start);
    return `${line + 1}:${character + 1} ${message}`;
  });
}

describe('a configuration', () => {
  it('is read with comments, trailing commas, a byte order mark and CRLF', () => {
    const text = [
      '\uFEFF{',
      '  // of the team',
      '  "$schema": "x",',
      '  "rules": { "first-rule": "off", "BuildCheck": "error" },',
      '  "overrides": [{ "files": "*.dev", "rules": { "first-rule": "hint" } }, { "files": ["a/**", "b"] }],',
      '  "runtime": "slim", /* small */',
      '  "trustedRegistries": ["gcr.io"],',
      '  "targets": ["debug",],',
      '}',
    ].join('\r\n');
    expect(readConfiguration(text, ids)).toEqual({
      problems: [],
      configuration: {
        rules: { 'first-rule': 'off', BuildCheck: 'error' },
        overrides: [
          { files: ['*.dev'], rules: { 'first-rule': 'hint' } },
          { files: ['a/**', 'b'], rules: {} },
        ],
        runtime: 'slim',
        trustedRegistries: ['gcr.io'],
        targets: ['debug'],
      },
    });
  });

  it('may be empty braces', () => {
    expect(readConfiguration('{}', ids)).toEqual({ problems: [], configuration: emptyConfiguration });
  });

  it.each([
    ['no text', '', '1:1 not valid JSON: value expected'],
    ['a missing comma', '{\n  "rules": {}\n  "targets": []\n}', '3:3 not valid JSON: comma expected'],
    ['an open brace', '{\n "rules": {', '2:12 not valid JSON: close brace expected'],
    ['a list', '[]', '1:1 an object is expected here'],
    ['a misspelt key', '{ "rule": {} }', '1:3 there is no key "rule"; is "rules" meant?'],
    ['a key of nothing', '{ "colour": 1 }', '1:3 there is no key "colour"'],
    ['a key of the prototype', '{ "toString": 1 }', '1:3 there is no key "toString"'],
    [
      'a misspelt rule',
      '{\n"rules": {\n  "frist-rule": "off" } }',
      '3:3 there is no rule "frist-rule"; is "first-rule" meant?',
    ],
    [
      'a severity that is none',
      '{ "rules": { "first-rule": "loud" } }',
      '1:28 "first-rule" must be one of "off", "hint", "information", "warning", "error"',
    ],
    [
      'a rule twice',
      '{ "rules": { "first-rule": "off", "first-rule": "hint" } }',
      '1:35 "first-rule" is given twice',
    ],
    ['rules as a list', '{ "rules": [] }', '1:12 an object of severities by rule is expected here'],
    ['an override for no files', '{ "overrides": [{ "rules": {} }] }', '1:17 an override needs "files"'],
    [
      'a pattern that is none',
      '{ "overrides": [{ "files": "a[" }] }',
      '1:28 "a[" is not a pattern for paths',
    ],
    ['an empty text', '{ "targets": [""] }', '1:15 a text in quotes is expected here'],
    ['a text in place of a list', '{ "targets": "x" }', '1:14 a list is expected here'],
    [
      'a runtime that is none',
      '{ "runtime": "windows" }',
      '1:14 "runtime" must be one of "auto", "distroless", "slim", "scratch", "alpine", "chainguard"',
    ],
  ])('with %s says what is wrong and where', (_what, text, fault) => {
    expect(faults(text)).toEqual([fault]);
  });

  it('keeps what is right beside what is wrong', () => {
    const { configuration, problems } = readConfiguration(
      '{ "rules": { "first-rule": "off", "no-rule": "off" }, "runtime": 3, "targets": ["a", 1] }',
      ids,
    );
    expect(problems).toHaveLength(3);
    expect(configuration).toMatchObject({
      rules: { 'first-rule': 'off' },
      runtime: undefined,
      targets: ['a'],
    });
  });

  it.each([
    ['nested without end', '['.repeat(200_000)],
    ['binary', '\u0000\u0001{"'],
    ['a prototype', '{ "__proto__": { "rules": {} }, "rules": { "__proto__": "off" } }'],
  ])('that is %s is refused without a fault', (_what, text) => {
    const { configuration, problems } = readConfiguration(text, ids);
    expect(problems.length).toBeGreaterThan(0);
    expect(configuration).toEqual(emptyConfiguration);
  });
});

describe('severities for a Dockerfile', () => {
  const configuration = {
    ...emptyConfiguration,
    rules: { 'first-rule': 'warning', 'second-rule': 'hint' },
    overrides: [
      { files: ['*.dev', './docs/**'], rules: { 'first-rule': 'off' } },
      { files: ['docs/real/Dockerfile'], rules: { 'first-rule': 'error' } },
    ],
  } as const;

  it.each([
    ['Dockerfile', 'warning'],
    ['Dockerfile.dev', 'off'],
    ['deep/er/Dockerfile.dev', 'off'],
    ['docs/Dockerfile', 'off'],
    ['docs/a/b/Dockerfile', 'off'],
    ['docs/real/Dockerfile', 'error'],
    ['other/docs/Dockerfile', 'warning'],
    ['../docs/Dockerfile', 'warning'],
  ])('%s: the last override that matches wins', (path, expected) => {
    expect(severitiesFor(configuration, path)).toEqual({ 'first-rule': expected, 'second-rule': 'hint' });
  });
});
