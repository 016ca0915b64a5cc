import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../server/src/ecosystems/node/manifest';
import { followStart } from '../../server/src/ecosystems/node/scripts';

function manifest(scripts: Record<string, string>): Manifest {
  return {
    folder: '',
    main: undefined,
    scripts: new Map(Object.entries(scripts)),
    production: new Map(),
    development: [],
    workspaces: false,
    linksModules: true,
    packageManager: undefined,
  };
}

function follow(command: string, scripts: Record<string, string> = {}): string {
  const result = followStart(command.split(' '), manifest(scripts), undefined);
  if ('because' in result) return `because ${result.because}`;
  return [...[...result.environment].map(([name, value]) => `${name}=${value}`), ...result.argv].join(' ');
}

describe('start commands of Node.js', () => {
  it.each([
    ['node server.js', {}, 'node server.js'],
    ['npm start', { start: 'node server.js' }, 'node server.js'],
    ['npm start', {}, 'node server.js'],
    ['npm run serve -- --port 80', { serve: 'node server.js' }, 'node server.js --port 80'],
    ['npm run -s serve', { serve: 'exec node .' }, 'node .'],
    ['yarn serve', { serve: 'NODE_ENV=production node dist/main' }, 'NODE_ENV=production node dist/main'],
    ['pnpm start', { start: 'pnpm run live', live: 'cross-env A=1 node a.mjs' }, 'A=1 node a.mjs'],
    ['yarn node server.js', {}, 'node server.js'],
    ['npx next start', {}, 'node node_modules/next/dist/bin/next start'],
    ['npm start', { start: 'next start -p 80' }, 'node node_modules/next/dist/bin/next start -p 80'],
  ])('%s is followed', (command, scripts, expected) => {
    expect(follow(command, scripts)).toBe(expected);
  });

  it.each([
    ['npm start', { prestart: 'node migrate.js', start: 'node server.js' }],
    ['npm start', { start: 'tsc && node server.js' }],
    ['npm start', { start: 'node server.js > log' }],
    ['npm start', { start: 'node server.js &' }],
    ['npm start', { start: 'node server.js --port $PORT' }],
    ['npm start', { start: 'node dist/*.js' }],
    ['npm start', { start: 'npm start' }],
    ['npm start', { start: 'next dev' }],
    ['npm start', { start: 'nodemon server.js' }],
    ['npm start', { start: 'cross-env PORT=$P node server.js' }],
    ['npm start --prefix server', { start: 'node server.js' }],
    ['npm run serve --port 80', { serve: 'node server.js' }],
    ['npm run missing', {}],
    ['npm serve', { serve: 'node server.js' }],
    ['npm', {}],
  ])('%s is left to the package manager', (command, scripts) => {
    expect(follow(command, scripts)).toMatch(/^because ./);
  });
});
