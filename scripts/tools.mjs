/** Starting the development tools of node_modules, and keeping what they say. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ExplainedError } from './reporting.mjs';
import { repository } from './rule-files.mjs';

/**
 * The script that a package's command runs.
 * @throws ExplainedError when the package is not installed or has no such command.
 */
export function toolScript(packageName, command = packageName) {
  const folder = path.join(repository, 'node_modules', ...packageName.split('/'));
  let manifest;
  try {
    manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  } catch {
    throw new ExplainedError(`${packageName} is not installed`);
  }
  const script = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin?.[command];
  if (script === undefined) throw new ExplainedError(`${packageName} has no command ${command}`);
  return path.join(folder, script);
}

/**
 * Runs a Node.js script to its end; never throws. `onOutput` hears what it prints as it comes.
 * Returns its exit code (undefined when it could not run or was killed), its output and how it ended, in words.
 */
export function runNode(script, args, { onOutput, env } = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: repository,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    let output = '';
    const hear = (chunk) => {
      output += chunk;
      onOutput?.(chunk);
    };
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', hear);
    child.on('error', (error) => resolve({ code: undefined, output, ending: error.message }));
    child.on('close', (code, signal) => {
      resolve({
        code: code ?? undefined,
        output,
        ending: signal ? `killed by ${signal}` : `exit code ${code}`,
      });
    });
  });
}
