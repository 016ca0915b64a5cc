/** Run by scripts/bench.mjs, bundled, in the repository's folder, after a build for production. */
import { readFileSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { lintFolder } from './command-line';
import { conversion, wholeAnalysis } from './core';
import { edits, firstDiagnostics } from './server';
import { kibibytes, table, type Row } from './table';

const [vsix = '', corpus] = process.argv.slice(2);
const server = 'dist/server.js';

const rows: Row[] = [
  ...(await edits(server)),
  await firstDiagnostics(server),
  await wholeAnalysis(),
  await conversion(),
  await lintFolder('dist/cli.js', corpus),
  packageSize(),
  ...['client.js', 'client.browser.js', 'server.js', 'cli.js'].map(bundleSize),
];
process.stdout.write(`${table(rows)}\n`);

function packageSize(): Row {
  const { size } = statSync(vsix);
  return { what: 'VSIX', budget: '1 MB', measured: kibibytes(size), within: size <= 1_000_000 };
}

function bundleSize(name: string): Row {
  const content = readFileSync(`dist/${name}`);
  const measured = `${kibibytes(content.length)} (${kibibytes(gzipSync(content).length)} gzip)`;
  return { what: `dist/${name}`, budget: '', measured, within: undefined };
}
