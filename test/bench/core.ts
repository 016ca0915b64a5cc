import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Bench } from 'tinybench';
import { loadBuildContext } from '../../server/src/host/build-context';
import { diskAccess } from '../../server/src/host/disk';
import { unknownProject } from '../../server/src/project/project';
import { createService } from '../../server/src/service';
import { goProject, longDockerfile } from './inputs';
import { milliseconds, type Row } from './table';

const service = createService({
  log(message) {
    throw new Error(message);
  },
});

/** The whole analysis of a long Dockerfile, without editor and protocol. */
export async function wholeAnalysis(): Promise<Row> {
  const text = longDockerfile(2000);
  const latency = await measure(() => service.lint(text, unknownProject));
  return {
    what: '2,000-line Dockerfile, whole analysis',
    budget: '60 ms',
    measured: `${milliseconds(latency.p50)} median, ${milliseconds(latency.p99)} p99`,
    within: latency.p50 <= 60,
  };
}

/** Reading a project from disk and converting its Dockerfile. */
export async function conversion(): Promise<Row> {
  const { folder, remove } = await goProject(5000);
  try {
    const dockerfile = pathToFileURL(path.join(folder, 'Dockerfile')).href;
    const text = longDockerfile(30);
    let status = '';
    const latency = await measure(async () => {
      const project = await loadBuildContext(diskAccess, dockerfile, {
        wants: (file) => service.wantsFile(file),
        copySources: service.copySources(text),
      });
      status = service.convert(text, project).status;
    });
    return {
      what: 'convert, project of 5,000 files, read from disk',
      budget: '300 ms',
      measured: `${milliseconds(latency.p50)} median (${status})`,
      within: latency.p50 <= 300,
    };
  } finally {
    await remove();
  }
}

async function measure(work: () => unknown): Promise<{ p50: number; p99: number }> {
  const bench = new Bench({ time: 2000, iterations: 10, warmupIterations: 3, warmupTime: 500 });
  bench.add('work', async () => {
    await work();
  });
  const [task] = await bench.run();
  const result = task?.result;
  if (result?.state === 'errored') throw result.error;
  if (result?.state !== 'completed') throw new Error('the measurement did not complete');
  const { p50, p99 } = result.latency;
  return { p50, p99 };
}
