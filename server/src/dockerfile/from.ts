import { DockerfileParser } from 'dockerfile-ast';
import type { Range } from '../text/span';
import type { Dockerfile, Word } from './ast';
import type { JoinedText } from './joined-text';
import { wordOf } from './words';

/** Nothing that names an image is longer; the library needs a microsecond for each character. */
const longest = 10_000;

/** As nearly every FROM is written. The library agrees, but takes a tenth of the time of the whole analysis for it. */
const plain = /^([\w./:@-]+)(?:[ \t]+as[ \t]+([\w.-]+))?$/i;

/**
 * The image and the stage name of a FROM, read by dockerfile-ast from the instruction's joined line alone: there it
 * agrees with BuildKit, and a column of its answer is an index in the line. What it reads otherwise than BuildKit is
 * masked first, character by character: escapes and `--` mean nothing here, other blanks part words as well.
 */
export function readFrom(
  body: JoinedText,
  escape: Dockerfile['escape'],
): { image: Word | undefined; alias: Word | undefined } {
  if (body.text.length > longest) return { image: undefined, alias: undefined };
  const [, image, alias] = plain.exec(body.text) ?? [];
  if (image !== undefined) {
    const { length } = body.text;
    return {
      image: wordOf(body, 0, image.length, escape),
      alias: alias === undefined ? undefined : wordOf(body, length - alias.length, length, escape),
    };
  }
  const prefix = 'FROM ';
  const masked = body.text
    .replaceAll('\\', '_')
    .replaceAll('--', '__')
    .replace(/[\v\f\r]/g, ' ');
  const [from] = DockerfileParser.parse(prefix + masked).getFROMs();
  const word = (range: Range | null | undefined): Word | undefined =>
    range
      ? wordOf(body, range.start.character - prefix.length, range.end.character - prefix.length, escape)
      : undefined;
  return { image: word(from?.getImageRange()), alias: word(from?.getBuildStageRange()) };
}
