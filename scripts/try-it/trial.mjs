/** Running one image and asking what it answers. */
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { findOnPath } from '../processes.mjs';
import { ask } from './ask.mjs';
import { capture } from './capture.mjs';

const PAUSE = 250;
/** Some servers end only after their first answers. */
const LATER = 3000;
const SECONDS_TO_END = 5;
const KILLED = 137;
const SHELLS = ['/bin/sh', '/busybox/sh'];
const asking = fileURLToPath(new URL('ask.mjs', import.meta.url));

/**
 * Starts an image. With a port, asks for each path, and again a little later: an answer that changes by itself proves
 * nothing, and a server may end after its first answer. Without a port, lets the program run to its end. `wait` is the
 * patience for either, in seconds.
 */
export async function tryImage(engine, tag, { port, paths, env, wait }) {
  const { id, problem } = await engine.start(tag, { port, env });
  if (id === undefined) return { problem };
  try {
    const deadline = Date.now() + wait * 1000;
    const answers = port === undefined ? [] : await askAll(engine, id, port, paths, deadline);
    if (port === undefined) await untilEnd(engine, id, deadline);
    const { running, exitCode } = await engine.state(id, port);
    const health = running ? await healthCheck(engine, id, tag) : undefined;
    const output = await engine.logs(id);
    const endsWhenAsked = running ? await ends(engine, id) : undefined;
    return { answers, running, exitCode, output, health, endsWhenAsked };
  } finally {
    await engine.removeContainer(id);
  }
}

/** Whether an image has a shell, where shells are. */
export async function hasShell(engine, tag) {
  for (const entrypoint of SHELLS) {
    const { id } = await engine.start(tag, { env: [], entrypoint, args: ['-c', 'exit 0'] });
    if (id === undefined) continue;
    await untilEnd(engine, id, Date.now() + 10_000);
    const { exitCode } = await engine.state(id);
    await engine.removeContainer(id);
    if (exitCode === 0) return true;
  }
  return false;
}

async function askAll(engine, id, port, paths, deadline) {
  const answers = [];
  for (const path of paths) {
    answers.push({ path, ...(await askPatiently(engine, id, port, path, deadline)) });
  }
  await sleep(LATER);
  for (const answer of answers) {
    if (answer.problem !== undefined) continue;
    const again = await askPatiently(engine, id, port, answer.path, deadline);
    answer.changes = again.body !== answer.body;
    if (again.problem !== undefined) answer.problem = `answered once, then: ${again.problem}`;
  }
  return answers;
}

async function askPatiently(engine, id, port, path, deadline) {
  let problem = 'no answer';
  do {
    const { running, exitCode, pid, address } = await engine.state(id, port);
    if (!running) return { problem: `the program ended with exit code ${exitCode}` };
    for (const question of waysToAsk(address, pid, port, path)) {
      try {
        return await question();
      } catch (error) {
        problem = error.message;
      }
    }
    await sleep(PAUSE);
  } while (Date.now() < deadline);
  return { problem };
}

/** From here where the port is published and can be reached; else from inside the container's network (Linux). */
function* waysToAsk(address, pid, port, path) {
  if (address !== undefined) yield () => ask(`http://${address}${path}`);
  const nsenter = findOnPath(['nsenter']);
  if (nsenter === undefined || !pid) return;
  yield async () => {
    const inside = ['--net', '--target', String(pid), process.execPath, asking];
    const { code, stdout, stderr } = await capture(nsenter, [...inside, `http://127.0.0.1:${port}${path}`]);
    if (code !== 0) throw new Error(/Error: (.*)/.exec(stderr)?.[1] ?? stderr);
    return JSON.parse(stdout);
  };
}

async function untilEnd(engine, id, deadline) {
  while (Date.now() < deadline && (await engine.state(id)).running) await sleep(PAUSE);
}

/** The exit code of the image's own health check; undefined when it has none. */
async function healthCheck(engine, id, tag) {
  const { healthCheck: [kind, ...words] = [] } = await engine.image(tag);
  if (kind === undefined || kind === 'NONE') return undefined;
  const { code, output } = await engine.exec(id, kind === 'CMD-SHELL' ? ['/bin/sh', '-c', ...words] : words);
  return { code, output };
}

async function ends(engine, id) {
  await engine.stop(id, SECONDS_TO_END);
  const { exitCode } = await engine.state(id);
  return exitCode !== KILLED;
}
