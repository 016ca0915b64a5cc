import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { dockerfiles } from './inputs';
import { type Row } from './table';

/**
 * Lints a folder of Dockerfiles in one process of the built command line.
 * @param corpus folder of real ones; synthetic ones stand in.
 */
export async function lintFolder(bundle: string, corpus: string | undefined): Promise<Row> {
  const made = corpus === undefined ? await dockerfiles(1000) : undefined;
  try {
    const folder = corpus ?? made?.folder ?? '.';
    const start = performance.now();
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [bundle, 'lint', '--format', 'json', folder],
      {
        encoding: 'utf8',
        maxBuffer: 1 << 30,
      },
    );
    const seconds = (performance.now() - start) / 1000;
    if (status === null || stdout === '') throw new Error(`lint failed: ${stderr}`);
    const { files } = JSON.parse(stdout) as { files: unknown[] };
    const perThousand = (seconds * 1000) / files.length;
    return {
      what: `lint of ${files.length} ${corpus === undefined ? 'synthetic' : 'real'} Dockerfiles, one process`,
      budget: '3 s for 1,000',
      measured: `${seconds.toFixed(2)} s (${perThousand.toFixed(2)} s for 1,000)`,
      within: perThousand <= 3,
    };
  } finally {
    await made?.remove();
  }
}
