/** Runs the suite in the browser VS Code: in its Node.js extension host or in its web one. */
import { setTimeout as sleep } from 'node:timers/promises';
import { ExplainedError } from '../reporting.mjs';
import { launchChromium } from './chromium.mjs';
import { judge, suiteTimeout, timedOut } from './report.mjs';
import { serveEditor } from './serve.mjs';
import { extensionUnderTest, freshWorkspace } from './suite.mjs';

/** @param {'node' | 'web'} host */
export async function runInBrowser(host) {
  const cleanups = [];
  const later = (cleanup) => cleanups.unshift(cleanup);
  try {
    const { workspace, readProgress, remove } = await freshWorkspace();
    later(remove);
    const extension = await extensionUnderTest(host);
    later(extension.remove);
    const editor = await serveEditor({ forSuite: true });
    later(editor.stop);
    const browser = await launchChromium();
    later(() => browser.close());

    const payload = [
      ['extensionDevelopmentPath', editor.resourceUrl(extension.folder)],
      ['extensionTestsPath', editor.resourceUrl(extension.suite)],
    ];
    if (host === 'web') payload.push(['extensionDevelopmentKind', 'web']);
    const ending = await visit(browser, editor.pageUrl({ folder: workspace, payload }));
    judge(host, await readProgress(), ending);
  } finally {
    for (const cleanup of cleanups) await cleanup();
  }
}

/** Opens the page and waits until VS Code says that the tests are over. Returns how they ended, in words. */
async function visit(browser, url) {
  const page = await browser.newPage();
  const complaints = collectComplaints(page);
  const over = new Promise((resolve, reject) => {
    page.on('crash', () => reject(new ExplainedError('the browser page with VS Code crashed')));
    // VS Code calls this function of its page with the exit code, when there is one.
    page
      .exposeFunction('codeAutomationExit', resolve)
      .then(() => page.goto(url, { timeout: 0 }))
      .catch(reject);
  });
  const code = await Promise.race([over, sleep(suiteTimeout, undefined, { ref: false })]);
  const end = code === undefined ? timedOut() : `VS Code ended it with code ${code}`;
  return [end, ...complaints.slice(-10)].join('\n  page: ');
}

/** The first lines of the errors in the page's console, where the extension hosts' errors arrive, too. */
function collectComplaints(page) {
  const complaints = [];
  function add(text) {
    const [line] = text.replace(/^%c *(ERR)? *(color: \S+)?/, '').split('\n');
    // The native modules that are left out on purpose.
    if (!line.includes('Could not locate the bindings file')) complaints.push(line);
  }
  page.on('pageerror', (error) => add(error.message));
  page.on('console', (message) => message.type() === 'error' && add(message.text()));
  return complaints;
}
