import type { Stage } from '../model/model';
import { originOf } from '../model/paths';
import type { Project } from '../project/project';
import type { ShellScript } from '../shell/ast';
import { parseShell } from '../shell/parse';
import { joinPath } from '../text/path';
import { mappedSlice } from '../text/mapped-text';

export const shells = /^(\/(usr\/)?(local\/)?bin\/)?(sh|bash|ash|dash)$/;

/** A script of the build context, found where the image has it. */
export interface ScriptFile {
  /** Absolute path in the stage. */
  readonly path: string;
  /** Undefined when its text is not at hand. */
  readonly text: string | undefined;
  /** Program that its first line names; undefined without such a line. */
  readonly interpreter: string | undefined;
}

/** The file of the build context that a word of a command line names, by path or through PATH; undefined for others. */
export function contextFile(word: string, stage: Stage, project: Project): ScriptFile | undefined {
  for (const path of candidates(word, stage)) {
    let origin = originOf(stage, path, project);
    // Stages copy from earlier ones only, so that this ends.
    while (origin.kind === 'stage') origin = originOf(origin.stage, origin.path, project);
    if (origin.kind !== 'context' || project.isFolder(origin.path)) continue;
    const text = project.read(origin.path);
    return { path, text, interpreter: text === undefined ? undefined : interpreterOf(text) };
  }
  return undefined;
}

/** The absolute paths at which a word of a command line can be found. */
export function candidates(word: string, { end }: Stage): string[] {
  if (word.startsWith('/')) return [joinPath('/', word)];
  if (word.includes('/')) return end.workdir.known ? [joinPath(end.workdir.value, word)] : [];
  const path = end.env.get('PATH');
  const folders = path?.known ? path.value.split(':') : ['/usr/local/bin', '/usr/bin', '/bin'];
  return folders.filter((folder) => folder.startsWith('/')).map((folder) => joinPath(folder, word));
}

/** Source: execve(2); `/usr/bin/env bash` names bash. */
function interpreterOf(text: string): string | undefined {
  const found = /^#!\s*(\S+)(?:[ \t]+(\S+))?/.exec(text);
  return found?.[1]?.endsWith('/env') ? found[2] : found?.[1];
}

/** A script as a shell reads it. */
export function readScript(text: string): ShellScript {
  return parseShell(mappedSlice(text, 0, text.length));
}

/** The script that a start command runs: `./start.sh`, `sh start.sh`, or a name found through PATH. */
export interface StartScript {
  readonly name: string;
  readonly path: string;
  /** Words of the command line that lead to the script; the rest are its arguments. */
  readonly words: number;
  readonly script: ShellScript | undefined;
  /** Why it cannot be read, when it cannot. */
  readonly fault: string;
}

/** Undefined when the start command runs no script. */
export function scriptOf(argv: readonly string[], stage: Stage, project: Project): StartScript | undefined {
  const [program = '', second] = argv;
  // They do no more than to fetch and start a build tool, which languages know.
  if (/(^|\/)(gradlew|mvnw)$/.test(program)) return undefined;
  const throughShell = shells.test(program) && second !== undefined && !second.startsWith('-');
  const name = throughShell ? second : program;
  // A shell reads its script from the working directory; only then does it look into PATH.
  const file =
    (throughShell && !name.includes('/') ? contextFile(`./${name}`, stage, project) : undefined) ??
    contextFile(name, stage, project);
  const looksLikeScript = throughShell || /\.(sh|bash)$/.test(name);
  const words = throughShell ? 2 : 1;
  const unread = (fault: string): StartScript => ({
    name,
    path: file?.path ?? '',
    words,
    script: undefined,
    fault: `${name} ${fault}`,
  });
  if (file?.text === undefined) {
    return looksLikeScript ? unread('is a script that is not in the build context') : undefined;
  }
  const { interpreter, text, path } = file;
  if (!looksLikeScript && interpreter === undefined) return undefined;
  if (interpreter !== undefined && !throughShell && !shells.test(interpreter))
    return unread(`is run by ${interpreter}`);
  return { name, path, words, script: readScript(text), fault: '' };
}
