// Writes the recorded results of the conversion fixtures anew; the difference is for a person to review.
import { spawnSync } from 'node:child_process';

const { status } = spawnSync('npx', ['vitest', 'run', 'test/convert/fixtures.test.ts'], {
  stdio: 'inherit',
  env: { ...process.env, JETTISON_UPDATE_SNAPSHOTS: '1' },
});
process.exit(status ?? 1);
