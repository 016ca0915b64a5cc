import type { Instruction } from '../dockerfile/ast';
import type { Stage } from '../model/model';
import type { Project } from '../project/project';
import { basename } from '../text/path';
import { writeThatNeedsRoot } from './facts/runtime-writes';
import { fromToken, isWorkplace, rootOf, shippedSteps, spellsOutImage } from './facts/shipped';
import { hasOwnStart, purposeOf, startCommands, startScripts, startsUnreadScript } from './facts/start';
import type { Fix, Rule } from './rule';

export const finalStageRunsAsRoot: Rule = {
  id: 'final-stage-runs-as-root',
  aliases: ['DL3002'],
  severity: 'information',
  serves: ['security'],
  summary: 'The program in the image that ships runs as root.',
  fixable: 'review',
  check({ model, finalStage, project }) {
    const { user } = finalStage.end;
    if (!user.known || user.value.uid !== 0 || !hasOwnStart(finalStage)) return [];
    if (
      isWorkplace(finalStage, project) ||
      purposeOf(finalStage, project) === 'workplace' ||
      isGitHubAction(project) ||
      needsRootFirst(finalStage, project)
    )
      return [];
    const written = lastUser(finalStage);
    const because = written ? 'USER says so' : 'the base image says so and no USER changes it';
    return [
      {
        at: written?.words[0]?.span ?? fromToken(finalStage),
        message: `The image that ships runs its program as root (${because}): whoever breaks into the program owns the whole container, and platforms that demand a non-root user refuse to start it.`,
        // A program that writes where only root may would end with "permission denied".
        ...(!writeThatNeedsRoot(finalStage, project) && {
          fixes: [fixOf(finalStage, model.dockerfile.text, model.dockerfile.newline)],
        }),
      },
    ];
  },
};

function lastUser(stage: Stage) {
  const users = shippedSteps(stage).flatMap(({ instruction }) =>
    instruction.kind === 'user' ? [instruction] : [],
  );
  const last = users.at(-1);
  return last?.kind === 'user' ? last : undefined;
}

/** GitHub runs Docker actions as root and says that they must not set another user. */
function isGitHubAction(project: Project): boolean {
  return ['action.yml', 'action.yaml'].some((path) => project.has(path) && !project.truncated);
}

/** Services that must be started by root and change to another user themselves, and programs that do it for others. */
const startedByRoot =
  /^(nginx|httpd|apache2|apache2ctl|apache2-foreground|httpd-foreground|openresty|haproxy|varnishd|php-fpm[\d.]*|sshd|cron|crond|supercronic|supervisord|systemd|init|s6-svscan|runsvdir|runit|my_init|dockerd|dockerd-entrypoint\.sh|containerd|kubelet|buildkitd|rsyslogd|postfix|dovecot|named|dnsmasq|unbound|squid|openvpn|wg-quick|vsftpd|xinetd|smbd|nfsd|rpcbind|ntpd|chronyd|postgres|mysqld|mysqld_safe|mariadbd|mongod|redis-server|rabbitmq-server|clamd|freshclam|gosu|su-exec|setpriv|runuser|su|chroot|capsh|sudo|tcpdump|iptables)$/;

const privilegeDrop =
  /\b(gosu|su-exec|setpriv|runuser|chpst|setuidgid|s6-setuidgid|s6-overlay|capsh|supervisord|sshd|cron|crond|iptables|sysctl|apache2|nginx|php-fpm|dockerd)\b|\bsu\s+(-|\w)|\bsudo\b/;

/** True when the program drops root itself, or may: then USER would only take from it what it needs. */
function needsRootFirst(stage: Stage, project: Project): boolean {
  const programs = startCommands(stage).flatMap(([name]) => (name === undefined ? [] : [basename(name)]));
  if (programs.some((name) => startedByRoot.test(name))) return true;
  if (startCommands(stage).some(changesUser)) return true;
  const { entrypoint } = stage.end;
  // Official images of services change the user in their entrypoint; those of languages only find out what to run.
  if (entrypoint && !entrypoint.instruction && stage.image?.language === undefined) return true;
  if (startsUnreadScript(stage, project)) return true;
  if (startScripts(stage, project).some((text) => privilegeDrop.test(text))) return true;
  return shippedSteps(stage).some(({ instruction }) => dropsByTool.test(instruction.body.text));
}

/** `gunicorn --user www-data`, `mini_httpd -u nobody`: the program is told whom to become, which only root may. */
function changesUser(words: readonly (string | undefined)[]): boolean {
  return words.some((word, index) => {
    const [, option = '', value = words[index + 1] ?? ''] =
      /^(-u|--user|--uid|--setuid)(?:=(.+))?$/.exec(word ?? '') ?? [];
    return option !== '' && (option === '-u' ? serviceUser : anyUser).test(value);
  });
}

/** `-u` means many things: it counts only with a name that services have. */
const serviceUser = /^(www-data|nobody|daemon|nginx|apache|nogroup|uwsgi)(:|$)/;
const anyUser = /^(?!root(:|$)|0(:|$))[a-z_][\w-]*(:|$)|^[1-9]\d*(:|$)/i;

const dropsByTool = /\b(gosu|su-exec|s6-overlay|supervisor|openssh-server)\b/;

function fixOf(stage: Stage, text: string, newline: string): Fix {
  return nonrootTag(stage) ?? addUser(stage, text, newline);
}

/** Distroless images have a tag whose user is 65532: better than a USER line that repeats what the tag says. */
function nonrootTag(stage: Stage): Fix | undefined {
  const root = rootOf(stage);
  if (root.base.kind !== 'image' || stage.image?.family !== 'distroless' || !spellsOutImage(root))
    return undefined;
  const { raw, registry, tag, digest } = root.base.reference;
  if (registry !== 'gcr.io' || digest !== undefined || lastUser(stage)) return undefined;
  const parts = (tag ?? 'latest').split('-');
  const [first = '', ...rest] = parts;
  const nonroot =
    first === 'latest' ? ['nonroot', ...rest] : first === 'debug' ? ['debug', 'nonroot', ...rest] : undefined;
  if (!nonroot) return undefined;
  const image = `${tag === undefined ? raw : raw.slice(0, -tag.length - 1)}:${nonroot.join('-')}`;
  return {
    title: `Run as the user of ${image}`,
    safety: 'review',
    edits: () => [{ span: fromToken(root), newText: image, reason: 'The tag whose user is 65532, not root' }],
  };
}

/** A numeric user satisfies Kubernetes' runAsNonRoot and needs no entry in /etc/passwd. */
const nobodyInParticular = '65532:65532';

function addUser(stage: Stage, text: string, newline: string): Fix {
  const user = userMadeFor(stage) ?? nobodyInParticular;
  return {
    title: `Run the final stage as ${user}`,
    safety: 'review',
    edits() {
      const line = `USER ${user}`;
      const reason = 'The program runs without root';
      const start = startToPrecede(stage);
      if (start) {
        const indent = text.slice(start.lines.start, start.keywordSpan.start);
        const lead = /^[ \t]*$/.test(indent) ? indent : '';
        const at = start.keywordSpan.start - lead.length;
        return [{ span: { start: at, end: at }, newText: `${lead}${line}${newline}`, reason }];
      }
      const last: Instruction = stage.steps.at(-1)?.instruction ?? stage.from;
      return [{ span: { start: last.span.end, end: last.span.end }, newText: `${newline}${line}`, reason }];
    },
  };
}

/** The user that the file makes and then forgets to change to. */
function userMadeFor(stage: Stage): string | undefined {
  const made = shippedSteps(stage).flatMap(({ commands }) =>
    (commands ?? []).flatMap(({ effects }) =>
      effects.flatMap((effect) => (effect.kind === 'adds-user' ? [effect.name] : [])),
    ),
  );
  if (made.length === 1 && made[0] && /^[a-z_][\w-]*$/.test(made[0])) return made[0];
  const isNode = stage.image?.reference.repository === 'node';
  return made.length === 0 && isNode ? 'node' : undefined;
}

/** The first start instruction of the stage, when nothing behind it still needs root. */
function startToPrecede(stage: Stage): Instruction | undefined {
  const index = stage.steps.findIndex(
    ({ instruction }) => instruction.kind === 'cmd' || instruction.kind === 'entrypoint',
  );
  const start = stage.steps[index]?.instruction;
  const later = stage.steps
    .slice(index + 1)
    .some(({ instruction }) => ['run', 'copy', 'add', 'user', 'workdir'].includes(instruction.kind));
  return start && !later ? start : undefined;
}
