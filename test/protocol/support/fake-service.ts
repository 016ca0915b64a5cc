import type { Conversion } from '../../../server/src/convert/conversion';
import type { Project } from '../../../server/src/project/project';
import { parseDockerfile } from '../../../server/src/dockerfile/parse';
import { readConfiguration } from '../../../server/src/rules/configuration/read';
import type { Finding, Rule } from '../../../server/src/rules/rule';
import { suppressHere, suppressInFile } from '../../../server/src/rules/suppression/write';
import type { JettisonService, ReportedFinding } from '../../../server/src/service';
import { applyEdits, type TextEdit } from '../../../server/src/text/edit';
import type { Span } from '../../../server/src/text/span';

/**
 * A service with rules simple enough to foresee every answer: what is under test is the server and the command line
 * around it. The markers that it reacts to are words of the Dockerfile.
 */
export const fakeService: JettisonService = {
  get rules() {
    return rules.map(({ rule }) => rule);
  },
  lint(text, project, options) {
    if (text.includes('BOOM')) throw new Error('a fault in the service');
    return rules.flatMap(({ rule, find }) => {
      const severity = options?.severities[rule.id] ?? rule.severity;
      if (severity === 'off') return [];
      return find(text, project).map((finding): ReportedFinding => ({ ...finding, rule, severity }));
    });
  },
  suppress(text, rule, where) {
    const dockerfile = parseDockerfile(text);
    return where === 'file' ? suppressInFile(dockerfile, rule) : suppressHere(dockerfile, rule, where);
  },
  readConfiguration: (text) =>
    readConfiguration(
      text,
      rules.map(({ rule }) => rule.id),
    ),
  convert(text, _project, options): Conversion {
    const refused = text.indexOf('REFUSE');
    if (refused >= 0) {
      const reasons = [{ message: 'it says so', at: { start: refused, end: refused + 6 } }];
      return { status: 'refused', reasons, steps: [] };
    }
    const end = text.search(/(?<=^FROM fat)$/m);
    if (end < 0) return { status: 'nothing-to-do', reasons: [{ message: 'no fat base', at: undefined }] };
    const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
    const edits: TextEdit[] = [
      { span: { start: end, end }, newText: ' AS build', reason: 'The stage is copied from by its name.' },
      {
        span: { start: text.length, end: text.length },
        newText: `FROM ${options?.runtime === 'scratch' ? 'scratch' : 'gcr.io/distroless/static'}${lineEnd}`,
        reason:
          'Only this stage ships, so that nothing of the toolchain, of its shell and of its packages does.',
      },
    ];
    if (options?.optimise) {
      edits.push({
        span: { start: 0, end: 0 },
        newText: `# optimised${lineEnd}`,
        reason: 'It was asked for.',
      });
    }
    return {
      status: 'converted',
      runtime: options?.runtime === 'scratch' ? 'scratch' : 'gcr.io/distroless/static',
      edits,
      dockerfile: applyEdits(text, edits),
      reasons: [],
      warnings: [{ message: 'look at this', at: { start: 0, end: 4 } }],
      steps: [
        {
          action: 'kept',
          stage: 'builder',
          subject: 'FROM fat',
          reason: 'it builds',
          at: { start: 0, end: 4 },
        },
        { action: 'added', stage: 'runtime', subject: 'FROM static', reason: 'it ships', at: undefined },
      ],
    };
  },
  wantsFile: (path) => path === 'go.mod',
  copySources: (text) => [...text.matchAll(/^COPY (\S+)/gm)].map(([, source = '']) => source),
};

interface FakeRule {
  readonly rule: Rule;
  find(text: string, project: Project): Finding[];
}

const rules: readonly FakeRule[] = [
  {
    rule: fakeRule('fat-base', { severity: 'warning', answeredByConversion: true }),
    find: (text) =>
      places(text, /^FROM fat$/gm).map((at) => ({
        at: { start: at.start + 5, end: at.end },
        message: 'The base is fat.',
        related: [{ at: { start: at.start, end: at.start + 4 }, message: 'It is taken here.' }],
      })),
  },
  {
    rule: fakeRule('old-word', { severity: 'hint', fixable: 'safe' }),
    find: (text) =>
      places(text, /OLD/g).map((at) => ({
        at,
        message: 'OLD is old.',
        tag: 'deprecated',
        fixes: [{ title: 'Write NEW', safety: 'safe', edits: () => [{ span: at, newText: 'NEW' }] }],
      })),
  },
  {
    rule: fakeRule('newer-word', { severity: 'hint', fixable: 'safe' }),
    find: (text) =>
      places(text, /NEWER/g).map((at) => ({
        at,
        message: 'NEWER is NEW.',
        fixes: [{ title: 'Write NEW alone', safety: 'safe', edits: () => [{ span: at, newText: 'NEW' }] }],
      })),
  },
  {
    rule: fakeRule('doubtful-word', { severity: 'error', fixable: 'review' }),
    find: (text) =>
      places(text, /DOUBT/g).map((at) => ({
        at,
        message: 'DOUBT is doubtful.',
        fixes: [
          { title: 'Write SURE', safety: 'review', edits: () => [{ span: at, newText: 'SURE' }] },
          {
            title: 'Fail',
            safety: 'review',
            edits: () => {
              throw new Error('a fault in a fix');
            },
          },
        ],
      })),
  },
  {
    // Named like the check that Docker DX and Microsoft's language server have both.
    rule: fakeRule('MaintainerDeprecated', { group: 'buildkit' }),
    find: (text) => places(text, /MAINTAINER/g).map((at) => ({ at, message: 'It is deprecated.' })),
  },
  {
    rule: fakeRule('FromAsCasing', { group: 'buildkit' }),
    find: (text) => places(text, /\bas\b/g).map((at) => ({ at, message: 'It is in lower case.' })),
  },
  {
    rule: fakeRule('module-unnamed', { fixable: 'safe' }),
    find: (text, project) => {
      const module = project.read('go.mod')?.trim();
      if (module === 'module none') return [];
      return places(text, /MODULE/g).map((at) => ({
        at,
        message: 'The module is not named.',
        fixes: [
          {
            title: 'Name the module',
            safety: 'safe',
            edits: () => [{ span: at, newText: module ?? 'unknown' }],
          },
        ],
      }));
    },
  },
  {
    rule: fakeRule('module-seen', { severity: 'information' }),
    find: (_text, project) => {
      const module = project.read('go.mod');
      return module === undefined
        ? []
        : [{ at: { start: 0, end: 4 }, message: `The project is ${module.trim()}.` }];
    },
  },
];

function fakeRule(id: string, more: Partial<Rule>): Rule {
  return {
    id,
    severity: 'warning',
    serves: ['size'],
    summary: `About ${id}.`,
    fixable: 'no',
    check: () => [],
    ...more,
  };
}

function places(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
  }));
}
