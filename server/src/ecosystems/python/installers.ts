import type { RunCommand } from '../../model/model';
import { effectiveCommand } from '../../shell/effective-command';
import { basename } from '../../text/path';

type Command = Pick<RunCommand, 'command' | 'argv'>;

/** A command of Python's tools: `python -m pip install x` and `/venv/bin/pip3 install x` are both pip. */
export interface PythonCall {
  /** `python` for the interpreter with a script or a module of its own. */
  readonly tool: string;
  /** As written, with its folder. */
  readonly program: string;
  /** Words after it; an unknown one is empty. */
  readonly words: readonly string[];
}

const tools =
  /^(pip|pipenv|poetry|uv|uvx|pipx|pdm|hatch|conda|mamba|micromamba|virtualenv|easy_install|playwright|spacy|flask|django-admin|alembic|pyproject-build|pytest|ruff|black|flake8|mypy|isort|pylint|coverage|tox|nox|pre-commit|gunicorn|rav|dvc|maturin|cython|cythonize|pybabel|whisper|huggingface-cli|hf)$/;

/** Undefined for commands of others. */
export function pythonCallOf({ command, argv }: Command): PythonCall | undefined {
  const effective = effectiveCommand(command);
  const first = argv.length - effective.args.length;
  const spoken = argv[first - 1];
  const program = effective.name ?? (spoken?.known ? spoken.value : undefined);
  if (program === undefined) return undefined;
  const words = argv.slice(first).map((word) => (word.known ? word.value : ''));
  return callOf(program, words);
}

/** As {@link pythonCallOf}, for words that are all known. */
export function callOf(program: string, words: readonly string[]): PythonCall | undefined {
  const name = basename(program);
  if (/^pip[\d.]*$/.test(name)) return { tool: 'pip', program, words };
  if (tools.test(name)) return { tool: name, program, words };
  if (!/^python[\d.]*$/.test(name)) return undefined;
  // `-u`, `-O`, `-X dev` and `-W ignore` come before the module.
  let at = 0;
  for (; /^-[^mc]/.test(words[at] ?? ''); at++) if (/^-[XW]$/.test(words[at] ?? '')) at++;
  const module = words[at] === '-m' ? words[at + 1] : undefined;
  const isTool = module !== undefined && (tools.test(module) || module === 'venv' || module === 'build');
  if (isTool)
    return { tool: module === 'build' ? 'pyproject-build' : module, program, words: words.slice(at + 2) };
  return { tool: 'python', program, words: words.slice(at) };
}

/** What `pip install` and `uv pip install` are told. */
export interface PipInstall {
  /** Packages, files and folders in the words of the command. */
  readonly packages: readonly string[];
  readonly user: boolean;
  /** `--target` or `--prefix`, as written. */
  readonly folder: string | undefined;
  readonly prefix: boolean;
}

const valued =
  /^(-r|--requirement|-c|--constraint|-e|--editable|-t|--target|--prefix|--root|-i|--index-url|--extra-index-url|--trusted-host|-f|--find-links|--cache-dir|--timeout|--retries|--proxy|--python|-p|--platform|--python-version|--only-binary|--no-binary|--config-settings|--global-option|--progress-bar|--src|--log|--abi|--implementation|--index|--default-index|--upgrade-strategy|--use-feature|--use-deprecated|--link-mode|--torch-backend|--index-strategy)$/;

/** Undefined for commands that install nothing in pip's way. */
export function pipInstallOf(command: Command): PipInstall | undefined {
  const call = pythonCallOf(command);
  let words = call?.words ?? [];
  if (call?.tool === 'uv' && words[0] === 'pip') words = words.slice(1);
  else if (call?.tool !== 'pip') return undefined;
  const verb = words.findIndex((word) => !word.startsWith('-'));
  if (words[verb] !== 'install') return undefined;
  const packages: string[] = [];
  let folder: string | undefined;
  let prefix = false;
  let user = false;
  for (let at = verb + 1; at < words.length; at++) {
    const [word = '', attached] = splitOption(words[at] ?? '');
    if (word === '--user') user = true;
    if (!word.startsWith('-')) packages.push(word);
    else if (valued.test(word)) {
      const value = attached ?? words[++at];
      if (/^(-t|--target|--prefix)$/.test(word)) {
        folder = value;
        prefix = word === '--prefix';
      }
    }
  }
  return { packages, user, folder, prefix };
}

function splitOption(word: string): [string, string | undefined] {
  const equals = word.startsWith('--') ? word.indexOf('=') : -1;
  return equals === -1 ? [word, undefined] : [word.slice(0, equals), word.slice(equals + 1)];
}
