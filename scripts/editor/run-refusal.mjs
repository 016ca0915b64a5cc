/**
 * What a user sees where Jettison refuses to convert. VS Code hides disabled actions from extensions, so the suite in
 * the extension host cannot see this; it takes the page itself.
 */
import path from 'node:path';
import { ExplainedError, say } from '../reporting.mjs';
import { launchChromium } from './chromium.mjs';
import { openFile, runCommand, waitForSquiggle } from './page.mjs';
import { repository } from './paths.mjs';
import { suiteTimeout, timedOut } from './report.mjs';
import { serveEditor } from './serve.mjs';
import { freshWorkspace } from './suite.mjs';

export async function runRefusal() {
  const { workspace, remove } = await freshWorkspace();
  const editor = await serveEditor({ extension: repository });
  const browser = await launchChromium();
  try {
    const file = path.join(workspace, 'refused', 'Dockerfile');
    const page = await openFile(browser, editor, { folder: workspace, file });
    await waitForSquiggle(page);
    await expectDisabledAction(page);
    await expectReason(page);
  } finally {
    await browser.close();
    await editor.stop();
    await remove();
  }
}

async function expectDisabledAction(page) {
  const action = page.locator('.action-widget .monaco-list-row', { hasText: 'Convert to multi-stage' });
  await repeatUntilVisible(page, 'Refactor...', action);
  const classes = await action.getAttribute('class');
  if (!classes.includes('option-disabled'))
    throw new ExplainedError('a refused conversion is on offer in the menu');
  await page.keyboard.press('Escape');
  say('  ok   a refused conversion is in the refactoring menu, disabled');
}

async function expectReason(page) {
  const notification = page
    .locator('.notification-toast', { hasText: 'Jettison leaves this file as it is' })
    .first();
  await repeatUntilVisible(page, 'Jettison: Convert Dockerfile', notification);
  const text = await notification.innerText();
  if (!text.includes('supervisor')) throw new ExplainedError(`the reason does not name supervisord: ${text}`);
  say('  ok   the command that converts says why it does not');
}

/** VS Code drops a command now and then, when something else takes the focus at that moment. A user tries again. */
async function repeatUntilVisible(page, title, result) {
  const end = Date.now() + suiteTimeout;
  for (;;) {
    await runCommand(page, title);
    try {
      return await result.waitFor({ timeout: Math.min(10_000, suiteTimeout) });
    } catch {
      if (Date.now() > end) throw new ExplainedError(`"${title}" had no visible effect: ${timedOut()}`);
      await page.keyboard.press('Escape');
    }
  }
}
