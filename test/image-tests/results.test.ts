import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';

interface Side {
  readonly size: number;
  readonly user: string;
  readonly shell: boolean;
}

interface Result {
  readonly language: string;
  readonly name: string;
  readonly runtime: string;
  readonly outcome: 'passed' | 'failed' | 'not run';
  readonly reason?: string;
  readonly before?: Side;
  readonly after?: Side;
}

const load = (file: string): Promise<unknown> =>
  import(pathToFileURL(path.resolve('scripts', 'image-tests', file)).href);
const { basesOf } = (await load('bases.mjs')) as { basesOf(dockerfile: string): string[] };
const { imageTests } = (await load('projects.mjs')) as { imageTests(): unknown[] };
const { resultsPage } = (await load('results.mjs')) as {
  resultsPage(results: readonly Result[], circumstances: { engine: string; assembled: boolean }): string;
};

describe('basesOf', () => {
  it('names images of FROM and COPY, variables filled in, without stages and scratch', () => {
    const text = [
      'ARG VERSION=1.26',
      'FROM --platform=linux/amd64 golang:${VERSION} AS build',
      'FROM build AS test',
      'FROM scratch',
      'COPY --from=build /a /a',
      'COPY --from=busybox:1 /bin/sh /sh',
    ].join('\n');
    expect(basesOf(text)).toEqual(['golang:1.26', 'busybox:1']);
  });
});

describe('resultsPage', () => {
  const before = { size: 1e9, user: '', shell: true };
  const after = { size: 2e7, user: '65532', shell: false };

  it('counts what passed, failed and was not run, and says why', () => {
    const page = resultsPage(
      [
        { language: 'go', name: 'a', before, after, runtime: 'static', outcome: 'passed' },
        { language: 'go', name: 'b', runtime: 'static', outcome: 'failed', reason: 'does not build after' },
        { language: '.net', name: 'c', runtime: 'aspnet', outcome: 'not run', reason: 'no | base' },
      ],
      { engine: 'podman', assembled: false },
    );
    expect(page).toContain('1 passed, 1 failed, 1 not run.');
    expect(page).toContain(
      '| go | a | 1000.0 MB | 20.0 MB | 98 % | `static` | root → 65532 | yes → no | the same answers |',
    );
    expect(page).toContain('failed: does not build after');
    expect(page).toContain('not run: no \\| base');
    expect(page).not.toContain('assembled');
  });
});

describe('the image tests', () => {
  it('can all be read', () => {
    expect(imageTests().length).toBeGreaterThan(10);
  });

  it('end with one clear line where there is no engine', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/image-tests.mjs'], {
      encoding: 'utf8',
      env: { ...process.env, PATH: '' },
    });
    expect(status).toBe(1);
    expect(stderr.trim()).toBe(
      'error: no container engine: docker and podman are not installed or not running',
    );
  });
});
