/** The projects of the image tests: folders below `test/images/`, each with an `image-test.json`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ExplainedError } from '../reporting.mjs';
import { repository } from '../rule-files.mjs';

const root = path.join(repository, 'test', 'images');

/** What an `image-test.json` may say. `context` and `dockerfile` are paths seen from its folder. */
const fields = {
  language: 'string',
  context: 'string',
  dockerfile: 'string',
  port: 'number',
  paths: 'object',
  env: 'object',
  buildArguments: 'object',
  wait: 'number',
};

/**
 * All projects, by name.
 * @throws ExplainedError where one cannot be read.
 */
export function imageTests() {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readProject(name))
    .sort((a, b) => a.language.localeCompare(b.language) || a.name.localeCompare(b.name));
}

/** The first project of each language, then the second of each, and so on: where time runs out, no language is left out. */
export function byTurns(projects) {
  const turn = (project) => projects.filter(({ language }) => language === project.language).indexOf(project);
  return [...projects].sort((a, b) => turn(a) - turn(b));
}

function readProject(name) {
  const folder = path.join(root, name);
  const file = path.join(folder, 'image-test.json');
  const fault = (message) => new ExplainedError(`test/images/${name}/image-test.json: ${message}`);
  let settings;
  try {
    settings = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw fault(error.message);
  }
  for (const [key, value] of Object.entries(settings)) {
    if (fields[key] === undefined) throw fault(`${key} is not known`);
    if (typeof value !== fields[key]) throw fault(`${key} is no ${fields[key]}`);
  }
  if (settings.language === undefined) throw fault('language is missing');
  const project = {
    name,
    language: settings.language,
    context: path.resolve(folder, settings.context ?? 'context'),
    dockerfile: path.resolve(folder, settings.dockerfile ?? 'Dockerfile'),
    port: settings.port,
    paths: settings.paths ?? ['/'],
    env: settings.env ?? [],
    buildArguments: settings.buildArguments ?? [],
    // A start command that compiles takes its time on a busy machine; whoever answers at once is not waited for.
    wait: settings.wait ?? 300,
  };
  for (const needed of [project.context, project.dockerfile])
    if (!existsSync(needed)) throw fault(`${path.relative(repository, needed)} does not exist`);
  return project;
}
