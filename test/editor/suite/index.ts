/** What VS Code calls in its extension host, in Node.js as well as in a web worker. */
import { runMocha } from './mocha';
import './diagnostics.suite';
import './conversion.suite';
import './saving.suite';
import './settings.suite';
import './suppression.suite';
import './snippets.suite';
import './restart.suite';
import { recordFinished } from './progress';

export async function run(): Promise<void> {
  const failures = await runMocha();
  await recordFinished();
  if (failures > 0) throw new Error(`${failures} of the editor tests failed`);
}
