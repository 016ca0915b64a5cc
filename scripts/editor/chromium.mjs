/** The browser in which the browser VS Code is tested. */
import { existsSync } from 'node:fs';
import { findOnPath, run } from '../processes.mjs';
import { ExplainedError, say } from '../reporting.mjs';

const BINARIES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'msedge',
];
const INSTALLED_ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

// Nothing in the browser may reach for the network by itself: on a machine without one it would only wait.
const QUIET_FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function launchChromium() {
  const executablePath = await ensureChromium();
  // Not at the top: the dependencies may not be installed yet when this module is loaded.
  const { chromium } = await import('playwright-core');
  return chromium.launch({ executablePath, args: isRoot() ? ['--no-sandbox', ...QUIET_FLAGS] : QUIET_FLAGS });
}

async function ensureChromium() {
  const chosen = process.env.JETTISON_CHROMIUM;
  if (chosen !== undefined && !existsSync(chosen)) {
    throw new ExplainedError(`JETTISON_CHROMIUM names ${chosen}, which does not exist`);
  }
  const found = chosen ?? findOnPath(BINARIES) ?? INSTALLED_ELSEWHERE.find((file) => existsSync(file));
  return found ?? (await installChromium());
}

async function installChromium() {
  const apt = findOnPath(['apt-get']);
  if (apt === undefined || !isRoot()) {
    throw new ExplainedError(
      'no Chromium, Chrome or Edge found; install one or set JETTISON_CHROMIUM to its path',
    );
  }
  say('Installing Chromium (apt-get install chromium)...');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  // Another apt may be running: wait for its lock instead of failing.
  const options = ['-o', 'DPkg::Lock::Timeout=600'];
  await run(apt, ['update', ...options], { quiet: true, env });
  await run(apt, ['install', '-y', '--no-install-recommends', ...options, 'chromium'], { quiet: true, env });
  const installed = findOnPath(BINARIES);
  if (installed === undefined) {
    throw new ExplainedError(
      'the package chromium of this system has no browser in it; set JETTISON_CHROMIUM',
    );
  }
  return installed;
}

function isRoot() {
  return process.getuid?.() === 0;
}
