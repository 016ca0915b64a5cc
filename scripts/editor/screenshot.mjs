/**
 * Takes a picture of the extension at work, for documentation and for looking at what a user sees:
 *
 *   node scripts/editor/screenshot.mjs FILE --out shot.png [--folder DIR] [--line N] [--press KEYS]... [--command TITLE]...
 *     [--size 1200x800] [--any]
 *
 * FILE is opened in DIR (its own folder unless named), in the browser VS Code with the built extension. When a finding
 * is underlined (at once with --any), the cursor goes to line N, the commands of the command palette run, and the keys
 * are pressed ("Control+." opens the lightbulb's menu), in this order.
 */
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { ExplainedError, runScript, say } from '../reporting.mjs';
import { launchChromium } from './chromium.mjs';
import { goToLine, openFile, runCommand, waitForSquiggle } from './page.mjs';
import { repository } from './paths.mjs';
import { serveEditor } from './serve.mjs';

await runScript(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      folder: { type: 'string' },
      line: { type: 'string' },
      press: { type: 'string', multiple: true, default: [] },
      command: { type: 'string', multiple: true, default: [] },
      size: { type: 'string', default: '1200x800' },
      any: { type: 'boolean', default: false },
    },
  });
  if (positionals.length !== 1 || values.out === undefined) {
    throw new ExplainedError('name one FILE to open, and the picture with --out');
  }
  const file = path.resolve(positionals[0]);
  const folder = path.resolve(values.folder ?? path.dirname(file));
  const [width, height] = values.size.split('x').map(Number);

  const editor = await serveEditor({ extension: repository });
  const browser = await launchChromium();
  try {
    const page = await openFile(browser, editor, { folder, file, viewport: { width, height } });
    if (!values.any) await waitForSquiggle(page);
    if (values.line !== undefined) await goToLine(page, values.line);
    for (const title of values.command) await runCommand(page, title);
    for (const keys of values.press) {
      await page.keyboard.press(keys);
      await settle();
    }
    await settle();
    await page.screenshot({ path: values.out });
    say(`wrote ${values.out}`);
  } finally {
    await browser.close();
    await editor.stop();
  }
});

/** Menus and hovers fade in; nothing in the page says when they have. */
function settle() {
  return sleep(1500);
}
