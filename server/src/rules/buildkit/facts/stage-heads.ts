import type { Dockerfile, FromInstruction, Word } from '../../../dockerfile/ast';
import { splitAtBlanks } from '../../../dockerfile/words';
import type { BuildModel } from '../../../model/model';

/** `FROM image AS name`, word by word. */
export interface NamedHead {
  readonly from: FromInstruction;
  readonly as: Word;
  /** As written; stage names are compared in lower case. */
  readonly name: Word;
}

/** The FROM instructions of three words, the only ones that BuildKit reads a stage's name from. */
export function namedHeads({ stages, dockerfile }: BuildModel): readonly NamedHead[] {
  return stages.flatMap(({ from }) => {
    const [, as, name, ...rest] = splitAtBlanks(from.body, dockerfile.escape);
    return as && name && rest.length === 0 ? [{ from, as, name }] : [];
  });
}

/** A keyword as it is written; undefined where a line break runs through it. */
export function writtenKeyword(
  { keywordSpan }: { readonly keywordSpan: FromInstruction['keywordSpan'] },
  { text }: Dockerfile,
): string | undefined {
  const written = text.slice(keywordSpan.start, keywordSpan.end);
  return /^[a-z]+$/i.test(written) ? written : undefined;
}
