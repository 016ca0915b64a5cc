/** Drives the page of the browser VS Code as a user would. */
import { suiteTimeout } from './report.mjs';

/** Opens a file in VS Code and waits until it is in the editor, with the focus. */
export async function openFile(browser, editor, { folder, file, viewport }) {
  const page = await browser.newPage(viewport === undefined ? {} : { viewport });
  page.setDefaultTimeout(suiteTimeout);
  await page.goto(editor.pageUrl({ folder, openFile: file }));
  await page.locator('.editor-instance .view-lines .view-line').first().waitFor();
  await page.locator('.editor-instance .view-lines').click({ position: { x: 5, y: 5 } });
  return page;
}

/** Waits for the first underlined finding. */
export async function waitForSquiggle(page) {
  await page.locator('.cdr[class*="squiggly-"]').first().waitFor();
}

export async function goToLine(page, line) {
  await page.keyboard.press('Control+g');
  await page.locator('.quick-input-widget input').fill(`:${line}`);
  await page.keyboard.press('Enter');
}

export async function runCommand(page, title) {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').fill(`>${title}`);
  // The list follows what is typed with a delay; Enter runs the focused row.
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: title }).waitFor();
  await page.keyboard.press('Enter');
}
