/** Builds and runs a Dockerfile as it is and as the converter makes it, and says whether both answer alike. */
import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureDependencies } from './ensure-dependencies.mjs';
import { ExplainedError, runScript, say } from './reporting.mjs';
import { repository } from './rule-files.mjs';
import { runNode } from './tools.mjs';
import { capture } from './try-it/capture.mjs';
import { compare, table, tail } from './try-it/compare.mjs';
import { findEngine } from './try-it/engine.mjs';
import { hasShell, tryImage } from './try-it/trial.mjs';

const HELP = `usage: node scripts/try-it.mjs DOCKERFILE --context FOLDER [options]

Builds a Dockerfile as it is and as \`jettison convert\` makes it, runs both images and compares what they answer over
HTTP, or how they end and what they print. Needs Docker or Podman. Images and containers are removed at the end.

  --context FOLDER     the build context
  --port PORT          where the program listens; without it, the one port of EXPOSE. A program without a port is run
                       to its end.
  --path PATH          what to ask for; may be given several times (default: /)
  --wait SECONDS       patience for an answer, or for the program's end (default: 60)
  --env NAME=VALUE     for both containers; may be given several times
  --build-arg NAME=VALUE
                       for both builds; may be given several times
  --runtime FLAVOUR    as for \`jettison convert\`
  --optimise           as for \`jettison convert\`
  --engine NAME        docker or podman (default: the first that works)
  --keep               keep both images and the converted file, and say where they are
  --help               print this

Exit code: 0 when both images build and do the same, 1 when they do not or there is no engine.`;

const OPTIONS = {
  context: { type: 'string' },
  port: { type: 'string' },
  path: { type: 'string', multiple: true, default: ['/'] },
  wait: { type: 'string', default: '60' },
  env: { type: 'string', multiple: true, default: [] },
  'build-arg': { type: 'string', multiple: true, default: [] },
  runtime: { type: 'string', default: 'auto' },
  optimise: { type: 'boolean', default: false },
  engine: { type: 'string' },
  keep: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
};

await runScript(async () => {
  const options = readOptions();
  if (options === undefined) return say(HELP);
  const interrupted = new AbortController();
  process.once('SIGINT', () => interrupted.abort());
  const engine = await findEngine(options.engine, interrupted.signal);
  const folder = await mkdtemp(path.join(os.tmpdir(), 'jettison-try-it-'));
  const tag = (side) => `${path.basename(folder).toLowerCase()}:${side}`;
  try {
    const converted = await convert(options, folder);
    const before = await observe(engine, options.file, tag('before'), options);
    const port = options.port ?? onlyPort(before.image);
    const trial = { ...options, port };
    before.trial = await tryImage(engine, tag('before'), trial);
    requireStarted('as it is', before.trial);
    const after = await observe(engine, converted, tag('after'), options);
    after.trial = await tryImage(engine, tag('after'), trial);
    requireStarted('converted', after.trial);
    report(before, after);
    if (options.keep) say(`kept: ${tag('before')}, ${tag('after')}, ${converted}`);
  } catch (error) {
    throw interrupted.signal.aborted ? new ExplainedError('interrupted') : error;
  } finally {
    if (!options.keep) {
      await engine.removeImage(tag('before'));
      await engine.removeImage(tag('after'));
      await rm(folder, { recursive: true });
    }
  }
});

/** The command line; undefined when only help is wanted. */
function readOptions() {
  let parsed;
  try {
    parsed = parseArgs({ options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new ExplainedError(`${error.message}\n\n${HELP}`);
  }
  const { values, positionals } = parsed;
  if (values.help) return undefined;
  const [file, ...rest] = positionals;
  if (file === undefined || rest.length > 0 || values.context === undefined) throw new ExplainedError(HELP);
  if (!existsSync(file)) throw new ExplainedError(`${file}: no such file`);
  if (!existsSync(values.context)) throw new ExplainedError(`--context ${values.context}: no such folder`);
  const number = (name) => {
    if (!/^[1-9]\d*$/.test(values[name])) throw new ExplainedError(`--${name} ${values[name]}: not a number`);
    return Number(values[name]);
  };
  return {
    ...values,
    file: path.resolve(file),
    context: path.resolve(values.context),
    paths: values.path.map((asked) => (asked.startsWith('/') ? asked : `/${asked}`)),
    port: values.port === undefined ? undefined : number('port'),
    wait: number('wait'),
    buildArguments: values['build-arg'],
  };
}

/** Converts the file with the sources as they are now; gives the new file, which is outside the context. */
async function convert({ file, context, runtime, optimise }, folder) {
  await ensureDependencies();
  const bundled = await runNode('esbuild.mjs', []);
  if (bundled.code !== 0) throw new ExplainedError(bundled.output);
  const cli = path.join(repository, 'dist', 'cli.js');
  const settings = ['--context', context, '--runtime', runtime, ...(optimise ? ['--optimise'] : [])];
  const { code, stdout, stderr } = await capture(process.execPath, [
    cli,
    'convert',
    file,
    '--json',
    ...settings,
  ]);
  if (code === undefined || stdout === '') throw new ExplainedError(stderr);
  const { status, dockerfile, runtime: image, reasons, warnings } = JSON.parse(stdout);
  if (status !== 'converted') {
    throw new ExplainedError([`${status}:`, ...reasons.map(({ message }) => message)].join('\n  '));
  }
  say(`converted onto ${image}`);
  for (const { message } of warnings) say(`warning: ${message}`);
  const converted = path.join(folder, 'after.Dockerfile');
  await writeFile(converted, dockerfile);
  // The build engines look for it beside the Dockerfile.
  const ignored = `${file}.dockerignore`;
  if (existsSync(ignored)) await copyFile(ignored, `${converted}.dockerignore`);
  return converted;
}

async function observe(engine, dockerfile, tag, { context, buildArguments }) {
  const side = tag.endsWith(':before') ? 'as it is' : 'converted';
  process.stderr.write(`building the image ${side} (${engine.name})...\n`);
  const start = performance.now();
  const { built, output } = await engine.build(dockerfile, context, tag, buildArguments);
  if (!built) throw new ExplainedError(`the Dockerfile ${side} does not build:\n${tail(output)}`);
  const seconds = Math.round((performance.now() - start) / 1000);
  return { seconds, image: await engine.image(tag), shell: await hasShell(engine, tag) };
}

function onlyPort({ ports }) {
  return ports.length === 1 ? ports[0] : undefined;
}

function requireStarted(side, { problem }) {
  if (problem !== undefined) throw new ExplainedError(`the image ${side} does not start: ${problem}`);
}

function report(before, after) {
  const { rows, differences } = compare(before, after);
  say(`\n${table([['', 'before', 'after'], ...rows])}\n`);
  if (differences.length === 0) return say('Both do the same.');
  for (const { title, details } of differences)
    say(details ? `DIFFERS ${title}\n${details}` : `DIFFERS ${title}`);
  for (const [side, { trial }] of Object.entries({ before, after })) {
    if (trial.answers.length > 0 && trial.output.trim() !== '')
      say(`\n${side} it printed:\n${tail(trial.output)}`);
  }
  process.exitCode = 1;
}
