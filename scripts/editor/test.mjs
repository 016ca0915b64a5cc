/**
 * The editor tests: `node scripts/editor/test.mjs [--host node|web|refusal|worker]... [--editor desktop|browser]`.
 *
 * `node` and `web` run the suite of test/editor/suite in these extension hosts, in the desktop VS Code where that can be
 * downloaded and in the browser one elsewhere; `refusal` looks at the page of the browser VS Code; `worker` runs the
 * server in a web worker. Without --host, all of them. `npm run build` comes first.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ExplainedError, runScript, say } from '../reporting.mjs';
import { displayPrefix, downloadDesktopEditor } from './desktop-editor.mjs';
import { repository } from './paths.mjs';
import { runInBrowser } from './run-in-browser.mjs';
import { runOnDesktop } from './run-on-desktop.mjs';
import { runRefusal } from './run-refusal.mjs';
import { runWorkerPage } from './run-worker-page.mjs';

const SUITES = ['node', 'web'];
const PAGES = { refusal: runRefusal, worker: runWorkerPage };
const HOSTS = [...SUITES, ...Object.keys(PAGES)];
const EDITORS = ['desktop', 'browser'];

// An exit in order, in which servers are ended and temporary folders removed.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

await runScript(async () => {
  const { values } = parseArgs({
    options: { host: { type: 'string', multiple: true }, editor: { type: 'string' } },
  });
  const hosts = values.host ?? HOSTS;
  const editor = values.editor ?? process.env.JETTISON_EDITOR;
  for (const host of hosts) expectOneOf(HOSTS, host, '--host');
  if (editor !== undefined) expectOneOf(EDITORS, editor, '--editor');
  if (!existsSync(path.join(repository, 'dist', 'client.js'))) {
    throw new ExplainedError('there is no extension to test: `npm run build` makes it');
  }

  const runSuite = hosts.some((host) => SUITES.includes(host)) ? await chooseEditor(editor) : undefined;
  const failures = [];
  for (const host of hosts) {
    say(`Editor tests: ${host}`);
    try {
      await (SUITES.includes(host) ? runSuite(host) : PAGES[host]());
    } catch (error) {
      say(`  ${error instanceof ExplainedError ? error.message : error.stack}`);
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
      // The download throws plain strings, too.
      const reason = error.message ?? error;
      if (wanted === 'desktop') throw new ExplainedError(`no desktop VS Code: ${reason}`);
      say(`Using the browser VS Code (no desktop one: ${reason})`);
    }
  }
  return runInBrowser;
}

function expectOneOf(allowed, value, flag) {
  if (!allowed.includes(value))
    throw new ExplainedError(`${flag} is one of ${allowed.join(', ')}, not ${value}`);
}
