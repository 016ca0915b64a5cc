/**
 * `npm run corpus -- FOLDER...`: makes every fix of every finding in the real Dockerfiles below the folders, and lists
 * those that break the file, leave their finding or bring another one.
 */
import path from 'node:path';
import { ensureDependencies } from './ensure-dependencies.mjs';
import { run } from './processes.mjs';
import { ExplainedError, runScript } from './reporting.mjs';
import { repository } from './rule-files.mjs';

await runScript(async () => {
  const folders = process.argv.slice(2);
  if (folders.length === 0) throw new ExplainedError('usage: npm run corpus -- FOLDER...');
  await ensureDependencies();
  const { build } = await import('esbuild');
  const bundle = path.join(repository, 'out', 'corpus', 'fixes.mjs');
  await build({
    entryPoints: [path.join(repository, 'test', 'corpus', 'fixes.ts')],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    sourcemap: 'linked',
    logLevel: 'error',
  });
  await run(process.execPath, ['--enable-source-maps', bundle, ...folders]);
});
