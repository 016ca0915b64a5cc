/** The desktop VS Code: the installed one, or one downloaded for the tests. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { findOnPath } from '../processes.mjs';
import { cacheFolder } from './paths.mjs';

// Long enough to reach the update server, short enough to find out that it cannot be reached.
const CONNECTION_TIMEOUT = 10_000;

/** The command line of an installed VS Code. */
export function installedDesktopEditor() {
  return findOnPath(['code', 'code-insiders', 'codium']);
}

/**
 * How to start windows on this machine: directly, through a virtual display, or not at all (`undefined`).
 * @returns {string[] | undefined} what to put before the command.
 */
export function displayPrefix() {
  if (process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY) return [];
  const xvfb = findOnPath(['xvfb-run']);
  return xvfb === undefined ? undefined : [xvfb, '--auto-servernum'];
}

/** A VS Code for tests, downloaded into the cache. Throws where it cannot be downloaded. */
export async function downloadDesktopEditor() {
  const { downloadAndUnzipVSCode, SilentReporter } = await import('@vscode/test-electron');
  const cachePath = path.join(cacheFolder(), 'vscode');
  await mkdir(cachePath, { recursive: true });
  return downloadAndUnzipVSCode({
    version: process.env.JETTISON_VSCODE_VERSION ?? 'stable',
    cachePath,
    timeout: CONNECTION_TIMEOUT,
    reporter: new SilentReporter(),
  });
}
