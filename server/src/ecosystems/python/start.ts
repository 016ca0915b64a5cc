import type { Stage } from '../../model/model';
import type { Project } from '../../project/project';
import { joinPath } from '../../text/path';
import { callOf } from './installers';
import { ownScripts } from './requirements';

/** Programs of well-known packages that run the code of the project, and start no others. */
const servers =
  /^(gunicorn|uvicorn|flask|celery|hypercorn|daphne|streamlit|django-admin|waitress-serve|fastapi|granian|uwsgi|alembic|aerich|sanic|litestar|quart|robyn|chainlit|pytest|rq|rqworker|dramatiq|huey_consumer|arq|taskiq|pserve|meinheld|socketify|pyvoy|faust|opentelemetry-instrument|ddtrace-run|newrelic-admin|locust|scrapy|functions-framework)$/;

/** Programs of well-known packages that do more than run the code of the project. */
const installedPrograms =
  /^(jupyter(-lab|-notebook|hub)?|ipython|airflow|dagster|prefect|luigid|mlflow|superset|ansible(-playbook)?|aws|yt-dlp|supervisord|supervisorctl|circusd|honcho|pgadmin4|datasette|mkdocs|sphinx-build|twistd|langgraph|langflow|chroma|vllm|litellm|mcp|bokeh|panel|voila|solara|gradio|scrapyd|huggingface-cli|hf|pip|poetry|pipenv|uv|tox|nox|pre-commit|dvc|salt-\w+|odoo|cookiecutter)$/;

const interpreter = /^(\/usr(\/local)?\/bin\/)?python(3(\.\d+)?)?$/;

/** Tools that start a program in the environment that they have made. */
export interface UnwrappedStart {
  readonly argv: readonly string[];
  /** Words taken off the front. */
  readonly tool: string | undefined;
  /** Folder with the environment that the tool keeps in the home folder, when it has to look for it there. */
  readonly environment?: string;
}

/**
 * True for a command that comes with Python or with what is installed for it.
 * @param folders virtual environments and folders of `--user`.
 */
export function isOfPython(
  name: string,
  names: ReadonlySet<string>,
  project: Project,
  folders: readonly string[],
): boolean {
  if (interpreter.test(name)) return true;
  if (folders.some((folder) => name.startsWith(`${folder}/bin/`))) return true;
  const bare = name.replace(/^\/usr\/local\/bin\//, '');
  if (bare.includes('/')) return /(^|\/)\.?venv\/bin\/[\w.-]+$/.test(name);
  return (
    servers.test(bare) ||
    installedPrograms.test(bare) ||
    names.has(bare.toLowerCase().replaceAll('_', '-')) ||
    ownScripts(project).includes(bare)
  );
}

/** `poetry run X`, `pipenv run X` and `uv run X` without their tool; undefined when that changes what runs. */
export function unwrapped(
  argv: readonly string[],
  stage: Stage,
  project: Project,
  workdir: string,
): UnwrappedStart | undefined {
  const call = callOf(argv[0] ?? '', argv.slice(1));
  if (!call || !['poetry', 'pipenv', 'uv'].includes(call.tool)) return { argv, tool: undefined };
  const [verb, ...rest] = call.words.filter((word, i) => i > 0 || !word.startsWith('-'));
  if (verb !== 'run') return undefined;
  let at = 0;
  while (/^--(no-sync|frozen|locked|no-dev|offline|isolated)$/.test(rest[at] ?? '')) at++;
  const words = rest.slice(at);
  if (words.length === 0 || words[0]?.startsWith('-')) return undefined;
  const place = environmentOf(call.tool, stage, workdir);
  if (place === undefined) {
    const environment = ownEnvironment(call.tool, stage, project);
    return environment === undefined ? undefined : { argv, tool: undefined, environment };
  }
  const [program = '', ...args] = words;
  // Scripts of the project's own: uv and Poetry run `x.py` through the interpreter.
  const isScript = program.endsWith('.py');
  if (isScript && call.tool !== 'uv') return undefined;
  const script = isScript ? ['python', program] : [program];
  const isProjectScript = project.has(program);
  if (isProjectScript && !isScript) return undefined;
  const [first = '', ...others] = script;
  const found = place === 'system' || first.includes('/') ? first : joinPath(place, `bin/${first}`);
  return { argv: [found, ...others, ...args], tool: call.tool };
}

/** The virtual environment that the tool uses, or `system`; undefined when it is not known. */
function environmentOf(tool: string, stage: Stage, workdir: string): string | undefined {
  const said = (pattern: RegExp) => runs(stage, pattern);
  const value = (name: string) => {
    const fact = stage.end.env.get(name);
    return fact?.known ? fact.value : undefined;
  };
  switch (tool) {
    case 'poetry':
      if (said(/virtualenvs\.create false/) || value('POETRY_VIRTUALENVS_CREATE') === 'false')
        return 'system';
      if (said(/virtualenvs\.in-project true/) || value('POETRY_VIRTUALENVS_IN_PROJECT') !== undefined)
        return joinPath(workdir, '.venv');
      return value('VIRTUAL_ENV');
    case 'pipenv':
      if (said(/pipenv (install|sync).* --system/)) return 'system';
      return value('PIPENV_VENV_IN_PROJECT') === undefined ? undefined : joinPath(workdir, '.venv');
    case 'uv': {
      const place = value('UV_PROJECT_ENVIRONMENT');
      if (place !== undefined) return joinPath(workdir, place);
      return said(/\buv sync\b/) ? joinPath(workdir, '.venv') : undefined;
    }
    default:
      return undefined;
  }
}

/**
 * Folders outside the application with environments and settings that Poetry or Pipenv looks into when a shell starts
 * it; undefined when they are not known. uv keeps to the folder of the project, or to where a variable says.
 */
export function hiddenEnvironment(
  tools: ReadonlySet<string>,
  stage: Stage,
  project: Project,
  workdir: string,
): string[] | undefined {
  const found: string[] = [];
  for (const tool of ['poetry', 'pipenv']) {
    if (!tools.has(tool) || !runs(stage, new RegExp(`^(python\\S* -m )?${tool} (install|sync)`))) continue;
    if (environmentOf(tool, stage, workdir) !== undefined) continue;
    const environment = ownEnvironment(tool, stage, project);
    if (environment === undefined) return undefined;
    found.push(environment);
  }
  if (tools.has('poetry') && runs(stage, /^(python\S* -m )?poetry config (?!.*--local)/)) {
    if (!startsAsRoot(stage)) return undefined;
    found.push('/root/.config/pypoetry');
  }
  return found;
}

/** True when a command of the stage reads like this. */
function runs(stage: Stage, pattern: RegExp): boolean {
  return stage.steps
    .flatMap((step) => step.commands ?? [])
    .some(({ argv }) => pattern.test(argv.map((word) => (word.known ? word.value : '')).join(' ')));
}

/**
 * Where Poetry and Pipenv keep environments without being told otherwise. They are sure to be there when the tool made one
 * as root, and root starts the program by the tool. Sources: the tools' documentation of their settings.
 */
function ownEnvironment(tool: string, stage: Stage, project: Project): string | undefined {
  const settings =
    /^(POETRY_(CACHE_DIR|HOME|CONFIG_DIR|DATA_DIR|VIRTUALENVS_\w+)|PIPENV_\w+|WORKON_HOME|XDG_\w+|VIRTUAL_ENV|HOME)$/;
  const isSet = [...stage.end.env.keys()].some((name) => settings.test(name));
  const isInstalled = runs(stage, new RegExp(`\\bpip[\\d.]* install .*\\b${tool}\\b`));
  const made = runs(stage, tool === 'poetry' ? /^poetry (install|sync)/ : /^pipenv (install|sync)/);
  if (!startsAsRoot(stage) || isSet || !isInstalled || !made) return undefined;
  if (tool === 'pipenv') return '/root/.local/share/virtualenvs';
  const isConfigured =
    runs(stage, /virtualenvs\./) || project.files.some(({ path }) => /(^|\/)poetry\.toml$/.test(path));
  return tool === 'poetry' && !isConfigured ? '/root/.cache/pypoetry/virtualenvs' : undefined;
}

function startsAsRoot({ steps }: Stage): boolean {
  return !steps.some(({ instruction }) => instruction.kind === 'user');
}

/** True for a start command that runs code of the project, so that its sources tell what it does. */
export function runsProject(argv: readonly string[], project: Project): boolean {
  const [first = '', second, ...others] = argv;
  // `poetry run python app.py`
  const isRun = second === 'run' && /^(poetry|pipenv)$/.test(first);
  const [program = '', ...args] = isRun ? others : argv;
  const name = program.replace(/^.*\//, '');
  if (servers.test(name) || ownScripts(project).includes(name)) return true;
  if (!/^python[\d.]*$/.test(name)) return false;
  const at = args.findIndex((word) => !word.startsWith('-') || word === '-m' || word === '-c');
  const module = args[at] === '-m' ? (args[at + 1] ?? '') : undefined;
  if (module === undefined) return true;
  const [root = ''] = module.split('.');
  return (
    servers.test(module) ||
    module === 'http.server' ||
    project.files.some(({ path }) => new RegExp(`(^|/)${root.replace(/\W/g, '')}(\\.py$|/)`).test(path))
  );
}

/** `gunicorn --user app`, `uwsgi --uid 1000`: only root may become another user. */
export function switchesUser(argv: readonly string[]): boolean {
  const name = (argv[0] ?? '').replace(/^.*\//, '');
  const pattern = /^(gunicorn|twistd|scrapyd)$/.test(name)
    ? /^(-u|-g|--user|--group)(=|$)/
    : /^--(uid|gid)(=|$)/;
  return argv.slice(1).some((word) => pattern.test(word));
}
