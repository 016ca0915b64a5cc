/** Serves the browser VS Code on a free loopback port, with data folders of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ExplainedError } from '../reporting.mjs';
import { ensureBrowserEditor } from './browser-editor.mjs';
import { temporaryFolder } from './paths.mjs';

// A first start must show the user's file, not welcome pages, sign-in offers or questions.
const SETTINGS = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
};

/**
 * @param {{ extension?: string, forSuite?: boolean }} options `extension` is the folder of an extension that is
 * installed from the start; `forSuite` allows `payload` to name one and a test suite.
 * @returns an object with `pageUrl({ folder, openFile?, payload? })`, `resourceUrl(path)`, `stop()` and the promise
 * `closed`, which is kept when the server ends.
 */
export async function serveEditor({ extension, forSuite = false }) {
  const { node, serverMain } = await ensureBrowserEditor();
  const data = await temporaryFolder('editor');
  const machine = path.join(data.folder, 'data', 'Machine');
  const extensions = path.join(data.folder, 'extensions');
  await mkdir(machine, { recursive: true });
  await mkdir(extensions);
  await writeFile(path.join(machine, 'settings.json'), JSON.stringify(SETTINGS));
  // A link and not a copy, so that reloading the page after a build shows the new extension.
  if (extension !== undefined) await symlink(extension, path.join(extensions, 'jettison'), 'junction');

  const child = spawn(node, [
    serverMain,
    ...['--host', '127.0.0.1', '--port', '0', '--without-connection-token'],
    ...['--server-data-dir', data.folder, '--extensions-dir', extensions],
    ...['--accept-server-license-terms', '--disable-telemetry', '--disable-workspace-trust'],
    // Lets the page's address name an extension under development and its tests; but it also hides notifications.
    ...(forSuite ? ['--enable-smoke-test-driver'] : []),
  ]);
  const closed = once(child, 'close');
  const kill = () => child.kill();
  process.once('exit', kill);
  async function stop() {
    process.off('exit', kill);
    child.kill();
    await closed;
    await data.remove();
  }
  try {
    const authority = `127.0.0.1:${await listeningPort(child)}`;
    return { ...addressesAt(authority), closed, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function addressesAt(authority) {
  const resourceUrl = (file) => `vscode-remote://${authority}${urlPath(file)}`;
  function pageUrl({ folder, openFile, payload = [] }) {
    const entries = openFile === undefined ? payload : [...payload, ['openFile', resourceUrl(openFile)]];
    const url = new URL(`http://${authority}/`);
    url.search = `folder=${urlPath(folder)}`;
    if (entries.length > 0) url.search += `&payload=${encodeURIComponent(JSON.stringify(entries))}`;
    return url.href;
  }
  return { pageUrl, resourceUrl };
}

/** `C:\a b` -> `/C:/a%20b`: the form in which a path stands in an address. */
function urlPath(file) {
  const forward = file.split(path.sep).join('/');
  return encodeURI(forward.startsWith('/') ? forward : `/${forward}`).replace(/[#?]/g, encodeURIComponent);
}

function listeningPort(child) {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk) => {
      output += chunk;
      const match = /Extension host agent listening on (\d+)/.exec(output);
      if (match) resolve(Number(match[1]));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('error', reject);
    child.on('close', () => reject(new ExplainedError(`the browser VS Code did not start:\n${output}`)));
  });
}
