import type { Dockerfile, Flag } from '../../../dockerfile/ast';
import type { Fix } from '../../rule';

/** Takes a flag out with the blanks behind it; a line break there stays. */
export function removeFlag({ name, span }: Flag, { text }: Dockerfile): Omit<Fix, 'safety'> {
  let { end } = span;
  while (text.charAt(end) === ' ' || text.charAt(end) === '\t') end++;
  return {
    title: `Remove --${name}`,
    edits: () => [{ span: { start: span.start, end }, newText: '', reason: `--${name} is not needed` }],
  };
}
