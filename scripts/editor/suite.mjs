/** What every run of the editor suite needs: the bundled tests, a workspace to spoil, and what the suite reports. */
import { cp, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { editorTests, repository, temporaryFolder } from './paths.mjs';

/** Where the bundled suite is inside the extension's folder. */
const SUITE = path.join('out', 'test', 'editor', 'suite.js');

/** Bundles the suite into one file that runs in both extension hosts. */
async function bundleSuite() {
  const { build } = await import('esbuild');
  await build({
    entryPoints: [path.join(editorTests, 'suite', 'index.ts')],
    outfile: path.join(repository, SUITE),
    bundle: true,
    format: 'cjs',
    // `browser`, for Node.js too: what a web worker can run, Node.js can run.
    platform: 'browser',
    target: 'es2022',
    external: ['vscode'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
}

/** A copy of the test workspace, and beside it the file in which the suite reports. */
export async function freshWorkspace() {
  const { folder, remove } = await temporaryFolder('suite');
  const workspace = path.join(folder, 'workspace');
  await cp(path.join(editorTests, 'workspace'), workspace, { recursive: true });
  async function readProgress() {
    try {
      return JSON.parse(await readFile(path.join(folder, 'progress.json'), 'utf8'));
    } catch {
      // Not there yet, or being written at this moment.
      return undefined;
    }
  }
  return { workspace, readProgress, remove };
}

/**
 * The extension and the suite for one extension host. VS Code runs a suite in the host of the extension whose folder it
 * is in; so the suite is named by its path in there.
 */
export async function extensionUnderTest(host) {
  await bundleSuite();
  const { folder, remove } =
    host === 'web' ? await webOnlyExtension() : { folder: repository, remove: async () => {} };
  return { folder, suite: path.join(folder, SUITE), remove };
}

/**
 * The extension without its Node.js half. VS Code prefers `main` where it has Node.js at hand, even when it is asked
 * for the web host; so this is the repository, linked folder by folder, with a manifest that has no `main`.
 */
async function webOnlyExtension() {
  const { folder, remove } = await temporaryFolder('web-extension');
  for (const entry of await readdir(repository, { withFileTypes: true })) {
    if (entry.name === 'package.json' || entry.name === '.git') continue;
    const target = path.join(repository, entry.name);
    if (entry.isDirectory()) await symlink(target, path.join(folder, entry.name), 'junction');
    else await cp(target, path.join(folder, entry.name));
  }
  const manifest = JSON.parse(await readFile(path.join(repository, 'package.json'), 'utf8'));
  delete manifest.main;
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest));
  return { folder, remove };
}
