/** Running another program and keeping what it says. */
import { spawn } from 'node:child_process';

/** Characters that are kept of each stream: there are programs that print without end. */
const KEPT = 2_000_000;

/**
 * Runs a program to its end; never throws. The exit code is undefined when it could not run or was killed: by
 * `signal`, after `timeout` milliseconds, or, with `headOnly`, when it has said more than is kept.
 */
export function capture(program, args, { timeout, signal, headOnly = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout,
      signal,
      killSignal: 'SIGKILL',
    });
    const said = { stdout: '', stderr: '', output: '' };
    for (const stream of ['stdout', 'stderr']) {
      child[stream].setEncoding('utf8').on('data', (chunk) => {
        for (const kept of [stream, 'output']) {
          if (said[kept].length < KEPT) said[kept] += chunk;
        }
        if (headOnly && said.output.length >= KEPT) child.kill('SIGKILL');
      });
    }
    const end = (code, problem = '') =>
      resolve({
        code: code ?? undefined,
        stdout: said.stdout,
        stderr: said.stderr + problem,
        output: said.output + problem,
      });
    child.on('error', (error) => end(undefined, error.message));
    child.on('close', (code) => end(code));
  });
}
