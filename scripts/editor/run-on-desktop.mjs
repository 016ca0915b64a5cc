/** Runs the suite in the desktop VS Code: in its Node.js extension host or in its web one. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { temporaryFolder } from './paths.mjs';
import { judge, suiteTimeout, timedOut } from './report.mjs';
import { extensionUnderTest, freshWorkspace } from './suite.mjs';

/**
 * @param {'node' | 'web'} host
 * @param {string[]} command how to start VS Code: its binary, behind what gives it a display if it needs that.
 */
export async function runOnDesktop(host, [program, ...prefix]) {
  const cleanups = [];
  const later = (cleanup) => cleanups.unshift(cleanup);
  try {
    const { workspace, readProgress, remove } = await freshWorkspace();
    later(remove);
    const profile = await temporaryFolder('profile');
    later(profile.remove);
    const extension = await extensionUnderTest(host);
    later(extension.remove);

    const ending = await start(program, [
      ...prefix,
      workspace,
      `--extensionDevelopmentPath=${extension.folder}`,
      `--extensionTestsPath=${extension.suite}`,
      ...(host === 'web' ? ['--extensionDevelopmentKind=web'] : []),
      `--user-data-dir=${path.join(profile.folder, 'user')}`,
      `--extensions-dir=${path.join(profile.folder, 'extensions')}`,
      ...['--disable-workspace-trust', '--skip-welcome', '--skip-release-notes', '--disable-updates'],
      // Containers and virtual displays have no sandbox and no graphics card.
      ...['--no-sandbox', '--disable-gpu-sandbox', '--disable-gpu'],
    ]);
    judge(host, await readProgress(), ending);
  } finally {
    for (const cleanup of cleanups) await cleanup();
  }
}

/** Starts VS Code and waits for its end. Returns how it ended, in words. */
function start(program, args) {
  return new Promise((resolve, reject) => {
    let output = '';
    const child = spawn(program, args);
    const timer = setTimeout(() => {
      child.kill();
      resolve(timedOut());
    }, suiteTimeout);
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve(
        `VS Code ended it with ${signal ?? `code ${code}`}\n${output.split('\n').slice(-10).join('\n')}`,
      );
    });
  });
}
