/** Runs the server's browser bundle in a real worker of a plain page in Chromium. See test/editor/worker-page.ts. */
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ExplainedError, say } from '../reporting.mjs';
import { launchChromium } from './chromium.mjs';
import { editorTests, repository } from './paths.mjs';
import { suiteTimeout, timedOut } from './report.mjs';

export async function runWorkerPage() {
  const pageScript = path.join(repository, 'out', 'test', 'editor', 'worker-page.js');
  await bundlePage(pageScript);
  const site = await serveFiles({
    '/': '<!doctype html><title>Worker test</title><script src="/page.js"></script>',
    '/page.js': await readFile(pageScript),
    '/server.js': await readFile(path.join(repository, 'dist', 'server.js')),
  });
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.goto(site.url, { timeout: 0 });
    const dockerfile = await readFile(path.join(editorTests, 'workspace', 'Dockerfile'), 'utf8');
    const answer = page.evaluate((text) => globalThis.diagnose('/server.js', text), dockerfile);
    judge(await Promise.race([answer, sleep(suiteTimeout, undefined, { ref: false })]));
  } finally {
    await browser.close();
    await site.stop();
  }
}

function judge(report) {
  if (report === undefined)
    throw new ExplainedError(`the server in the worker did not answer: ${timedOut()}`);
  const rules = report.items.filter(({ source }) => source === 'jettison').map(({ code }) => code);
  if (!rules.includes('single-stage-build')) {
    throw new ExplainedError(
      `the server in the worker did not find the single stage: ${JSON.stringify(report)}`,
    );
  }
  say(`  ok   the server answers in a web worker (${rules.join(', ')})`);
}

async function bundlePage(outfile) {
  const { build } = await import('esbuild');
  const entry = path.join(editorTests, 'worker-page.ts');
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: 'iife',
    target: 'es2022',
    logLevel: 'warning',
  });
}

async function serveFiles(files) {
  const server = createServer((request, response) => {
    const content = files[request.url];
    const type = request.url === '/' ? 'text/html' : 'text/javascript';
    response.writeHead(content === undefined ? 404 : 200, { 'content-type': `${type}; charset=utf-8` });
    response.end(content);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  async function stop() {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }
  return { url: `http://127.0.0.1:${server.address().port}/`, stop };
}
