import { basename, joinPath, relativeTo } from '../../text/path';
import type { Manifest } from './manifest';
import { simpleCommand, type NotFollowed } from './scripts';
import { parseShell } from '../../shell/parse';
import { mappedSlice } from '../../text/mapped-text';

/** A start command that needs Bun alone. */
export interface BunStarted {
  readonly argv: readonly string[];
  /** Assignments before the program, in the scripts that led to it. */
  readonly environment: ReadonlyMap<string, string>;
  /** File that is started, as it is written. */
  readonly file: string;
  /** `bun run start`; empty for a plain call. */
  readonly through: readonly string[];
}

const isCode = /\.[cm]?[jt]sx?$/;
/** Options of Bun that take the next word. Source: bun.sh, docs/cli/run. */
const valued = /^(--cwd|-r|--preload|--env-file|--filter|-F|-c|--config|-d|--define|--conditions|--port)$/;
/** Scripts that call scripts: more than these are not followed. */
const DEEPEST = 8;

/** Follows `bun run start` to the file that Bun runs at its end. */
export function followBun(
  argv: readonly string[],
  manifest: Manifest | undefined,
  depth = 0,
): BunStarted | NotFollowed {
  const [program = '', ...words] = argv;
  if (depth > DEEPEST) return { because: 'scripts of package.json call each other' };
  if (basename(program) !== 'bun') return { because: `${program} may need a shell or other programs` };
  const spoken = ['bun', ...words].join(' ');
  const operands: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    if (operands.length === 0 || operands[0] === 'run') {
      if (valued.test(word)) {
        if (word === '--cwd' || word.startsWith('-F') || word === '--filter')
          return { because: `what ${spoken} runs is not followed` };
        i++;
        continue;
      }
      if (word.startsWith('-')) continue;
    }
    operands.push(word);
  }
  const [verb = '', ...others] = operands;
  const [target = '', ...rest] = verb === 'run' ? others : operands;
  const text = manifest?.scripts.get(target);
  if (text === undefined) {
    const isFile = isCode.test(target) || /^\.{0,2}\//.test(target);
    return isFile
      ? { argv: ['bun', ...words], environment: new Map(), file: target, through: [] }
      : { because: `what ${spoken} runs is not followed` };
  }
  const hook = [`pre${target}`, `post${target}`].find((name) => manifest?.scripts.has(name));
  if (hook !== undefined)
    return { because: `package.json has a script ${hook}, which runs along with ${target}` };
  const hasOptions = words.some((word) => word.startsWith('-'));
  const simple = simpleCommand(parseShell(mappedSlice(text, 0, text.length)));
  if (!simple || hasOptions || rest.length > 0)
    return { because: `the script ${target} of package.json does more than start one program` };
  const inner = followBun(simple.argv, manifest, depth + 1);
  return 'because' in inner
    ? inner
    : {
        ...inner,
        environment: new Map([...simple.environment, ...inner.environment]),
        through: [spoken, ...inner.through],
      };
}

/** The file that is started, seen from the folder of package.json. */
export function bunEntry({ file }: BunStarted, workdir: string, folder: string): string | undefined {
  const path = joinPath(workdir, file);
  return isCode.test(path) ? relativeTo(folder, path) : undefined;
}
