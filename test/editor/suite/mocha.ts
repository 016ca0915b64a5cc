/**
 * Mocha for both extension hosts. The browser build is used in both: it needs neither files nor a terminal, and so the
 * very same bundle runs in Node.js and in a web worker. This module comes first in the bundle, because the test
 * modules call `describe` and `it` as they load.
 */
import 'mocha/mocha.js';
import { recordEnd, recordStart } from './progress';

class ProgressReporter {
  constructor(runner: Mocha.Runner) {
    runner.on('test', (test) => recordStart(test.fullTitle()));
    runner.on('pass', (test) => recordEnd({ title: test.fullTitle(), state: 'passed' }));
    runner.on('pending', (test) => recordEnd({ title: test.fullTitle(), state: 'skipped' }));
    runner.on('fail', (test, error: Error) => {
      recordEnd({ title: test.fullTitle(), state: 'failed', error: error.stack ?? String(error) });
    });
  }
}

// No timeout for a test: a slow machine is not a failure, and the harness ends a suite that hangs.
const mocha = new Mocha({ timeout: 0, reporter: ProgressReporter as unknown as Mocha.ReporterConstructor });
mocha.suite.emit('pre-require', globalThis, '', mocha);

export function runMocha(): Promise<number> {
  return new Promise((resolve) => mocha.run(resolve));
}
