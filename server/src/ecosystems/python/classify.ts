import type { CommandWithoutEffects } from '../../model/commands';
import type { Effect, StageSoFar } from '../../model/model';
import type { Project } from '../../project/project';
import { joinPath } from '../../text/path';
import { builds, downloads, here, language, writes } from './deeds';
import { downloadsOf } from './downloads';

import { homeOf, placeOf, valueOf } from './environment';
import { pipInstallOf, pythonCallOf, type PythonCall } from './installers';
import { scriptEffects } from './scripts';

/** Effects of Python and its tools; undefined for other commands, and where the general ones know no less. */
export function classifyPython(
  command: CommandWithoutEffects,
  stage: StageSoFar,
  project: Project,
): readonly Effect[] | undefined {
  const call = pythonCallOf(command);
  if (!call) return undefined;
  if (/^-{1,2}(version|V|help|h)$/.test(call.words[0] ?? '') && call.words.length === 1) return [];
  const [verb = '', second = ''] = call.words.filter((word) => !word.startsWith('-'));
  switch (call.tool) {
    case 'pip':
      return pip(command, call, verb, stage);
    case 'uv':
      return uv(command, call, verb, second, stage);
    case 'poetry':
      return poetry(command, verb, call, stage, project);
    case 'pipenv':
      return pipenv(command, call, verb, stage, project);
    case 'venv':
    case 'virtualenv':
      return [builds, ...writes(placeOf(command, venvOperand(call.words)))];
    case 'python':
      return scriptEffects(command, call, stage, project);
    case 'spacy':
      return verb === 'download' ? [downloads, ...sitePackages(stage)] : undefined;
    case 'flask':
    case 'django-admin':
    case 'alembic':
    case 'pybabel':
    case 'maturin':
    case 'cython':
    case 'cythonize':
    case 'pyproject-build':
      return [builds, ...here(command)];
    case 'pytest':
    case 'ruff':
    case 'black':
    case 'flake8':
    case 'mypy':
    case 'isort':
    case 'pylint':
    case 'coverage':
    case 'tox':
    case 'nox':
      return [builds];
    case 'huggingface-cli':
    case 'hf':
      return [
        builds,
        ...downloadsOf('huggingface_hub', command, stage).flatMap((path) => writes(path, 'download')),
      ];
    default:
      return undefined;
  }
}

/** Where pip installs without being told otherwise; nothing where the version says no path. */
function sitePackages({ image }: StageSoFar): Effect[] {
  const minor = image?.language === language ? /^3\.\d+/.exec(image.languageVersion ?? '')?.[0] : undefined;
  return minor === undefined ? [] : writes(`/usr/local/lib/python${minor}/site-packages`, 'download');
}

function pip(
  command: CommandWithoutEffects,
  { words }: PythonCall,
  verb: string,
  stage: StageSoFar,
): readonly Effect[] | undefined {
  switch (verb) {
    case 'install': {
      const install = pipInstallOf(command);
      const folder = install?.folder === undefined ? undefined : placeOf(command, install.folder);
      // `pip install .` builds the project.
      const own = install?.packages.some((word) => /^\.{1,2}(\/|\[|$)/.test(word)) || words.includes('-e');
      const place = install?.user
        ? writes(joinPath(homeOf(command, stage), '.local'), 'download')
        : folder !== undefined
          ? writes(folder, 'download')
          : sitePackages(stage);
      return [downloads, ...(own ? [builds] : []), ...place];
    }
    case 'wheel':
    case 'download':
      return [downloads, ...here(command)];
    case 'uninstall':
      return [downloads];
    case 'config':
      return writes(joinPath(homeOf(command, stage), '.config/pip'));
    default:
      return ['list', 'show', 'freeze', 'check', 'cache', 'help', 'debug', ''].includes(verb)
        ? []
        : undefined;
  }
}

function uv(
  command: CommandWithoutEffects,
  { words }: PythonCall,
  verb: string,
  second: string,
  stage: StageSoFar,
): readonly Effect[] | undefined {
  const environment = () => placeOf(command, valueOf(command, 'UV_PROJECT_ENVIRONMENT') ?? '.venv');
  switch (verb) {
    case 'sync':
    case 'add':
      return [downloads, builds, ...writes(environment(), 'download'), ...here(command)];
    case 'pip': {
      if (second !== 'install' && second !== 'sync') return [];
      const toSystem = words.includes('--system') || valueOf(command, 'UV_SYSTEM_PYTHON') !== undefined;
      const place = toSystem
        ? sitePackages(stage)
        : writes(placeOf(command, valueOf(command, 'VIRTUAL_ENV') ?? '.venv'), 'download');
      return [downloads, builds, ...place];
    }
    case 'venv':
      return [builds, ...writes(placeOf(command, second === '' ? '.venv' : second))];
    case 'lock':
    case 'export':
    case 'build':
      return [downloads, builds, ...here(command)];
    case 'run':
      return [builds, ...writes(environment(), 'download'), ...here(command)];
    case 'cache':
    case 'version':
    case '':
      return [];
    default:
      return undefined;
  }
}

function poetry(
  command: CommandWithoutEffects,
  verb: string,
  { words }: PythonCall,
  stage: StageSoFar,
  project: Project,
): readonly Effect[] | undefined {
  switch (verb) {
    case 'install':
    case 'add':
    case 'update':
    case 'sync':
      return [downloads, builds, ...sitePackages(stage), ...here(command)];
    case 'lock':
    case 'export':
    case 'build':
      return [downloads, builds, ...here(command)];
    case 'config':
      return writes(joinPath(homeOf(command, stage), '.config/pypoetry'));
    case 'run':
      return runInside(words.slice(words.indexOf('run') + 1), command, stage, project);
    default:
      return ['check', 'show', 'version', 'env', 'cache', 'self', 'source', ''].includes(verb)
        ? writes(joinPath(homeOf(command, stage), '.config/pypoetry'))
        : undefined;
  }
}

function pipenv(
  command: CommandWithoutEffects,
  { words }: PythonCall,
  verb: string,
  stage: StageSoFar,
  project: Project,
): readonly Effect[] | undefined {
  if (['install', 'sync', 'update'].includes(verb)) {
    const toSystem = words.includes('--system');
    return [downloads, builds, ...(toSystem ? sitePackages(stage) : []), ...here(command)];
  }
  if (verb === 'run') return runInside(words.slice(words.indexOf('run') + 1), command, stage, project);
  return ['lock', 'requirements', 'check', 'graph', '--version', ''].includes(verb)
    ? [downloads, ...here(command)]
    : undefined;
}

/** What `poetry run` starts. */
function runInside(
  words: readonly string[],
  command: CommandWithoutEffects,
  stage: StageSoFar,
  project: Project,
): readonly Effect[] | undefined {
  const [program = '', ...rest] = words;
  if (!/^python[\d.]*$/.test(program)) return [builds, ...here(command)];
  return scriptEffects(command, { tool: 'python', program, words: rest }, stage, project);
}

function venvOperand(words: readonly string[]): string {
  const operands = words.filter((word, i) => {
    const before = words[i - 1] ?? '';
    return !word.startsWith('-') && !/^(-p|--python|--prompt)$/.test(before);
  });
  return operands[0] ?? '';
}
