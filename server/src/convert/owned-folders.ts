import type { Program } from '../ecosystems/ecosystem';
import type { RunCommand, Stage } from '../model/model';
import { originOf, within } from '../model/paths';
import type { Project } from '../project/project';
import { expand } from '../model/scope';

/** Folders that the author makes, or gives away, for the running program; each with why. */
export function ownedFolders(
  stage: Stage,
  program: Program,
  project: Project,
  escape: '\\' | '`',
): { path: string; reason: string }[] {
  return [
    ...foldersMade(stage, program, project).map((path) => ({
      path,
      reason: 'a RUN makes it for the program',
    })),
    ...foldersGiven(stage, project).map((path) => ({
      path,
      reason: 'a RUN gives a folder of its own to another user than root',
    })),
    ...volumes(stage, escape).map((path) => ({
      path,
      reason: 'a volume takes its owner from the folder in the image',
    })),
  ];
}

/** Part of a folder that belongs to the runtime user as a whole. */
export function isOwned(path: string, { artefacts }: Program): boolean {
  return artefacts.some((item) => item.folder && item.writable && within(path, item.path));
}

/**
 * The working directory of an application whose parts are copied one by one, because it is a folder of the system. In
 * any other folder all of it belongs to the runtime user, and so does this.
 */
export function homeInSystem({ end }: Stage, program: Program): string | undefined {
  if (!program.shipsSources || !end.workdir.known) return undefined;
  const { value } = end.workdir;
  return /^\/(opt|home|var|usr\/local)$/.test(value) && !isOwned(value, program) ? value : undefined;
}

const forBuilds = /^\/(tmp|root|go|usr|etc|src|build|var\/(lib\/apt|cache))(\/|$)|^\/$/;

/** Folders that `mkdir` makes and that are no part of the build: neither the sources' nor the artefacts'. */
function foldersMade(stage: Stage, program: Program, project: Project): string[] {
  const holdsSources = (path: string) => {
    const origin = originOf(stage, path, project);
    return origin.kind === 'context' && origin.path !== '' && isOfSources(origin.path, program, project);
  };
  const holds = [...program.artefacts.map((item) => item.path), ...program.sourceFolders];
  return written(stage, (command) => nameOf(command) === 'mkdir').filter(
    (path) => !forBuilds.test(path) && !holds.some((inside) => within(inside, path)) && !holdsSources(path),
  );
}

/** A folder of the context that holds nothing but what is compiled. */
function isOfSources(folder: string, program: Program, project: Project): boolean {
  const files = project.files.filter(({ path }) => within(`/${path}`, `/${folder}`));
  return files.length > 0 && files.every(({ path }) => program.isSource(path));
}

/** `chown -R app /app`, `chmod 777 data`: folders that a user who is not root has to be able to write to. */
function foldersGiven(stage: Stage, project: Project): string[] {
  const isGift = ({ argv, ...command }: RunCommand) => {
    const name = nameOf({ ...command, argv });
    const words = argv.flatMap((word) => (word.known ? [word.value] : []));
    if (name === 'chown') return !words.some((word) => /^(root|0)(:|$)/.test(word));
    return (
      name === 'chmod' && words.some((word) => /^[0-7]?[0-7][2367][2367]$|^[augo]*[ao]\+[rxX]*w/.test(word))
    );
  };
  const folders = new Set(written(stage, (command) => nameOf(command) === 'mkdir'));
  for (const { before } of stage.steps) if (before.workdir.known) folders.add(before.workdir.value);
  if (stage.end.workdir.known) folders.add(stage.end.workdir.value);
  return written(stage, isGift).filter(
    (path) => !forBuilds.test(path) && (folders.has(path) || project.isFolder(path.slice(1))),
  );
}

function written(stage: Stage, which: (command: RunCommand) => boolean): string[] {
  return stage.steps
    .flatMap((step) => step.commands ?? [])
    .filter(which)
    .flatMap((command) => command.effects)
    .flatMap((effect) => (effect.kind === 'writes' && effect.path.known ? [effect.path.value] : []));
}

function nameOf({ argv }: Pick<RunCommand, 'argv'>): string {
  return argv[0]?.known ? (argv[0].value.split('/').at(-1) ?? '') : '';
}

function volumes(stage: Stage, escape: '\\' | '`'): string[] {
  return stage.steps.flatMap(({ instruction, before }) =>
    instruction.kind === 'volume'
      ? instruction.words.flatMap((word) => {
          const path = expand(word, escape, { env: before.env, args: before.args, baseEnvKnown: true });
          return path.known && path.value.startsWith('/') ? [path.value] : [];
        })
      : [],
  );
}
