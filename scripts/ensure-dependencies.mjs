import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runNpm } from './processes.mjs';
import { say } from './reporting.mjs';

const repository = path.resolve(fileURLToPath(import.meta.url), '..', '..');

/** Runs `npm ci` when node_modules is missing, half installed or not what the lock file says. */
export async function ensureDependencies() {
  if (isInstalled()) return;
  say('Installing dependencies (npm ci)...');
  await runNpm(['ci', '--no-audit', '--no-fund'], { cwd: repository });
}

function isInstalled() {
  const wanted = packagesIn('package-lock.json');
  // npm writes this list last, so an installation that was interrupted does not have it.
  const installed = packagesIn('node_modules/.package-lock.json');
  if (wanted === undefined || installed === undefined) return false;
  return Object.entries(wanted).every(([location, { version, optional, devOptional }]) => {
    const found = installed[location];
    // Optional packages are often for other operating systems. The entry '' is this project itself.
    return location === '' || (found === undefined ? optional || devOptional : found.version === version);
  });
}

function packagesIn(lockFile) {
  try {
    return JSON.parse(readFileSync(path.join(repository, lockFile), 'utf8')).packages;
  } catch {
    return undefined;
  }
}
