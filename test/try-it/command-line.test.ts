import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

function tryIt(args: readonly string[], env: Record<string, string> = {}): ReturnType<typeof spawnSync> {
  const options = { encoding: 'utf8', env: { ...process.env, ...env } } as const;
  return spawnSync(process.execPath, ['scripts/try-it.mjs', ...args], options);
}

describe('scripts/try-it.mjs', () => {
  it('explains itself', () => {
    const { status, stdout } = tryIt(['--help']);
    expect(status).toBe(0);
    expect(stdout).toContain('usage: node scripts/try-it.mjs DOCKERFILE --context FOLDER');
  });

  it('says in one line that there is no engine', () => {
    const { status, stdout, stderr } = tryIt(['package.json', '--context', '.'], { PATH: '' });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toBe('error: no container engine: docker and podman are not installed or not running\n');
  });

  it.each([
    [['no-such-Dockerfile', '--context', '.'], 'no-such-Dockerfile: no such file'],
    [['package.json', '--context', 'no-such-folder'], '--context no-such-folder: no such folder'],
    [['package.json', '--context', '.', '--port', 'http'], '--port http: not a number'],
    [['package.json', '--context', '.', '--engine', 'rkt'], '--engine rkt: only docker and podman'],
    [['package.json'], 'usage: '],
    [['package.json', '--context', '.', '--frob'], "Unknown option '--frob'"],
  ])('refuses %j with the reason', (args, reason) => {
    const { status, stderr } = tryIt(args);
    expect(status).toBe(1);
    expect(stderr).toContain(reason);
  });
});
