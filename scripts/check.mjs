/** `npm run check`: everything that can be known without running the product. Exactly what CI runs. */
import { availableParallelism } from 'node:os';
import { ensureDependencies } from './ensure-dependencies.mjs';
import { ExplainedError, runScript, say } from './reporting.mjs';
import { runNode, toolScript } from './tools.mjs';

const tsc = (project) => () => [toolScript('typescript', 'tsc'), '-p', project];

// The slow ones first, so that the last to end is not the longest.
const CHECKS = [
  ['lint', () => [toolScript('eslint'), '.', '--max-warnings', '0']],
  ['types: server', tsc('server/tsconfig.json')],
  ['types: client', tsc('client/tsconfig.json')],
  ['types: tests', tsc('test/tsconfig.json')],
  ['types: editor tests', tsc('test/editor/tsconfig.json')],
  ['format', () => [toolScript('prettier'), '--check', '--log-level', 'warn', '.']],
  [
    'imports',
    () => [
      toolScript('dependency-cruiser', 'depcruise'),
      '--config',
      '.dependency-cruiser.mjs',
      'server',
      'client',
    ],
  ],
  ['unused code', () => [toolScript('knip')]],
  ['generated files', () => ['scripts/generate.mjs', '--check']],
];

await runScript(async () => {
  await ensureDependencies();
  const waiting = [...CHECKS];
  const failed = [];
  async function work() {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [name, command] = next;
      if (!(await passes(name, command))) failed.push(name);
    }
  }
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), CHECKS.length) }, work));
  if (failed.length > 0)
    throw new ExplainedError(`${failed.length} of ${CHECKS.length} checks failed: ${failed.join(', ')}`);
  say(`All ${CHECKS.length} checks passed.`);
});

async function passes(name, command) {
  const start = performance.now();
  const { code, output, ending } = await run(command);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (code === 0) {
    say(`ok    ${name} (${seconds} s)`);
    return true;
  }
  say(`FAIL  ${name} (${seconds} s): ${ending}`);
  const details = output.trimEnd();
  if (details !== '') say(details.replace(/^/gm, '      '));
  return false;
}

async function run(command) {
  try {
    const [script, ...args] = command();
    return await runNode(script, args);
  } catch (error) {
    if (!(error instanceof ExplainedError)) throw error;
    return { code: undefined, output: '', ending: `could not run: ${error.message}` };
  }
}
