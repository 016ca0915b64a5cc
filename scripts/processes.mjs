/** Starting other programs, with Node built-ins only: these run before any dependency is installed. */
import { spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';
import { ExplainedError } from './reporting.mjs';

const onWindows = process.platform === 'win32';

/** The first of `names` that is a program on PATH, as an absolute path. */
export function findOnPath(names) {
  const extensions = onWindows ? (process.env.PATHEXT ?? '.EXE;.CMD').split(';') : [''];
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  for (const name of names) {
    for (const folder of folders) {
      const found = extensions.map((extension) => path.join(folder, name + extension)).find(isProgram);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** Runs a program to its end. With `quiet`, its output is shown only if it fails. */
export function run(program, args, { quiet = false, cwd, env } = {}) {
  return new Promise((resolve, reject) => {
    // Windows starts .cmd files only through its shell, which does not quote for us.
    const throughShell = onWindows && /\.(cmd|bat)$/i.test(program);
    const child = spawn(throughShell ? `"${program}"` : program, args, {
      cwd,
      env: { ...process.env, ...env },
      shell: throughShell,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) return resolve();
      const words = [path.basename(program), ...args].join(' ');
      reject(new ExplainedError(`\`${words}\` failed (${signal ?? `exit code ${code}`})\n${output}`.trim()));
    });
  });
}

/** Runs npm: the one that started us if there is one, else the one on PATH. */
export function runNpm(args, options) {
  const startedBy = process.env.npm_execpath;
  if (startedBy !== undefined && path.basename(startedBy) === 'npm-cli.js') {
    return run(process.execPath, [startedBy, ...args], options);
  }
  const npm = findOnPath(['npm']);
  if (npm === undefined) throw new ExplainedError('npm is not on PATH; it comes with Node.js');
  return run(npm, args, options);
}
