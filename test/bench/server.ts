import { execFileSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { modernEditor, startSession, type Session } from '../protocol/support/server-process';
import { longDockerfile } from './inputs';
import { milliseconds, percentile, type Row } from './table';

const uri = 'untitled:Dockerfile';

/** From the start of the process to the first diagnostics, as an editor sees it. */
export async function firstDiagnostics(bundle: string): Promise<Row> {
  const times: number[] = [];
  for (let n = 0; n < 10; n++) {
    const start = performance.now();
    const session = await startSession(bundle, { capabilities: modernEditor });
    await session.open(uri, longDockerfile(100));
    await session.pull(uri);
    times.push(performance.now() - start);
    await session.stop();
  }
  const median = percentile(times, 50);
  return {
    what: 'server start -> first diagnostics',
    budget: '250 ms',
    measured: `${milliseconds(median)} median`,
    within: median <= 250,
  };
}

/** Edits and answers over the pipe, so that the protocol's own cost counts too; then what they leave in memory. */
export async function edits(bundle: string): Promise<Row[]> {
  // As VS Code starts it: client/src/extension.node.ts.
  const execArgv = ['--max-semi-space-size=4'];
  const session = await startSession(bundle, { capabilities: modernEditor, execArgv });
  try {
    await session.open(uri, longDockerfile(100));
    await type(session, 0, 500);
    const early = memoryOf(session);
    const times = await type(session, 500, 10_000);
    const late = memoryOf(session);
    const median = percentile(times, 50);
    const p99 = percentile(times, 99);
    return [
      {
        what: 'edit -> diagnostics, 100-line Dockerfile',
        budget: '5 ms median, 20 ms p99',
        measured: `${milliseconds(median)} median, ${milliseconds(p99)} p99`,
        within: median <= 5 && p99 <= 20,
      },
      {
        what: 'server memory after 10,000 edits',
        budget: '120 MB, flat',
        measured: `${late} MB (after 500: ${early} MB)`,
        within: late < 120,
      },
    ];
  } finally {
    await session.stop();
  }
}

/** Types and deletes characters in the middle of the file; the time of each edit until its diagnostics are there. */
async function type(session: Session, from: number, to: number): Promise<number[]> {
  const times: number[] = [];
  for (let n = from; n < to; n++) {
    const line = 10 + ((n >> 1) % 80);
    const typed = { start: { line, character: 0 }, end: { line, character: n % 2 } };
    const start = performance.now();
    await session.change(uri, n + 2, [{ range: typed, text: n % 2 === 0 ? 'x' : '' }]);
    await session.pull(uri);
    times.push(performance.now() - start);
  }
  return times;
}

/** Resident megabytes of the server's process. */
function memoryOf({ process: { pid } }: Session): number {
  const kilobytes = Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }));
  return Math.round(kilobytes / 1024);
}
