import type { Severity } from '../rules/rule';
import type { LintedFile } from './report-json';
import { printable } from './terminal';

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/**
 * Workflow commands that GitHub Actions shows beside the lines of a pull request, one a finding. Lines and columns count
 * from one; a finding over several lines names no columns, which GitHub would not take.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function githubCommands({ path, lines, findings }: LintedFile): string {
  return findings
    .map(({ at, severity, message, rule }) => {
      const { start, end } = lines.rangeOf(at);
      const columns =
        start.line === end.line
          ? { col: start.character + 1, endColumn: Math.max(end.character, start.character + 1) }
          : {};
      const properties = {
        title: rule.id,
        file: path.replaceAll('\\', '/'),
        line: start.line + 1,
        endLine: end.line + 1,
        ...columns,
      };
      const list = Object.entries(properties).map(([name, value]) => `${name}=${inProperty(String(value))}`);
      return `::${commands[severity]} ${list.join(',')}::${inMessage(message)}\n`;
    })
    .join('');
}

function inMessage(text: string): string {
  return printable(text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'));
}

function inProperty(text: string): string {
  return inMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
