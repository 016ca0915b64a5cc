import type { Program } from '../ecosystems/ecosystem';
import type { Effect, RunCommand, Stage } from '../model/model';
import { originOf, within } from '../model/paths';
import type { Project } from '../project/project';
import { basename, dirname, joinPath } from '../text/path';
import type { Span } from '../text/span';
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
  // Packages are installed from them.
  /\.(deb|rpm|apk)$/,
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
      if (path === '/etc/localtime' && !hasTimeZones(stage)) continue;
      found.set(path, {
        path,
        folder: effect.kind === 'writes' && effect.tree,
        reason:
          reasons[path] ??
          `${name === '' ? 'a RUN' : name} makes it, outside the sources: the program may read it`,
        writable: forOwner.test(name),
      });
    }
  }
  return [...found.values()];
}

/** What `locale-gen` and `localedef` write: languages that LANG and LC_ALL may name. */
const locales = '/usr/lib/locale';

const reasons: Readonly<Record<string, string>> = {
  '/etc/localtime': 'the local time zone, which a RUN sets',
  [locales]: 'the languages that a RUN makes for the C library',
};

/** An empty file is there to be written; openssl and ssh-keygen write keys for their owner alone. */
const forOwner = /^(touch|openssl|ssh-keygen|mkcert)$/;

/** True for a file that a RUN makes for whoever owns it. */
export function isMadeForOwner(stage: Stage, path: string, project: Project): boolean {
  const origin = originOf(stage, path, project);
  const name = origin.kind === 'command' ? origin.command.argv[0] : undefined;
  return name?.known === true && forOwner.test(basename(name.value));
}

function madePath(effect: Effect): string | undefined {
  if (effect.kind !== 'writes' || !effect.path.known) return undefined;
  return effect.from === 'attributes' || effect.from === 'compiler' ? undefined : effect.path.value;
}

/** Images of Ubuntu and Alpine have none until tzdata is installed: a link to one then leads nowhere, and time is UTC. */
function hasTimeZones({ image, steps, end }: Stage): boolean {
  const { name = '' } = image?.distribution ?? {};
  if (!/^(ubuntu|alpine)$/.test(name) || image?.role !== 'os') return true;
  const installed = steps
    .flatMap((step) => step.commands ?? [])
    .flatMap(({ effects }) => effects)
    .flatMap((effect) => (effect.kind === 'packages' ? effect.packages : []));
  // Other packages may bring it along; where TZ says the zone too, nothing is lost without the link.
  return installed.some((each) => each.name === 'tzdata') || (installed.length > 0 && !end.env.has('TZ'));
}

/**
 * A link that a RUN makes to what is not in the image: nothing can be copied in its place. Those within a folder that is
 * copied as a whole stay links.
 */
export function danglingLink(
  stage: Stage,
  made: readonly Pick<MadeFile, 'path'>[],
  project: Project,
): { readonly message: string; readonly at: Span } | undefined {
  for (const { argv, cwd, command } of stage.steps.flatMap((step) => step.commands ?? [])) {
    const words = argv.flatMap((word) => (word.known ? [word.value] : []));
    const [name = '', ...rest] = words;
    const options = rest.filter((word) => word.startsWith('-'));
    const [target, link] = rest.filter((word) => !word.startsWith('-'));
    if (name.split('/').at(-1) !== 'ln' || !options.some((word) => /^-\w*s|^--symbolic$/.test(word)))
      continue;
    if (target === undefined || link === undefined || !cwd.known) continue;
    const place = joinPath(cwd.value, link);
    const file = made.find(({ path }) => path === place || path === joinPath(place, basename(target)));
    if (!file) continue;
    const path = joinPath(dirname(file.path), target);
    const isThere =
      !/^\/(dev|proc|sys|run)(\/|$)/.test(path) &&
      !['absent', 'unknown'].includes(originOf(stage, path, project).kind);
    if (!isThere)
      return {
        message: `${file.path} is a link to ${target}, which is not in the image: it cannot be copied`,
        at: command.span,
      };
  }
  return undefined;
}

/** `cp a b` may write `b` or `b/a`: to copy `b` is right for both. */
function isInsideOther(path: string, command: RunCommand): boolean {
  const paths = command.effects.map(madePath);
  return paths.some((other) => other !== undefined && other !== path && within(path, other));
}

function mayMatter(path: string, stage: Stage, program: Program): boolean {
  if (path === locales) return program.libc === 'glibc' || program.interpreter !== undefined;
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
