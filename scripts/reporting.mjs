/** What the scripts say to the person who started them. */

/** A failure whose message is all that a reader needs: it is printed without a stack. */
export class ExplainedError extends Error {}

export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** Runs a script's main function; a failure becomes one clear line and exit code 1. */
export async function runScript(main) {
  try {
    await main();
  } catch (error) {
    const text = error instanceof ExplainedError ? error.message : (error?.stack ?? String(error));
    process.stderr.write(`error: ${text}\n`);
    process.exitCode = 1;
  }
}
