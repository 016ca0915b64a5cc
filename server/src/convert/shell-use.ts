import { interpret } from '../model/commands';
import { effectsOf } from '../model/effects/effects';
import type { Stage } from '../model/model';
import type { Project } from '../project/project';
import type { ShellScript, ShellWord } from '../shell/ast';
import { effectiveCommand } from '../shell/effective-command';
import { quoteForShell } from '../shell/quote';
import { joinPath } from '../text/path';
import { contextFile, readScript, shells } from './start-script';

/** What a start command needs that a shell has to run. */
export interface ShellUse {
  /** Programs that it runs and that do not come from the build context. */
  readonly commands: readonly string[];
  /** Places of the image that it names, absolute: scripts, settings, folders. */
  readonly paths: readonly string[];
  /** Every literal word. */
  readonly words: ReadonlySet<string>;
  /** It makes or changes files, or switches users: that may take the rights it has today. */
  readonly changesFiles: boolean;
}

/** What a start command in exec form needs of a shell. */
export const nothingUsed: ShellUse = { commands: [], paths: [], words: new Set(), changesFiles: false };

/** Scripts that run scripts: more than these are not followed. */
const MOST_SCRIPTS = 20;

const switchesUser = /(^|\/)(gosu|su-exec|su|sudo|setpriv|runuser|chroot|start-stop-daemon)$/;

/** Services of the system: their packages make them write logs and process ids where only root may, or switch users. */
const services =
  /(^|\/)(nginx|apache2|apache2ctl|apachectl|apache2-foreground|httpd|cron|crond|sshd|supervisord|service|rsyslogd|mysqld|mysqld_safe|mariadbd|redis-server|mongod|pg_ctl|pg_ctlcluster|rabbitmq-server|memcached|postfix|vsftpd|dockerd|openvpn|smbd)$/;

/**
 * Reads the scripts of a start command, and those of the build context that they run.
 * @param passed what the scripts get as arguments: `exec "$@"` runs it.
 */
export function shellUse(
  scripts: readonly ShellScript[],
  stage: Stage,
  project: Project,
  passed: readonly string[],
): ShellUse {
  const commands = new Set<string>();
  const paths = new Set<string>();
  const words = new Set<string>();
  const functions = new Set<string>();
  const queue = [...scripts];
  let changesFiles = false;
  const { workdir, env } = stage.end;
  for (let i = 0; i < queue.length && i < MOST_SCRIPTS; i++) {
    const before = { workdir, args: new Map<string, never>(), env };
    for (const run of interpret(queue[i] as ShellScript, before, stage.image !== undefined, () => [])) {
      const { command, cwd } = run;
      const values = [...command.words, ...command.assignments.map(({ value }) => value)];
      values.push(...command.redirections.flatMap(({ target }) => target ?? []));
      for (const { literal } of values) {
        if (literal === undefined) continue;
        words.add(literal);
        const path = pathIn(literal, cwd.known ? cwd.value : undefined);
        if (path !== undefined) paths.add(path);
      }
      changesFiles ||= effectsOf(run).some(({ kind }) => kind === 'writes' || kind === 'removes');
      changesFiles ||= command.words.some(
        ({ literal }) => literal !== undefined && (switchesUser.test(literal) || services.test(literal)),
      );
      const { name, args } = effectiveCommand(command);
      const runsArguments = command.words.some(({ raw }) => /^"?\$\{?@\}?"?$/.test(raw));
      if (runsArguments && passed.length > 0) queue.push(readScript(passed.map(quoteForShell).join(' ')));
      if (name === undefined) continue;
      queue.push(...handedOn(name, args));
      const runsFile = shells.test(name) || name === '.' || name === 'source';
      const file = contextFile((runsFile ? args[0]?.literal : undefined) ?? name, stage, project);
      if (!file) {
        const isRelative = name.includes('/') && !name.startsWith('/');
        commands.add(isRelative && cwd.known ? joinPath(cwd.value, name) : name);
        continue;
      }
      paths.add(file.path);
      if (file.text === undefined || (!runsFile && !shells.test(file.interpreter ?? ''))) continue;
      for (const [, defined = ''] of file.text.matchAll(functionName)) functions.add(defined);
      queue.push(readScript(file.text));
    }
  }
  for (const name of functions) commands.delete(name);
  return { commands: [...commands], paths: [...paths], words, changesFiles };
}

/** Programs that start what follows `--`. */
const starters = /(^|\/)(tini(-static)?|dumb-init|catatonit|dockerize|wait4x|wait-?for[\w-]*)$|\.(sh|bash)$/;

/** What a command is given to run: `sh -c 'text'`, `wait-for-it.sh db:5432 -- ./app`. */
function handedOn(name: string, args: readonly ShellWord[]): ShellScript[] {
  const words = args.map(({ literal }) => literal);
  if (shells.test(name)) {
    const text = words[words.indexOf('-c') + 1];
    return words.includes('-c') && text !== undefined ? [readScript(text)] : [];
  }
  const dashes = words.indexOf('--');
  if (dashes === -1 || !starters.test(name)) return [];
  const rest = words.slice(dashes + 1).flatMap((word) => word ?? []);
  return rest.length === 0 ? [] : [readScript(rest.map(quoteForShell).join(' '))];
}

const functionName = /^[ \t]*(?:function[ \t]+)?([\w-]+)[ \t]*(?:\([ \t]*\)|\{)/gm;

function pathIn(word: string, folder: string | undefined): string | undefined {
  if (!/^[\w./@-]+$/.test(word) || word.startsWith('-')) return undefined;
  if (word.startsWith('/')) return word;
  return folder === undefined ? undefined : joinPath(folder, word);
}
