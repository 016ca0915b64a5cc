import type { Stage } from '../../model/model';
import { originOf } from '../../model/paths';
import type { Project } from '../../project/project';
import { basename, joinPath } from '../../text/path';

/** What the container runs: a web server that brings PHP along, or the PHP of the command line. */
type PhpKind = 'server' | 'command';

const servers = /^(apache2-foreground|apache2|apache2ctl|apachectl|httpd|php-fpm)$/;
const isServer = /\b(apache2(-foreground|ctl)?|apachectl|httpd|php-fpm|service)\b/;

interface PhpStart {
  readonly kind: PhpKind;
  /** Undefined when a shell starts it. */
  readonly argv: readonly string[] | undefined;
}

/** The start command as PHP's, or why it is none. */
export function phpStart(
  argv: readonly string[] | undefined,
  stage: Stage,
  project: Project,
  workdir: string,
): PhpStart | string {
  if (!argv) return byShell(stage, project);
  const [program = '', ...rest] = argv;
  const name = basename(program);
  if (servers.test(name)) return { kind: 'server', argv };
  if (/^php[\d.]*$/.test(name)) {
    const tool = basename(rest.find((word) => !word.startsWith('-')) ?? '');
    if (tool === 'composer' || tool === 'composer.phar') return composerRuns;
    return { kind: 'command', argv };
  }
  if (name === 'composer') return composerRuns;
  const file = textOf(joinPath(workdir, program), stage, project);
  // The kernel starts it by the path in its first line, which only a full system has.
  if (file !== undefined && /^#!.*\bphp\b/.test(file)) return { kind: 'command', argv: undefined };
  return `${program} is not known to be a PHP program`;
}

const composerRuns = 'Composer runs each time the container starts, and it stays in the builder';

/** A shell starts it: which kind is told by what the command and its script say. */
function byShell(stage: Stage, project: Project): PhpStart | string {
  const text = startText(stage, project);
  if (/\bcomposer\b/.test(text)) return composerRuns;
  const tool = /\b(npm|npx|yarn|pnpm|node|bun)\b/.exec(text)?.[1];
  if (tool !== undefined) return `${tool} runs each time the container starts, and it stays in the builder`;
  if (/\b(supervisord?|crond?|nginx|redis-server|mysqld|mariadbd|sshd)\b/.test(text))
    return 'the start command starts several services';
  const serves = isServer.test(text) || (!/\bphp\b/.test(text) && isServerImage(stage));
  return { kind: serves ? 'server' : 'command', argv: undefined };
}

function isServerImage({ image }: Stage): boolean {
  return /apache|fpm/.test(image?.reference.tag ?? '');
}

/** The words of ENTRYPOINT and CMD, and of the scripts of the build context that they name. */
export function startText(stage: Stage, project: Project): string {
  const { entrypoint, cmd, workdir } = stage.end;
  const words = [entrypoint, cmd].flatMap((start) =>
    start
      ? [...start.argv, ...(start.form === 'shell' ? start.argv.flatMap((text) => text.split(/\s+/)) : [])]
      : [],
  );
  const scripts = words.flatMap((word) => {
    if (!/^[\w./-]+$/.test(word)) return [];
    const places = word.includes('/')
      ? [joinPath(workdir.known ? workdir.value : '/', word)]
      : [`/usr/local/bin/${word}`, `/usr/bin/${word}`, joinPath(workdir.known ? workdir.value : '/', word)];
    return places.flatMap((place) => textOf(place, stage, project) ?? []);
  });
  return [...words, ...scripts].join('\n');
}

function textOf(path: string, stage: Stage, project: Project): string | undefined {
  const origin = originOf(stage, path, project);
  return origin.kind === 'context' ? project.read(origin.path) : undefined;
}
