import { folderOf, joinPath } from '../paths';
import { type BuildFile, type BuildUse, imageName, isRemoteContext, literal } from './use';

/** Flags of `docker build` and `docker buildx build` that take no value; all others take the next word. */
const switches: ReadonlySet<string> = new Set(
  'pull push load no-cache quiet q rm force-rm squash compress check debug D metadata'.split(' '),
);

const buildCommand =
  /\b(?:docker|podman|nerdctl|buildah)(?:[ \t]+(?!run\b|exec\b|compose\b)[\w.=/-]+){0,6}?[ \t]+(?:build|bud)[ \t]+([^\n]*)|\/kaniko\/executor[ \t]+([^\n]*)/g;

/**
 * `docker build ... --target X` in scripts, Makefiles and CI files, read as text: variables are not followed. A build
 * whose `-f` is computed has an undefined Dockerfile. Relative paths may be meant from the file's own folder or from
 * any of `roots`, so one command can give several uses.
 */
export function commandLineUses(file: BuildFile, roots: readonly string[]): BuildUse[] {
  if (!/\b(?:build|bud|kaniko)\b/.test(file.text)) return [];
  const joined = file.text.replace(/[\\`]\r?\n[ \t]*/g, ' ');
  const folders = new Set([folderOf(file.path), ...roots]);
  return [...joined.matchAll(buildCommand)].flatMap(([, build, kaniko]): BuildUse[] => {
    const { flags, context } = readWords(wordsOf(build ?? kaniko ?? ''));
    const at = flags.get('context') ?? context ?? '.';
    const written = flags.get('f') ?? flags.get('file') ?? flags.get('dockerfile');
    const base = {
      target: literal(flags.get('target')),
      image: imageOf(flags),
      overrides: [],
      file: file.path,
    };
    const folder = literal(at);
    if (folder !== undefined && isRemoteContext(folder)) return [];
    const dockerfile = written === undefined ? undefined : literal(written);
    if (
      (written !== undefined && dockerfile === undefined) ||
      (written === undefined && folder === undefined)
    ) {
      return [{ ...base, dockerfile: undefined }];
    }
    return [...folders].map((root) => ({
      ...base,
      dockerfile: joinPath(root, dockerfile ?? joinPath(folder ?? '.', 'Dockerfile')),
    }));
  });
}

function imageOf(flags: ReadonlyMap<string, string>): string | undefined {
  return imageName(literal(flags.get('t') ?? flags.get('tag') ?? flags.get('destination')));
}

/** Words of a command, quotes removed, up to what ends it. `$(...)` and `${{ ... }}` stay inside their word. */
function wordsOf(command: string): string[] {
  const words: string[] = [];
  const lexer =
    /[ \t]*((?:"(?:\\.|[^"\\])*"|'[^']*'|\$\{\{.*?\}\}|\$\([^()]*\)|[^\s;|&<>"'])+)|[ \t]*([;|&<>"'\r])/gy;
  for (let match = lexer.exec(command); match?.[1] !== undefined; match = lexer.exec(command)) {
    words.push(match[1].replace(/"((?:\\.|[^"\\])*)"|'([^']*)'/g, '$1$2'));
  }
  return words;
}

function readWords(words: readonly string[]): {
  readonly flags: ReadonlyMap<string, string>;
  readonly context: string | undefined;
} {
  const flags = new Map<string, string>();
  let context: string | undefined;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    const [, name = '', value] = /^--?([A-Za-z][\w-]*)(?:=(.*))?$/s.exec(word) ?? [];
    if (name === '') context = word;
    else if (value !== undefined) flags.set(name, value);
    else if (!switches.has(name)) flags.set(name, words[++i] ?? '');
  }
  return { flags, context };
}
