import { existsSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const repository = path.resolve(import.meta.dirname, '..', '..', '..');

/** Bundles the server around the fake service; the path of the result. */
export async function fakeServerBundle(): Promise<string> {
  // One for each test process: they may run at the same time.
  const outfile = path.join(repository, 'out', 'protocol', `fake-server-${process.pid}.js`);
  if (!existsSync(outfile)) {
    await build({
      entryPoints: [path.join(import.meta.dirname, 'fake-server.ts')],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      mainFields: ['module', 'main'],
      logLevel: 'error',
    });
  }
  return outfile;
}

/** A bundle of `npm run build`. */
export function builtBundle(name: string): string {
  const bundle = path.join(repository, 'dist', name);
  if (!existsSync(bundle)) throw new Error(`${bundle} is missing: run "npm run build" first`);
  return bundle;
}
