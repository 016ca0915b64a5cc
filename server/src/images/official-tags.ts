import data from './official-tags.json';
import { type Release, releaseOfWord } from './releases';
import { compareVersions, isWithin } from './version';

/** How many parts of a version make a line of releases; two (`1.22`) where the repository is not listed. */
const LINE_LENGTH = new Map([
  ['node', 1],
  ['gcc', 1],
  ['eclipse-temurin', 1],
  ['openjdk', 1],
]);
const tags: Readonly<Record<string, Readonly<Record<string, string>>>> = data.tags;

interface Run {
  readonly from: string;
  readonly to: string;
  readonly release: string;
}

/**
 * The release that a tag of an official image stands on when it names none, from the library's history: `golang`,
 * `1.22`, '' gives Debian 12. `version` undefined is the floating tag. Undefined where the history does not say.
 *
 * @param variant the tag's other words, `slim`, `jre-alpine`
 */
export function releaseBehind(
  repository: string,
  version: string | undefined,
  variant: string,
): Release | undefined {
  const variants = Object.hasOwn(tags, repository) ? tags[repository] : undefined;
  if (!variants || !Object.hasOwn(variants, variant)) return undefined;
  const written = variants[variant] as string;
  const [floating = '', ...cells] = (
    written.startsWith('=') ? (variants[written.slice(1)] ?? '') : written
  ).split(' ');
  if (version === undefined) return releaseOfWord(floating);

  let run: Run | undefined;
  let next: Run | undefined;
  for (let at = 0; at + 2 < cells.length; at += 3) {
    const [from, to, release] = cells.slice(at, at + 3) as [string, string, string];
    if (compareVersions(from, version) <= 0 || isWithin(from, version)) run = { from, to, release };
    else next ??= { from, to, release };
  }
  if (!run) return undefined;
  if (isWithin(run.to, version) || compareVersions(version, run.to) <= 0) return releaseOfWord(run.release);
  // Newer than what was listed: a later patch of the same line, unless that line had moved on by then.
  const line = version
    .split('.')
    .slice(0, LINE_LENGTH.get(repository) ?? 2)
    .join('.');
  const known = isWithin(run.to, line) && !(next && isWithin(next.from, line));
  return known ? releaseOfWord(run.release) : undefined;
}
