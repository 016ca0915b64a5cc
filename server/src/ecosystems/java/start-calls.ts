import { interpret } from '../../model/commands';
import type { RunCommand, Stage, Start } from '../../model/model';
import { originOf } from '../../model/paths';
import type { Project } from '../../project/project';
import type { ShellScript } from '../../shell/ast';
import { effectiveCommand } from '../../shell/effective-command';
import { execFormScript } from '../../shell/exec-form';
import { parseShell } from '../../shell/parse';
import { mappedSlice } from '../../text/mapped-text';
import { joinPath } from '../../text/path';

/** A command that the start command runs through a shell; a word that is only known when it runs is undefined. */
export type StartCall = readonly (string | undefined)[];

/** Scripts that run scripts: more than these are not followed. */
const MOST_SCRIPTS = 10;

/** The commands that a start command in shell form, or one that runs scripts of the build context, amounts to. */
export function startCalls(stage: Stage, project: Project): StartCall[] {
  const { entrypoint, cmd } = stage.end;
  const queue = [scriptOf(entrypoint), scriptOf(cmd), textOfCmd(entrypoint, cmd)].filter(
    (script) => script !== undefined,
  );
  const calls: StartCall[] = [];
  for (let at = 0; at < queue.length && at < MOST_SCRIPTS; at++) {
    const { workdir, env } = stage.end;
    const before = { workdir, args: new Map<string, never>(), env };
    for (const run of interpret(queue[at] as ShellScript, before, true, () => [])) {
      const words = wordsOf(run);
      if (words.length === 0) continue;
      calls.push(words);
      const script = scriptFile(words, run, stage, project);
      if (script !== undefined) queue.push(parseShell(mappedSlice(script, 0, script.length)));
    }
  }
  return calls;
}

function scriptOf(start: Start | undefined): ShellScript | undefined {
  if (start?.script) return start.script;
  const form = start?.instruction?.arguments;
  return form?.form === 'exec' ? execFormScript(form.items) : undefined;
}

/** `ENTRYPOINT ["sh", "-c"]` with the text in CMD. */
function textOfCmd(entrypoint: Start | undefined, cmd: Start | undefined): ShellScript | undefined {
  const [text] = cmd?.form === 'exec' ? cmd.argv : [];
  if (text === undefined || entrypoint?.form !== 'exec' || entrypoint.argv.at(-1) !== '-c') return undefined;
  return parseShell(mappedSlice(text, 0, text.length));
}

/** The words that the program gets, wrappers such as `exec` looked through, unquoted variables split. */
function wordsOf(run: RunCommand): StartCall {
  const { args, name } = effectiveCommand(run.command);
  const first = run.argv.length - args.length - (run.argv.length > 0 ? 1 : 0);
  return run.argv.slice(first).flatMap((value, at): (string | undefined)[] => {
    const word = at === 0 ? run.command.words[first] : args[at - 1];
    if (!value.known) return [at === 0 ? name : undefined];
    const splits = word?.parts.some((part) => part.kind === 'variable' && !part.quoted) ?? false;
    return splits ? value.value.split(/\s+/).filter((piece) => piece !== '') : [value.value];
  });
}

function scriptFile(
  words: StartCall,
  { cwd }: RunCommand,
  stage: Stage,
  project: Project,
): string | undefined {
  const [first, second] = words;
  const name = first !== undefined && /^(\/bin\/)?(sh|bash|ash|dash)$/.test(first) ? second : first;
  if (name === undefined || !/\.(sh|bash)$|\/[\w-]+$|^[\w-]+$/.test(name) || !cwd.known) return undefined;
  const paths = name.includes('/')
    ? [joinPath(cwd.value, name)]
    : [joinPath(cwd.value, name), `/usr/local/bin/${name}`, `/usr/bin/${name}`];
  for (const path of paths) {
    const origin = originOf(stage, path, project);
    if (origin.kind !== 'context' || project.isFolder(origin.path)) continue;
    const text = project.read(origin.path);
    if (text !== undefined && (/\.(sh|bash)$/.test(name) || /^#!.*sh\b/.test(text))) return text;
  }
  return undefined;
}
