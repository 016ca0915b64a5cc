import { basename } from '../../text/path';

/**
 * How many of the words of CMD only repeat what ENTRYPOINT starts already, by their indices: `node` in
 * `node` + `["node", "server.js"]`, `java` and `-jar` behind `java -jar`. Undefined when nothing is repeated; empty when
 * something is, and leaving it out would not be enough.
 */
export function repeatedWords(
  entrypoint: readonly string[],
  words: readonly string[],
): readonly number[] | undefined {
  const [program = '', ...options] = entrypoint;
  const [first = ''] = words;
  const language = interpreterOf(program);
  if (language === undefined || language !== interpreterOf(first)) return undefined;
  if (language !== 'java' || options.length === 0) return options.length === 0 ? [0] : undefined;
  if (options.length !== 1 || options[0] !== '-jar') return undefined;
  const jar = words.indexOf('-jar');
  const before = words.slice(1, jar === -1 ? undefined : jar);
  // The launcher reads options between -jar and the file, but takes no class after a class path there.
  const isJar = jar !== -1 && before.every((word) => /^-[XDeda]/.test(word) && !word.includes('classpath'));
  return isJar ? [0, jar] : [];
}

function interpreterOf(word: string): string | undefined {
  const name = basename(word);
  if (/^python[\d.]*$/.test(name)) return 'python';
  if (/^node(js)?$/.test(name)) return 'node';
  return /^(java|dotnet|ruby|php)$/.test(name) ? name : undefined;
}
