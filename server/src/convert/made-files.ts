import type { Program } from '../ecosystems/ecosystem';
import type { Effect, RunCommand, Stage } from '../model/model';
import { originOf, within } from '../model/paths';
import type { Project } from '../project/project';
import { isAnchor } from './certificates';

interface MadeFile {
  readonly path: string;
  readonly folder: boolean;
  readonly reason: string;
  readonly writable: boolean;
}

/** Folders of the system and of tools: what a RUN leaves there serves the build. */
const forTools = [
  /^\/(tmp|root|go|dev|proc|run|sys|boot|lib\w*|s?bin|usr\/(s?bin|lib\w*|include|src|games|local)|var\/(lib|cache|tmp|spool|backups))(\/|$)/,
  /^\/usr\/share\/(man|doc|locale|zoneinfo|keyrings|bash-completion|ca-certificates|applications)(\/|$)/,
  /^\/etc\/(apt|apk|yum\S*|dnf|pki|alternatives|ld\.so\S*|passwd|group|g?shadow|sub[ug]id|gitconfig|ssh|sudoers\S*|profile\S*|bash\S*|environment|default|locale\S*|timezone|nsswitch\.conf|hosts|resolv\.conf|skel|security|pip\.conf|npmrc|gai\.conf|sysctl\S*|init\.d|systemd)(\/|$)/,
  /^\/home\/[^/]+\/\.|^\/(usr|etc|home|opt|srv|var|usr\/share|var\/www)?$/,
];

/**
 * Files that a RUN puts outside the sources and the folders of tools: downloaded data, written settings, keys. The
 * author took the trouble to put them where a program may look, and its sources need not name them.
 */
export function madeFiles(stage: Stage, program: Program, project: Project): MadeFile[] {
  const found = new Map<string, MadeFile>();
  for (const command of stage.steps.flatMap((step) => step.commands ?? [])) {
    const name = command.argv[0]?.known ? (command.argv[0].value.split('/').at(-1) ?? '') : '';
    if (name === 'mkdir' || name === 'git' || command.effects.some(({ kind }) => kind === 'adds-user'))
      continue;
    for (const effect of command.effects) {
      const path = madePath(effect);
      if (path === undefined || isInsideOther(path, command) || !mayMatter(path, stage, program)) continue;
      if (effect.kind === 'writes' && effect.from === 'copy' && isCopyOfProgram(command, path, program))
        continue;
      if (originOf(stage, path, project).kind !== 'command') continue;
      found.set(path, {
        path,
        folder: effect.kind === 'writes' && effect.tree,
        reason:
          path === '/etc/localtime'
            ? 'the local time zone, which a RUN sets'
            : `${name === '' ? 'a RUN' : name} makes it, outside the sources: the program may read it`,
        // openssl and ssh-keygen write keys for their owner alone.
        writable: /^(touch|openssl|ssh-keygen)$/.test(name),
      });
    }
  }
  return [...found.values()];
}

function madePath(effect: Effect): string | undefined {
  if (effect.kind !== 'writes' || !effect.path.known) return undefined;
  return effect.from === 'attributes' || effect.from === 'compiler' ? undefined : effect.path.value;
}

/** `cp a b` may write `b` or `b/a`: to copy `b` is right for both. */
function isInsideOther(path: string, command: RunCommand): boolean {
  const paths = command.effects.map(madePath);
  return paths.some((other) => other !== undefined && other !== path && within(path, other));
}

function mayMatter(path: string, stage: Stage, program: Program): boolean {
  if (/^\/usr\/local\/(etc|share)\/[^/]/.test(path)) return !isAnchor(path);
  if (forTools.some((pattern) => pattern.test(path)) || isAnchor(path)) return false;
  const known = stage.end.env.get('PATH');
  const tools = known?.known ? known.value.split(':') : [];
  if (tools.some((folder) => folder !== '' && (within(folder, path) || within(path, folder)))) return false;
  if (program.sourceFolders.some((folder) => within(path, folder) || within(folder, path))) return false;
  return !program.artefacts.some((item) => within(item.path, path));
}

/** `cp app /srv/app`: the program itself, which is copied as such from where it starts. */
function isCopyOfProgram(command: RunCommand, path: string, program: Program): boolean {
  const name = (text: string) => text.split('/').at(-1);
  return program.artefacts.some(
    (item) =>
      name(item.path) === name(path) ||
      command.argv.some((word) => word.known && name(word.value) === name(item.path)),
  );
}
