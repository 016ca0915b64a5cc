import { describe, expect, it } from 'vitest';
import { spawnedBy } from '../../server/src/ecosystems/node/spawned';
import { projectFromFiles } from '../../server/src/project/memory';

function spawned(text: string): readonly string[] | string {
  const result = spawnedBy(['a.js'], projectFromFiles({ 'a.js': text }));
  return result.known ? result.value : 'unknown';
}

describe('programs that sources start', () => {
  it.each([
    ["const app = require('express')();", []],
    ["/x/.exec('text');", []],
    ["const cp = require('child_process'); cp.fork('./worker.js'); /x/.exec('y'); pattern.exec(z);", []],
    ["import { spawn } from 'node:child_process'; spawn('git', ['log']);", ['git']],
    ["import * as cp from 'child_process'; cp.execFileSync('ffmpeg', []);", ['ffmpeg']],
    ["const { exec } = require('child_process'); exec('ls -l');", ['sh', 'ls']],
    ["const { spawn } = require('child_process'); spawn(process.execPath, ['a']);", []],
  ])('%s', (text, expected) => {
    expect(spawned(text)).toEqual(expected);
  });

  it.each([
    "const { spawn } = require('child_process'); spawn(name, []);",
    "const { exec } = require('child_process'); exec(`${name} -l`);",
    "import { promisify } from 'util'; import { exec } from 'child_process'; promisify(exec)('ls');",
    "import { execa } from 'execa'; await execa('git');",
    "const run = require('child_process').exec;",
  ])('%s is not followed', (text) => {
    expect(spawned(text)).toBe('unknown');
  });
});
