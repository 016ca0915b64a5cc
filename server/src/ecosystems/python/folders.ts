import type { Artefact } from '../ecosystem';
import type { RunCommand, Stage, Step } from '../../model/model';
import { within } from '../../model/paths';
import type { Project } from '../../project/project';
import { dirname, joinPath, withoutTrailingSlash } from '../../text/path';

/** Folders of the system: what lies there is copied by what was put there, not as a whole. */
const systemFolder =
  /^\/((root|home|opt|var|usr|etc|tmp|run|bin|lib\w*|sbin)\/?|usr\/(local|share|bin|lib|local\/(bin|lib|etc|share))|var\/(lib|cache|log|run|tmp)|home\/[^/]+\/\..*)?$|^\/(etc|tmp|usr\/(bin|lib|share)|usr\/local\/(bin|lib|etc|share)|bin|var\/(lib|cache|log|tmp))\//;

/** The folders that hold the program: where it starts, and where its code was put. The outermost ones. */
export function applicationFolders(stage: Stage, project: Project): string[] {
  const found = new Set<string>();
  const note = (path: string) => {
    if (!systemFolder.test(path)) found.add(path);
  };
  const { workdir } = stage.end;
  if (workdir.known) note(withoutTrailingSlash(workdir.value));
  for (const step of stage.steps) {
    for (const path of codeFolders(step, project)) note(path);
    for (const command of step.commands ?? []) {
      // A repository that is fetched while the image is built.
      if (!command.argv.some((word) => word.known && word.value === 'clone')) continue;
      for (const effect of command.effects) {
        if (effect.kind === 'writes' && effect.path.known) note(withoutTrailingSlash(effect.path.value));
      }
    }
  }
  const all = [...found];
  return all.filter((path) => !all.some((other) => other !== path && within(path, other)));
}

/** Where a COPY of the build context puts code. */
function codeFolders({ copy }: Step, project: Project): string[] {
  if (copy?.from.kind !== 'context' || !copy.destination.known) return [];
  const destination = copy.destination.value;
  const place = withoutTrailingSlash(destination);
  return copy.sources.flatMap((source) => {
    if (!source.known) return [place];
    const path = joinPath('/', source.value).slice(1).replace(/\/$/, '');
    if (/[*?[]/.test(path)) return destination.endsWith('/') ? [place] : [];
    if (path === '' || project.isFolder(path)) return holdsCode(path, project) ? [place] : [];
    if (!path.endsWith('.py')) return [];
    return [destination.endsWith('/') ? place : dirname(place)];
  });
}

function holdsCode(folder: string, project: Project): boolean {
  return project.files.some(({ path }) => path.endsWith('.py') && within(`/${path}`, `/${folder}`));
}

/** Folders that are filled for the program outside the interpreter's own. */
export interface FilledFolders {
  /** Virtual environments, and those of `--user` and `--target`. */
  readonly packages: readonly Artefact[];
  /** Models and the like, which libraries look after themselves: they keep locks and newer versions there. */
  readonly downloads: readonly Artefact[];
}

/** Folders that tools of the language fill while the image is built. */
export function filledFolders(stage: Stage): FilledFolders {
  const packages = new Map<string, Artefact>();
  const downloads = new Map<string, Artefact>();
  for (const command of stage.steps.flatMap((step) => step.commands ?? [])) {
    const isOurs = command.effects.some(
      (effect) =>
        (effect.kind === 'builds' || effect.kind === 'downloads-dependencies') &&
        effect.language === 'python',
    );
    if (!isOurs) continue;
    const isEnvironment = command.argv.some((word) => word.known && /^(venv|virtualenv)$/.test(word.value));
    for (const effect of command.effects) {
      if (effect.kind !== 'writes' || !effect.tree || !effect.path.known) continue;
      const path = effect.path.value;
      if (effect.from !== 'download' && !isEnvironment) continue;
      if (/\/\.cache\/(pip|uv|pypoetry)$|^\/tmp(\/|$)|^\/usr\/local$/.test(path)) continue;
      const item = { path, runtimePath: path, folder: true };
      if (isEnvironment || installs(command))
        packages.set(path, { ...item, reason: 'the packages that were installed' });
      else
        downloads.set(path, { ...item, writable: true, reason: 'what the build downloads for the program' });
    }
  }
  return { packages: [...packages.values()], downloads: [...downloads.values()] };
}

function installs(command: RunCommand): boolean {
  return command.effects.some(({ kind }) => kind === 'downloads-dependencies');
}

/** Environments and folders of packages that other stages have made. */
export function copiedFolders({ steps }: Stage): Artefact[] {
  return steps.flatMap(({ copy }) => {
    if (copy?.from.kind !== 'stage' || !copy.destination.known) return [];
    const path = withoutTrailingSlash(copy.destination.value);
    const reason = 'the packages that another stage has installed';
    return holdsPackages.test(path) && !within(path, '/usr/local')
      ? [{ path, runtimePath: path, folder: true, reason }]
      : [];
  });
}

const holdsPackages =
  /\/([\w.-]*venv[\w.-]*|\.?env|virtualenvs?|\.local|site-packages|dist-packages|packages|deps|install)$/;
