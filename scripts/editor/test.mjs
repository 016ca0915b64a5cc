/**
 * The editor tests: `node scripts/editor/test.mjs [--host node|web|worker]... [--editor desktop|browser]`.
 * Without flags, every host, in the desktop VS Code where that can be downloaded and in the browser one elsewhere.
 */
import { parseArgs } from 'node:util';
import { ExplainedError, runScript, say } from '../reporting.mjs';
import { displayPrefix, downloadDesktopEditor } from './desktop-editor.mjs';
import { runInBrowser } from './run-in-browser.mjs';
import { runOnDesktop } from './run-on-desktop.mjs';
import { runWorkerPage } from './run-worker-page.mjs';

const HOSTS = ['node', 'web', 'worker'];
const EDITORS = ['desktop', 'browser'];

await runScript(async () => {
  const { values } = parseArgs({
    options: { host: { type: 'string', multiple: true }, editor: { type: 'string' } },
  });
  const hosts = values.host ?? HOSTS;
  const editor = values.editor ?? process.env.JETTISON_EDITOR;
  for (const host of hosts) expectOneOf(HOSTS, host, '--host');
  if (editor !== undefined) expectOneOf(EDITORS, editor, '--editor');

  const runSuite = hosts.some((host) => host !== 'worker') ? await chooseEditor(editor) : undefined;
  const failures = [];
  for (const host of hosts) {
    say(`Editor tests: ${host}`);
    try {
      await (host === 'worker' ? runWorkerPage() : runSuite(host));
    } catch (error) {
      if (!(error instanceof ExplainedError)) throw error;
      say(`  ${error.message}`);
      failures.push(host);
    }
  }
  if (failures.length > 0) throw new ExplainedError(`editor tests failed: ${failures.join(', ')}`);
});

async function chooseEditor(wanted) {
  if (wanted !== 'browser') {
    const prefix = displayPrefix();
    try {
      if (prefix === undefined) throw new ExplainedError('there is no display and no xvfb-run');
      const command = [...prefix, await downloadDesktopEditor()];
      say('Using the desktop VS Code');
      return (host) => runOnDesktop(host, command);
    } catch (error) {
      if (wanted === 'desktop') throw new ExplainedError(`no desktop VS Code: ${error.message}`);
      say(`Using the browser VS Code (no desktop one: ${error.message ?? error})`);
    }
  }
  return runInBrowser;
}

function expectOneOf(allowed, value, flag) {
  if (!allowed.includes(value)) throw new ExplainedError(`${flag} is one of ${allowed.join(', ')}, not ${value}`);
}
