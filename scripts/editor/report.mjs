/** Judges and prints what a suite reported. */
import { ExplainedError, say } from '../reporting.mjs';

/** One generous limit for a whole suite. No single test has one: a slow machine is not a failure. */
export const suiteTimeout = Number(process.env.JETTISON_EDITOR_TIMEOUT ?? 600) * 1000;

const MARKS = { passed: 'ok  ', failed: 'FAIL', skipped: 'skip' };

/**
 * Prints each test, and throws unless every one of them ran and passed in the host that was asked for.
 * `ending` says how the run ended where the suite itself could not.
 */
export function judge(host, progress, ending) {
  if (progress === undefined) {
    throw new ExplainedError(`the editor suite never started in the ${host} extension host: ${ending}`);
  }
  const { results, editor } = progress;
  say(`  ${editor}, ${progress.host} extension host`);
  for (const { state, title, error } of results) {
    say(`  ${MARKS[state]} ${title}`);
    if (error !== undefined) say(error.replace(/^/gm, '         '));
  }
  const passed = results.filter(({ state }) => state === 'passed').length;
  say(`  ${passed} of ${results.length} passed`);
  if (!progress.finished)
    throw new ExplainedError(`the editor suite did not finish: ${whereIn(progress)}; ${ending}`);
  if (progress.host !== host)
    throw new ExplainedError(`the suite ran in the ${progress.host} host, not in ${host}`);
  if (results.length === 0) throw new ExplainedError('the editor suite ran no test');
  if (passed < results.length) throw new ExplainedError(`editor tests failed or were skipped (${host} host)`);
}

function whereIn({ running, waitingFor }) {
  if (running === undefined) return 'no test was running';
  return `"${running}" was running${waitingFor === undefined ? '' : `, waiting for ${waitingFor}`}`;
}

export function timedOut() {
  const seconds = suiteTimeout / 1000;
  return `it was stopped after ${seconds} seconds (JETTISON_EDITOR_TIMEOUT allows more)`;
}
