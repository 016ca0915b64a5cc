import type { Program } from '../ecosystems/ecosystem';
import type { RuntimeImage } from '../images/image';
import { runtimesOf } from '../images/languages/all';

/** The start command with the interpreter named as the runtime image has it; undefined when a shell runs it. */
export function wordsIn(
  { interpreterPath }: RuntimeImage,
  { argv, interpreter }: Program,
): readonly string[] | undefined {
  const [first, ...rest] = argv ?? [];
  if (first === undefined || interpreterPath === undefined || !interpreter) return argv;
  return runtimesOf(interpreter.language)?.names.test(first) ? [interpreterPath, ...rest] : argv;
}

/** What an image starts its interpreter through. */
const inits = /(^|\/)(tini|dumb-init)$/;

/**
 * What becomes of a start command that was CMD alone, in an image with an ENTRYPOINT of its own: the words after those of
 * the ENTRYPOINT, or an ENTRYPOINT instead. Undefined for an image that has none.
 */
export function commandOnly(
  { rung, facts }: RuntimeImage,
  words: readonly string[],
): { keyword: 'CMD' | 'ENTRYPOINT'; words: readonly string[] } | undefined {
  const { entrypoint: whole = [] } = facts;
  const entrypoint = inits.test(whole[0] ?? '') && whole[1] === '--' ? whole.slice(2) : whole;
  // The entry points of slim images only start what they are given.
  if (rung !== 'language' || entrypoint.length === 0) return undefined;
  const goesOn = words.length > entrypoint.length && entrypoint.every((word, i) => word === words[i]);
  return goesOn
    ? { keyword: 'CMD', words: words.slice(entrypoint.length) }
    : { keyword: 'ENTRYPOINT', words };
}

/** True when the image's own CMD is the start command already. */
export function startsItself({ rung, facts }: RuntimeImage, words: readonly string[] | undefined): boolean {
  const { cmd = [] } = facts;
  return (
    rung === 'server' && words?.length === cmd.length && cmd.every((word, index) => word === words[index])
  );
}
