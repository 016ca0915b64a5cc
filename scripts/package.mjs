/** Builds the VSIX: `node scripts/package.mjs [FILE]`. Everything is bundled, so that it holds no node_modules. */
import { statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDependencies } from './ensure-dependencies.mjs';
import { run } from './processes.mjs';
import { runScript, say } from './reporting.mjs';

const repository = path.resolve(fileURLToPath(import.meta.url), '..', '..');

await runScript(async () => {
  await ensureDependencies();
  const file = path.resolve(process.argv[2] ?? path.join(repository, 'jettison.vsix'));
  await run(process.execPath, ['esbuild.mjs', '--production'], { cwd: repository });
  const vsce = path.join(repository, 'node_modules', '@vscode', 'vsce', 'vsce');
  // The project has no public address yet that links of the README could be made to point at.
  const address = ['--allow-missing-repository', '--no-rewrite-relative-links'];
  const flags = ['--no-dependencies', ...address, '--out', file];
  await run(process.execPath, [vsce, 'package', ...flags], { cwd: repository, quiet: true });
  say(`${path.relative(process.cwd(), file)}: ${Math.ceil(statSync(file).size / 1024)} KiB`);
});
