/** Running another program and keeping what it says. */
import { spawn } from 'node:child_process';

/**
 * Runs a program to its end; never throws. The exit code is undefined when it could not run or was killed, by
 * `signal` or after `timeout` milliseconds.
 */
export function capture(program, args, { timeout, signal } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout,
      signal,
      killSignal: 'SIGKILL',
    });
    const said = { stdout: [], stderr: [], both: [] };
    for (const stream of ['stdout', 'stderr']) {
      child[stream].setEncoding('utf8').on('data', (chunk) => {
        said[stream].push(chunk);
        said.both.push(chunk);
      });
    }
    const end = (code, problem = '') =>
      resolve({
        code: code ?? undefined,
        stdout: said.stdout.join(''),
        stderr: said.stderr.join('') + problem,
        output: said.both.join('') + problem,
      });
    child.on('error', (error) => end(undefined, error.message));
    child.on('close', (code) => end(code));
  });
}
