import type { Span } from '../../../text/span';
import type { Fix } from '../../rule';

/** Takes a variable's name for a slip of the pen. */
export function renaming(name: string, meant: string, at: Span): Fix {
  return {
    title: `Change $${name} to $${meant}`,
    safety: 'review',
    edits: () => [{ span: at, newText: meant, reason: `There is no variable ${name}` }],
  };
}
