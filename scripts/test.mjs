/**
 * `npm test`: builds, then runs the unit, fixture, protocol and grammar tests and those in a real VS Code.
 * Ends with `N passed, N failed` on a line of its own. A part that runs no test at all has failed.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureDependencies } from './ensure-dependencies.mjs';
import { ExplainedError, runScript, say } from './reporting.mjs';
import { runNode, toolScript } from './tools.mjs';

const PARTS = {
  'unit, fixture, protocol and grammar tests': runVitest,
  'tests in a real VS Code': runEditorTests,
};

const show = (chunk) => process.stdout.write(chunk);

await runScript(async () => {
  const totals = { passed: 0, failed: 0 };
  try {
    await ensureDependencies();
    await build();
    for (const [name, part] of Object.entries(PARTS)) {
      say(`\n== ${name}`);
      const { passed, failed } = judged(name, await part());
      totals.passed += passed;
      totals.failed += failed;
    }
  } catch (error) {
    totals.failed += 1;
    say(`error: ${error instanceof ExplainedError ? error.message : error.stack}`);
  }
  if (totals.failed > 0) process.exitCode = 1;
  say(`\n${totals.passed} passed, ${totals.failed} failed`);
});

async function build() {
  say('== build');
  const { code, output, ending } = await runNode('esbuild.mjs', []);
  if (code !== 0) throw new ExplainedError(`the build failed (${ending})\n${output.trimEnd()}`);
}

/** A part that ended badly although no test failed counts as one failure, and so does one that ran nothing. */
function judged(name, { passed, failed, code, ending }) {
  if (passed + failed === 0) say(`FAIL  ${name}: no test ran (${ending})`);
  else if (code !== 0 && failed === 0) say(`FAIL  ${name}: ${ending}, though no test failed`);
  else return { passed, failed };
  return { passed, failed: failed + 1 };
}

async function runVitest() {
  const folder = await mkdtemp(path.join(tmpdir(), 'jettison-test-'));
  try {
    const report = path.join(folder, 'vitest.json');
    const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
    const ended = await runNode(toolScript('vitest'), ['run', ...reporters], {
      onOutput: show,
      env: { NO_COLOR: '1' },
    });
    return { ...ended, ...(await countsOf(report)) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function countsOf(report) {
  try {
    const counts = JSON.parse(await readFile(report, 'utf8'));
    const { numPassedTests, numFailedTests, numPendingTests, testResults } = counts;
    if (numPendingTests > 0) say(`skipped on this machine: ${numPendingTests}`);
    // A file that does not even load has no tests to count.
    const broken = testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
    );
    return { passed: numPassedTests, failed: numFailedTests + broken.length };
  } catch (error) {
    say(`the report of vitest cannot be read: ${error.message}`);
    return { passed: 0, failed: 0 };
  }
}

/** The editor tests print a line for each test; a skipped one has not passed. */
async function runEditorTests() {
  const ended = await runNode('scripts/editor/test.mjs', [], { onOutput: show });
  const count = (pattern) => ended.output.match(pattern)?.length ?? 0;
  return { ...ended, passed: count(/^ {2}ok {3}/gm), failed: count(/^ {2}(FAIL|skip) /gm) };
}
