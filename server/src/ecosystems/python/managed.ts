import { parse as parseToml } from 'smol-toml';
import type { RunCommand, Stage } from '../../model/model';
import { originOf } from '../../model/paths';
import type { Project } from '../../project/project';
import { joinPath } from '../../text/path';
import { homeOf, placeOf, valueOf } from './environment';
import { pythonCallOf } from './installers';

/**
 * Folder with a Python that uv fetches while the image is built, because the one of the image is not among those that the
 * project allows; undefined when it takes that one. Source: uv's documentation of Python versions.
 */
export function managedPython(
  stage: Stage,
  version: string | undefined,
  project: Project,
): string | undefined {
  for (const [index, step] of stage.steps.entries()) {
    for (const command of step.commands ?? []) {
      const call = pythonCallOf(command);
      if (call?.tool !== 'uv' || !/^(sync|venv|run|python)$/.test(call.words[0] ?? '')) continue;
      const mayFetch = !/^(never|manual|0|false)$/.test(valueOf(command, 'UV_PYTHON_DOWNLOADS') ?? '');
      if (!mayFetch || valueOf(command, 'UV_NO_MANAGED_PYTHON') !== undefined) continue;
      if (call.words.includes('--no-managed-python') || call.words.includes('--no-python-downloads'))
        continue;
      const fetches =
        (call.words[0] === 'python' && call.words[1] === 'install') ||
        valueOf(command, 'UV_PYTHON_PREFERENCE') === 'only-managed' ||
        call.words.includes('--managed-python') ||
        isOther(wanted(command, call.words, stage, index, project), version);
      if (!fetches) continue;
      const told = valueOf(command, 'UV_PYTHON_INSTALL_DIR');
      return (
        (told === undefined ? undefined : placeOf(command, told)) ??
        joinPath(homeOf(command, stage), '.local/share/uv/python')
      );
    }
  }
  return undefined;
}

/** What is asked for: `3.12`, `>=3.11,<3.13`. */
function wanted(
  command: RunCommand,
  words: readonly string[],
  stage: Stage,
  index: number,
  project: Project,
): string | undefined {
  const at = words.findIndex((word) => word === '--python' || word === '-p');
  const attached = words.find((word) => word.startsWith('--python='))?.slice('--python='.length);
  const said = attached ?? (at === -1 ? undefined : words[at + 1]) ?? valueOf(command, 'UV_PYTHON');
  if (said !== undefined) return said;
  const pinned = placeOf(command, '.python-version');
  const origin = pinned === undefined ? undefined : originOf(stage, pinned, project, index);
  const isMounted = stage.steps[index]?.instruction.body.text.includes('.python-version') === true;
  const place = origin?.kind === 'context' ? origin.path : isMounted ? '.python-version' : undefined;
  const pin = place === undefined ? undefined : project.read(place)?.trim().split('\n')[0];
  return pin ?? requiredPython(command, stage, index, project);
}

/** `requires-python` of the project that the command works on; a mount brings it as well as a COPY does. */
function requiredPython(
  command: RunCommand,
  stage: Stage,
  index: number,
  project: Project,
): string | undefined {
  const place = placeOf(command, 'pyproject.toml');
  const origin = place === undefined ? undefined : originOf(stage, place, project, index);
  const text = project.read(origin?.kind === 'context' ? origin.path : 'pyproject.toml');
  if (text === undefined) return undefined;
  try {
    const { project: table } = parseToml(text);
    if (typeof table !== 'object' || !('requires-python' in table)) return undefined;
    const value = table['requires-python'];
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

/** True when the version is surely not among those that are asked for; both are compared by their minor version. */
function isOther(asked: string | undefined, version: string | undefined): boolean {
  const minor = /^3\.(\d+)$/.exec(version ?? '')?.[1];
  if (asked === undefined || minor === undefined) return false;
  const own = Number(minor);
  return asked.split(',').some((part) => {
    const [, operator = '', wantedMinor = '', patch] =
      /^\s*(>=|<=|==|~=|>|<|!=)?\s*(?:cpython[-@]?)?3\.(\d+)(?:\.(\d+|\*))?/.exec(part) ?? [];
    if (wantedMinor === '') return false;
    const other = Number(wantedMinor);
    switch (operator) {
      case '>=':
        return own < other;
      case '>':
        return own < other || (own === other && patch === undefined);
      case '<':
        return own > other || (own === other && (patch === undefined || patch === '0'));
      case '<=':
        return own > other;
      case '!=':
        return own === other && (patch === undefined || patch === '*');
      case '~=':
        return patch === undefined ? own < other : own !== other;
      default:
        return own !== other;
    }
  });
}
