/** Docker or Podman, whichever works: what trying an image needs of them, in the words that both know. */
import path from 'node:path';
import { findOnPath } from '../processes.mjs';
import { ExplainedError } from '../reporting.mjs';
import { capture } from './capture.mjs';

const HOST_ADDRESS = '127.0.0.1';
const BUILD_TIMEOUT = 30 * 60_000;
const COMMAND_TIMEOUT = 2 * 60_000;
const PULL_TIMEOUT = 10 * 60_000;

/** Where containers cannot have what Podman gives them by default (in another container, say), less may work. */
const MODEST_LIMITS = ['--ulimit', 'nofile=1024:1024', '--ulimit', 'nproc=4096:4096'];
const NO_NETWORK = ['--network', 'none'];

const ENGINES = {
  docker: {
    answers: ['version', '--format', '{{.Server.Version}}'],
    async waysToBuild(program) {
      // A builder of its own keeps the image to itself, if it is not told otherwise.
      const { code } = await capture(program, ['buildx', 'version'], { timeout: COMMAND_TIMEOUT });
      return [code === 0 ? ['buildx', 'build', '--load'] : ['build']];
    },
    waysToRun: [{ before: [], after: [] }],
  },
  podman: {
    answers: ['info'],
    async waysToBuild() {
      // The format of OCI has no health checks. Old versions take the wrong layer from their cache for a COPY of
      // empty folders with --chown.
      const build = ['build', '--format', 'docker', '--layers=false'];
      return [build, [...build, '--isolation', 'chroot']];
    },
    waysToRun: [
      { before: [], after: [] },
      { before: [], after: MODEST_LIMITS },
      { before: [], after: [...MODEST_LIMITS, ...NO_NETWORK] },
      { before: ['--runtime', 'runc'], after: MODEST_LIMITS },
      { before: ['--runtime', 'runc'], after: [...MODEST_LIMITS, ...NO_NETWORK] },
    ].map(({ before, after }) => ({
      before,
      // As Docker has it.
      after: ['--sysctl', 'net.ipv4.ip_unprivileged_port_start=0', ...after],
    })),
  },
};

/**
 * The first engine that is installed and answers; `signal` ends what it does.
 * @param wanted its name, if only that one will do.
 * @throws ExplainedError when there is none.
 */
export async function findEngine(wanted, signal) {
  const names = wanted === undefined ? Object.keys(ENGINES) : [wanted];
  for (const name of names) {
    const kind = ENGINES[name];
    if (kind === undefined)
      throw new ExplainedError(`--engine ${name}: only ${Object.keys(ENGINES).join(' and ')}`);
    const program = findOnPath([name]);
    if (program === undefined) continue;
    const { code } = await capture(program, kind.answers, { timeout: COMMAND_TIMEOUT, signal });
    if (code === 0) return engine(name, program, await kind.waysToBuild(program), kind.waysToRun, signal);
  }
  throw new ExplainedError(
    `no container engine: ${names.join(' and ')} ${names.length > 1 ? 'are' : 'is'} not installed or not running`,
  );
}

function engine(name, program, waysToBuild, waysToRun, signal) {
  // Both shrink to the one way that worked.
  let buildWays = waysToBuild;
  let runWays = waysToRun;
  const command = (args, timeout = COMMAND_TIMEOUT) => capture(program, args, { timeout, signal });

  return {
    name,

    /** Builds an image; `output` says what went wrong if it did. */
    async build(dockerfile, context, tag, buildArguments) {
      const values = buildArguments.flatMap((value) => ['--build-arg', value]);
      let result;
      for (const way of buildWays) {
        result = await command([...way, ...values, '-t', tag, '-f', dockerfile, context], BUILD_TIMEOUT);
        if (signal.aborted) break;
        if (result.code === 0) {
          buildWays = [way];
          break;
        }
      }
      return { built: result.code === 0, output: result.output };
    },

    /** Whether an image is on this machine. */
    async hasImage(reference) {
      const { code } = await command(['image', 'inspect', reference]);
      return code === 0;
    },

    /** Fetches an image; whether that went well. */
    async pull(reference) {
      const { code } = await command(['pull', reference], PULL_TIMEOUT);
      return code === 0;
    },

    /** What an image is: size in bytes, user, TCP ports, health check. */
    async image(tag) {
      const [found] = await inspect(['image', 'inspect', tag]);
      return {
        size: found.Size,
        user: found.Config.User ?? '',
        ports: Object.keys(found.Config.ExposedPorts ?? {})
          .filter((port) => !port.endsWith('/udp'))
          .map((port) => Number.parseInt(port, 10)),
        healthCheck: (found.Config.Healthcheck ?? found.Healthcheck)?.Test,
      };
    },

    /** Starts a container; gives its id, or the engine's words for why it does not start. */
    async start(tag, { port, env, entrypoint, args = [] }) {
      const settings = [
        '--no-healthcheck',
        ...['--hostname', 'try-it'],
        ...(port === undefined ? [] : ['-p', `${HOST_ADDRESS}::${port}`]),
        ...(entrypoint === undefined ? [] : ['--entrypoint', entrypoint]),
        ...env.flatMap((value) => ['--env', value]),
      ];
      let problem = '';
      for (const way of runWays) {
        const created = await command([...way.before, 'create', ...settings, ...way.after, tag, ...args]);
        const id = created.stdout.trim();
        const started = created.code === 0 ? await command([...way.before, 'start', id]) : created;
        if (started.code === 0) {
          runWays = [way];
          return { id };
        }
        // The first way is the plain one: what it says is about the image.
        problem ||= started.stderr.trim();
        if (id !== '') await this.removeContainer(id);
        if (signal.aborted) break;
      }
      return { problem };
    },

    /** Whether a container runs, its exit code if not, its process on this machine, and where its port is. */
    async state(id, port) {
      const [{ State: state, NetworkSettings: network }] = await inspect(['container', 'inspect', id]);
      const published = network?.Ports?.[`${port}/tcp`]?.[0]?.HostPort;
      return {
        running: state.Running,
        exitCode: state.ExitCode,
        pid: state.Pid,
        address: published === undefined ? undefined : `${HOST_ADDRESS}:${published}`,
      };
    },

    /** What a container has printed; the beginning, if that is very much. */
    async logs(id) {
      const { output } = await capture(program, ['logs', id], {
        timeout: COMMAND_TIMEOUT,
        signal,
        headOnly: true,
      });
      return output;
    },

    /** Runs a command in a container; its exit code and output. */
    exec: (id, args) => command(['exec', id, ...args]),

    /** Asks a container to end, and kills it after `seconds`. */
    stop: (id, seconds) => command(['stop', '-t', String(seconds), id]),

    removeContainer: (id) =>
      capture(program, ['rm', '--force', '--volumes', id], { timeout: COMMAND_TIMEOUT }),

    removeImage: (tag) => capture(program, ['image', 'rm', '--force', tag], { timeout: COMMAND_TIMEOUT }),
  };

  async function inspect(args) {
    const { code, stdout, stderr } = await command(args);
    if (code !== 0) throw new ExplainedError(`${path.basename(program)} ${args.join(' ')}: ${stderr.trim()}`);
    return JSON.parse(stdout);
  }
}
