/**
 * `npm run test:images`: converts the projects of `test/images`, builds and runs them before and after, compares what they
 * answer, and records sizes, users and shells in `docs/results.md`. Needs Docker or Podman.
 */
import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureDependencies } from './ensure-dependencies.mjs';
import { baseImages, basesOf } from './image-tests/bases.mjs';
import { byTurns, imageTests } from './image-tests/projects.mjs';
import { resultsPage } from './image-tests/results.mjs';
import { ExplainedError, runScript, say } from './reporting.mjs';
import { repository } from './rule-files.mjs';
import { runNode } from './tools.mjs';
import { capture } from './try-it/capture.mjs';
import { compare, tail } from './try-it/compare.mjs';
import { findEngine } from './try-it/engine.mjs';
import { hasShell, tryImage } from './try-it/trial.mjs';

const HELP = `usage: npm run test:images [-- options]

  --only TEXT      the projects whose name or language contains it; the results are then not recorded
  --minutes N      start no project after so many minutes: the others count as not run
  --engine NAME    docker or podman (default: the first that works)

Base images that are not on this machine are pulled. JETTISON_BASES names a command that is asked first: it gets the
reference as its last argument, and leaves an image of that name.`;

await runScript(async () => {
  const options = readOptions();
  if (options === undefined) return say(HELP);
  const interrupted = new AbortController();
  process.once('SIGINT', () => interrupted.abort());
  const engine = await findEngine(options.engine, interrupted.signal);
  await ensureDependencies();
  const bundled = await runNode('esbuild.mjs', []);
  if (bundled.code !== 0) throw new ExplainedError(bundled.output);
  const bases = baseImages(engine, process.env.JETTISON_BASES);
  const folder = await mkdtemp(path.join(os.tmpdir(), 'jettison-images-'));
  const deadline = Date.now() + options.minutes * 60_000;
  const results = [];
  try {
    for (const project of byTurns(chosen(options.only))) {
      if (interrupted.signal.aborted) throw new ExplainedError('interrupted');
      const start = performance.now();
      const result =
        Date.now() > deadline
          ? { outcome: 'not run', reason: `the ${options.minutes} minutes were over` }
          : await testProject(engine, bases, project, folder);
      results.push({ ...project, ...result });
      const seconds = Math.round((performance.now() - start) / 1000);
      say(
        `${result.outcome.padEnd(8)}${project.language}: ${project.name} (${seconds} s) ${summary(result)}`,
      );
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  results.sort((a, b) => a.language.localeCompare(b.language) || a.name.localeCompare(b.name));
  await report(results, engine, bases, options.only);
});

function readOptions() {
  const settings = {
    only: { type: 'string' },
    minutes: { type: 'string', default: '600' },
    engine: { type: 'string' },
    help: { type: 'boolean', default: false },
  };
  let values;
  try {
    ({ values } = parseArgs({ options: settings }));
  } catch (error) {
    throw new ExplainedError(`${error.message}\n\n${HELP}`);
  }
  if (values.help) return undefined;
  if (!/^\d+$/.test(values.minutes)) throw new ExplainedError(`--minutes ${values.minutes}: not a number`);
  return { ...values, minutes: Number(values.minutes) };
}

function chosen(only) {
  const projects = imageTests();
  if (only === undefined) return projects;
  const found = projects.filter(({ name, language }) => name.includes(only) || language.includes(only));
  if (found.length === 0) throw new ExplainedError(`--only ${only}: no such project`);
  return found;
}

/** One project, from its Dockerfile to what both images answer. Never throws for what is the project's own fault. */
async function testProject(engine, bases, project, folder) {
  const tag = (side) => `${path.basename(folder).toLowerCase()}-${project.name}:${side}`;
  const converted = await convert(project, folder);
  if (converted.reason !== undefined) return { outcome: 'failed', reason: converted.reason };
  const { file, runtime } = converted;
  const texts = await Promise.all([project.dockerfile, file].map((each) => readFile(each, 'utf8')));
  const missing = await bases.missing([...new Set(texts.flatMap(basesOf))]);
  if (missing !== undefined)
    return { outcome: 'not run', runtime, reason: `the base image ${missing} is not available` };
  try {
    const sides = {};
    for (const [side, dockerfile] of Object.entries({ before: project.dockerfile, after: file })) {
      const { built, output } = await engine.build(
        dockerfile,
        project.context,
        tag(side),
        project.buildArguments,
      );
      if (!built)
        return { outcome: 'failed', runtime, reason: `does not build ${side}`, details: tail(output) };
      const trial = await tryImage(engine, tag(side), project);
      if (trial.problem !== undefined)
        return { outcome: 'failed', runtime, reason: `does not start ${side}: ${trial.problem}` };
      sides[side] = {
        seconds: 0,
        image: await engine.image(tag(side)),
        shell: await hasShell(engine, tag(side)),
        trial,
      };
    }
    const { differences } = compare(sides.before, sides.after);
    const measured = Object.fromEntries(
      Object.entries(sides).map(([side, { image, shell }]) => [
        side,
        { size: image.size, user: image.user, shell },
      ]),
    );
    if (differences.length === 0) return { outcome: 'passed', runtime, ...measured };
    const details = differences.map((each) => `${each.title}\n${each.details ?? ''}`).join('\n');
    return { outcome: 'failed', runtime, ...measured, reason: differences[0].title, details };
  } finally {
    for (const side of ['before', 'after']) await engine.removeImage(tag(side));
  }
}

/** The converted Dockerfile, outside of the context, with the image that it ends on; or why there is none. */
async function convert({ name, dockerfile, context }, folder) {
  const cli = path.join(repository, 'dist', 'cli.js');
  const { stdout, stderr } = await capture(process.execPath, [
    cli,
    'convert',
    dockerfile,
    '--context',
    context,
    '--json',
  ]);
  let conversion;
  try {
    conversion = JSON.parse(stdout);
  } catch {
    return { reason: `the command line failed: ${stderr.trim()}` };
  }
  if (conversion.status !== 'converted')
    return { reason: `${conversion.status}: ${conversion.reasons.map(({ message }) => message).join('; ')}` };
  const file = path.join(folder, `${name}.Dockerfile`);
  await writeFile(file, conversion.dockerfile);
  // The build engines look for it beside the Dockerfile.
  const ignored = `${dockerfile}.dockerignore`;
  if (existsSync(ignored)) await copyFile(ignored, `${file}.dockerignore`);
  return { file, runtime: conversion.runtime };
}

function summary({ outcome, reason, details, before, after }) {
  const sizes = before && after ? `${mega(before.size)} -> ${mega(after.size)} MB` : '';
  if (outcome === 'passed') return sizes;
  return [sizes, reason].filter(Boolean).join(', ') + (details === undefined ? '' : `\n${details}`);
}

function mega(bytes) {
  return Math.round(bytes / 1e6);
}

async function report(results, engine, bases, only) {
  const count = (outcome) => results.filter((result) => result.outcome === outcome).length;
  if (only === undefined) {
    const { format, resolveConfig } = await import('prettier');
    const file = path.join(repository, 'docs', 'results.md');
    const page = resultsPage(results, { engine: engine.name, assembled: bases.state.assembled });
    await writeFile(file, await format(page, { ...(await resolveConfig(file)), filepath: file }));
    say('wrote docs/results.md');
  }
  for (const { outcome, language, name, reason } of results)
    if (outcome === 'not run') say(`not run: ${language}: ${name}: ${reason}`);
  say(`${count('passed')} passed, ${count('failed')} failed, ${count('not run')} not run`);
  if (count('failed') > 0 || count('passed') === 0) process.exitCode = 1;
}
