import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Rule, Severity } from '../rules/rule';
import type { JettisonService, ReportedFinding } from '../service';
import type { LineIndex, Span } from '../text/span';
import type { LintedFile } from './report-json';

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/**
 * A log in SARIF 2.1.0 (docs.oasis-open.org/sarif/sarif/v2.1.0): every rule, whether or not it found anything, and the
 * findings. Lines and columns count from one, columns in UTF-16 units.
 * @param complaints what kept files from being linted.
 */
export function lintSarif(
  files: readonly LintedFile[],
  { service, version }: { readonly service: JettisonService; readonly version: string },
  complaints: readonly string[],
): string {
  const { rules } = service;
  const places = new Map(rules.map(({ id }, place) => [id, place]));
  const run = {
    tool: {
      driver: { name: 'Jettison', version, semanticVersion: version, rules: rules.map(describedRule) },
    },
    columnKind: 'utf16CodeUnits',
    invocations: [
      {
        executionSuccessful: complaints.length === 0,
        toolExecutionNotifications: complaints.map((text) => ({ level: 'error', message: { text } })),
      },
    ],
    artifacts: files.map(({ path }) => ({ location: { uri: uriOf(path) } })),
    results: files.flatMap((file, index) =>
      file.findings.map((finding) => result(file, index, finding, places.get(finding.rule.id))),
    ),
  };
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [run],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function describedRule({ id, summary, severity, serves, fixable }: Rule): object {
  return {
    id,
    shortDescription: { text: summary },
    help: { text: `${summary} To allow it here: # jettison ignore=${id}` },
    defaultConfiguration: { level: levels[severity] },
    properties: { tags: serves, fixable },
  };
}

function result(
  { path, lines }: LintedFile,
  index: number,
  { rule, severity, message, at, related = [] }: ReportedFinding,
  ruleIndex: number | undefined,
): object {
  const location = (place: Span): object => ({
    physicalLocation: { artifactLocation: { uri: uriOf(path), index }, region: region(lines, place) },
  });
  return {
    ruleId: rule.id,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: levels[severity],
    message: { text: message },
    locations: [location(at)],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((each, id) => ({
            id,
            ...location(each.at),
            message: { text: each.message },
          })),
        }),
  };
}

/** `endColumn` is the first one behind the text. */
function region(lines: LineIndex, at: Span): object {
  const { start, end } = lines.rangeOf(at);
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

/** Relative paths stay relative: what shows the log knows the folder of the repository. */
function uriOf(path: string): string {
  if (isAbsolute(path)) return pathToFileURL(path).href;
  return path.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
}
