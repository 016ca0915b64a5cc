// Bundles the client, the server and the command line into dist/. `--production` minifies, `--watch` rebuilds.
import { chmod, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const repository = path.dirname(fileURLToPath(import.meta.url));
const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/**
 * The .dockerignore matcher asks Node's `path` for the separator of the machine it runs on. Paths of a build context
 * have slashes everywhere, so it gets a POSIX `path`, in Node on Windows as in the browser.
 */
const slashesInDockerignore = {
  name: 'slashes-in-dockerignore',
  setup(build) {
    build.onResolve({ filter: /^path$/ }, ({ importer }) =>
      /[\\/]@balena[\\/]dockerignore[\\/]/.test(importer)
        ? { path: path.join(repository, 'server/src/host/path.posix.ts') }
        : undefined,
    );
  },
};

const common = {
  absWorkingDir: repository,
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  // Some dependencies' CommonJS builds hide their requires from bundlers (jsonc-parser): take the ES modules.
  mainFields: ['module', 'main'],
  legalComments: 'none',
  logLevel: 'warning',
  plugins: [slashesInDockerignore],
  define: { 'process.env.NODE_ENV': production ? '"production"' : '"development"' },
};

// VS Code 1.101 runs extensions on Node 22; the server and the command line also run on the Node of the user.
const forNode = { ...common, platform: 'node', format: 'cjs', target: 'node20' };

const forBrowser = {
  ...common,
  platform: 'browser',
  target: 'es2022',
  mainFields: ['browser', 'module', 'main'],
};

const bundles = [
  {
    ...forNode,
    entryPoints: ['client/src/extension.node.ts'],
    outfile: 'dist/client.js',
    external: ['vscode'],
  },
  {
    ...forBrowser,
    entryPoints: ['client/src/extension.browser.ts'],
    outfile: 'dist/client.browser.js',
    format: 'cjs',
    external: ['vscode'],
  },
  {
    ...forNode,
    entryPoints: ['server/src/server.bundle.ts'],
    outfile: 'dist/server.js',
    // Both halves of vscode-languageserver are in it; each is loaded in its own host only.
    conditions: ['node', 'browser'],
    // Its Node edition asks for the module `process`.
    alias: { yaml: path.join(repository, 'node_modules/yaml/browser/index.js') },
    inject: ['server/src/host/buffer.browser.ts'],
  },
  {
    ...forNode,
    entryPoints: ['server/src/cli.ts'],
    outfile: 'dist/cli.js',
    // `jettison lsp` starts the server's own bundle instead of carrying a second copy of it.
    external: ['./server.js'],
    banner: { js: '#!/usr/bin/env node' },
  },
];

if (watch) {
  const contexts = await Promise.all(bundles.map((bundle) => esbuild.context(bundle)));
  await Promise.all(contexts.map((context) => context.watch()));
  process.stdout.write('watching for changes\n');
} else {
  await buildOnce();
}

async function buildOnce() {
  try {
    await Promise.all(bundles.map((bundle) => esbuild.build(bundle)));
  } catch {
    // esbuild has printed the errors. What was built before stays.
    process.exitCode = 1;
    return;
  }
  await chmod(path.join(repository, 'dist/cli.js'), 0o755);
  const built = bundles.flatMap(({ outfile }) => (production ? [outfile] : [outfile, `${outfile}.map`]));
  for (const name of await readdir(path.join(repository, 'dist'))) {
    if (!built.includes(`dist/${name}`)) await rm(path.join(repository, 'dist', name), { recursive: true });
  }
}
