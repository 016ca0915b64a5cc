/**
 * Measures what has a budget and prints it beside the budget: `npm run bench [-- FOLDER]`. The folder holds real
 * Dockerfiles to lint; without it, synthetic ones are linted. A missed budget does not fail: machines differ.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDependencies } from './ensure-dependencies.mjs';
import { run } from './processes.mjs';
import { runScript } from './reporting.mjs';

const repository = path.resolve(fileURLToPath(import.meta.url), '..', '..');

await runScript(async () => {
  await ensureDependencies();
  // Builds the bundles for production on its way.
  const vsix = path.join(repository, 'out', 'bench', 'jettison.vsix');
  const { build } = await import('esbuild');
  await build({
    entryPoints: [path.join(repository, 'test', 'bench', 'bench.ts')],
    outfile: path.join(repository, 'out', 'bench', 'bench.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });
  await run(process.execPath, [path.join(repository, 'scripts', 'package.mjs'), vsix], { quiet: true });
  const [corpus] = process.argv.slice(2);
  const folder = corpus === undefined ? [] : [path.resolve(corpus)];
  await run(process.execPath, [path.join('out', 'bench', 'bench.mjs'), vsix, ...folder], { cwd: repository });
});
