import { statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runNpm } from './processes.mjs';
import { say } from './reporting.mjs';

const repository = path.resolve(fileURLToPath(import.meta.url), '..', '..');

/** Runs `npm ci` when node_modules is missing, half installed or older than the lock file. */
export async function ensureDependencies() {
  // npm writes this file last, so an installation that was interrupted does not have it.
  const installed = modifiedAt('node_modules/.package-lock.json');
  if (installed !== undefined && installed >= (modifiedAt('package-lock.json') ?? 0)) return;
  say('Installing dependencies (npm ci)...');
  await runNpm(['ci', '--no-audit', '--no-fund'], { cwd: repository });
}

function modifiedAt(file) {
  return statSync(path.join(repository, file), { throwIfNoEntry: false })?.mtimeMs;
}
