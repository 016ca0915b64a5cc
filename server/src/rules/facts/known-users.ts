import type { Stage } from '../../model/model';
import { originOf } from '../../model/paths';
import type { Project } from '../../project/project';
import { shippedSteps } from './shipped';

/** Names in /etc/passwd of the images themselves. Sources: alpine-baselayout, Debian's base-passwd, distroless' common. */
const distroless = { root: 0, nobody: 65534, nonroot: 65532 };
const alpine =
  'root bin daemon adm lp sync shutdown halt mail news uucp operator man postmaster cron ftp sshd at squid xfs games cyrus vpopmail ntp smmsp guest nobody';
const debian =
  'root daemon bin sys sync games man lp mail news uucp proxy www-data backup list irc gnats nobody _apt systemd-network systemd-resolve systemd-timesync systemd-bus-proxy messagebus libuuid syslog ubuntu';

/** Number of a user that the base image has, where it is known. */
export function uidInBase(stage: Stage, name: string): number | undefined {
  const { image } = stage;
  if (image?.user?.name === name) return image.user.uid;
  if (isGoogles(stage))
    return Object.hasOwn(distroless, name) ? distroless[name as keyof typeof distroless] : undefined;
  const isOfficial = image?.reference.registry === 'docker.io';
  if (isOfficial && image?.reference.repository === 'node' && name === 'node') return 1000;
  return undefined;
}

/** Number that the file itself gives to a user it makes; not one that a build argument may change. */
export function uidGiven(stages: readonly Stage[], name: string): number | undefined {
  const uids = stages.flatMap((stage) =>
    shippedSteps(stage).flatMap(({ commands }) =>
      (commands ?? []).flatMap(({ command, effects }) =>
        effects.flatMap((effect) => {
          if (effect.kind !== 'adds-user' || effect.name !== name) return [];
          const isLiteral = command.words.some(
            ({ literal }) => /\d+$/.exec(literal ?? '')?.[0] === String(effect.uid),
          );
          return [isLiteral ? effect.uid : undefined];
        }),
      ),
    ),
  );
  return new Set(uids).size === 1 ? uids[0] : undefined;
}

/**
 * True when a stage certainly has no user of that name: the base image's users are known, the stage makes none of that
 * name, and nothing replaces /etc/passwd.
 * @param end number of the stage's own steps that have run; all when left out.
 */
export function hasNoUser(stage: Stage, name: string, project: Project, end?: number): boolean {
  const names = usersOfBase(stage);
  if (names === undefined || names.has(name)) return false;
  const { kind } = originOf(stage, '/etc/passwd', project, end);
  if (kind !== 'absent' && kind !== 'base') return false;
  return !shippedSteps(stage).some(({ commands, instruction }) => {
    if (instruction.kind === 'onbuild' || instruction.kind === 'unknown') return true;
    // Packages of services make users of their own.
    return commands?.some(({ effects }) =>
      effects.some(
        (effect) =>
          (effect.kind === 'adds-user' && effect.name === name) ||
          effect.kind === 'unknown' ||
          (effect.kind === 'packages' && effect.packages.some((each) => !usersFree.test(each.name))),
      ),
    );
  });
}

const usersFree =
  /^(ca-certificates|tzdata|curl|wget|bash|tini|dumb-init|git|libc6-compat|gcompat|libstdc\+\+|libgcc)$/;

function usersOfBase(stage: Stage): ReadonlySet<string> | undefined {
  const { image } = stage;
  if (image?.family === 'scratch') return new Set();
  if (isGoogles(stage)) return new Set(Object.keys(distroless));
  if (image?.reference.registry !== 'docker.io') return undefined;
  if (!/^(alpine|debian|ubuntu|python|golang|rust)$/.test(image.reference.repository)) return undefined;
  switch (image.distribution?.name) {
    case 'alpine':
      return new Set(alpine.split(' '));
    case 'debian':
    case 'ubuntu':
      return new Set(debian.split(' '));
    default:
      return undefined;
  }
}

function isGoogles({ image }: Stage): boolean {
  return image?.family === 'distroless' && image.reference.repository.startsWith('distroless/');
}
