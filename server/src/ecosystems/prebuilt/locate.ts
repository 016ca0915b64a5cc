import { originOf, within } from '../../model/paths';
import type { Effect, Stage, Step } from '../../model/model';
import type { Project } from '../../project/project';
import { basename, dirname, joinPath, relativeTo } from '../../text/path';
import { staticRelease } from './releases';

/** A program that was built elsewhere: fetched by the Dockerfile, or copied from the build context. */
export interface Prebuilt {
  /** What has to be in the image for it: the program, or the folder that was unpacked with it. */
  readonly path: string;
  readonly folder: boolean;
  /** The project that it is a release of, when that is known to be static. */
  readonly release: string | undefined;
  readonly origin: 'download' | 'context';
}

/** Folders that hold more than one program's files. */
const manyThings = /^\/((usr\/(local\/)?)?(s?bin|lib|share)|usr|usr\/local|opt|srv|tmp|root|home|var|etc)?$/;

/** The prebuilt program that a word of a start command names; undefined when it is none, or when too little is known. */
export function locatePrebuilt(word: string, stage: Stage, project: Project): Prebuilt | undefined {
  if (!stage.end.workdir.known) return undefined;
  for (const path of candidates(word, stage, stage.end.workdir.value)) {
    const origin = originOf(stage, path, project);
    if (origin.kind === 'context') {
      const isText = project.read(origin.path) !== undefined || /\.\w{1,4}$/.test(origin.path);
      if (isText || project.isFolder(origin.path) || !project.has(origin.path)) return undefined;
      return { path, folder: false, release: undefined, origin: 'context' };
    }
    const address = addedFrom(path, stage);
    if (address !== undefined)
      return { path, folder: false, release: staticRelease(address), origin: 'download' };
    if (origin.kind === 'command') return fetched(path, origin.step, stage);
  }
  return undefined;
}

function candidates(word: string, { end }: Stage, workdir: string): string[] {
  if (word.includes('/')) return [joinPath(workdir, word)];
  const path = end.env.get('PATH');
  const folders = path?.known ? path.value.split(':') : ['/usr/local/bin', '/usr/bin', '/bin'];
  return folders.filter((folder) => folder.startsWith('/')).map((folder) => joinPath(folder, word));
}

/** The address that ADD fetches a program from, as a file that is no archive. */
function addedFrom(path: string, stage: Stage): string | undefined {
  for (const { copy } of stage.steps) {
    if (copy?.instruction.kind !== 'add' || !copy.destination.known) continue;
    for (const source of copy.sources) {
      if (!source.known || !/^https?:/.test(source.value)) continue;
      const name = basename(source.value.replace(/[?#].*$/, ''));
      if (/\.(tar|t?gz|tbz2?|zip|xz|bz2|zst|deb|rpm|sh|py|jar)$/.test(name)) continue;
      const destination = copy.destination.value;
      if ((destination.endsWith('/') ? joinPath(destination, name) : destination) === path)
        return source.value;
    }
  }
  return undefined;
}

/** What a RUN leaves behind of something that it, or an instruction before it, has fetched. */
function fetched(path: string, step: Step, stage: Stage): Prebuilt | undefined {
  const commands = step.commands ?? [];
  const own = addressesOf(step);
  const addresses = own.length > 0 ? own : stage.steps.flatMap(addressesOf);
  if (addresses.length === 0) return undefined;
  const written = commands.flatMap(({ effects }) => effects).flatMap((effect) => writtenTo(effect, path));
  const exact = written.some(({ tree, at }) => !tree && at === path);
  const root = exact ? undefined : written.find(({ tree }) => tree)?.at;
  const folder = root === undefined ? undefined : unpackedFolder(root, path);
  const releases = new Set(addresses.map(staticRelease));
  const [release] = releases.size === 1 ? releases : [];
  return { path: folder ?? path, folder: folder !== undefined, release, origin: 'download' };
}

function addressesOf({ commands, copy }: Step): string[] {
  const added = copy?.sources.flatMap((source) =>
    source.known && /^https?:/.test(source.value) ? [source.value] : [],
  );
  const fetchedBy = commands?.filter(({ argv }) => {
    const [name] = argv;
    return name?.known && /^(curl|wget|aria2c)$/.test(basename(name.value));
  });
  const words = fetchedBy?.flatMap(({ command }) =>
    command.words.flatMap(({ raw }) => /https?:\/\/[^\s"'|;]+/.exec(raw)?.[0] ?? []),
  );
  return [...(added ?? []), ...(words ?? [])];
}

function writtenTo(effect: Effect, path: string): { at: string; tree: boolean }[] {
  if (effect.kind !== 'writes' || !effect.path.known || effect.from === 'attributes') return [];
  const at = effect.path.value;
  return at === path || (effect.tree && within(path, at)) ? [{ at, tree: effect.tree && at !== path }] : [];
}

/** The folder that came out of an archive with the program in it; undefined when the program stands among others. */
function unpackedFolder(root: string, path: string): string | undefined {
  if (!manyThings.test(root)) return root;
  const below = relativeTo(root, dirname(path)) ?? '';
  const [first] = below.split('/');
  return first === undefined || first === '' || manyThings.test(joinPath(root, first))
    ? undefined
    : joinPath(root, first);
}
