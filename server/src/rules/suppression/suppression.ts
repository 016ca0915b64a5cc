import type { Span } from '../../text/span';

/** A comment or directive of the Dockerfile that silences rules. */
export interface Suppression {
  /** Whose words they are. Only our own are judged: the others speak to other tools too. */
  readonly by: 'jettison' | 'hadolint' | 'buildkit';
  /** The whole comment or directive, without its line ending. */
  readonly at: Span;
  readonly names: readonly SuppressedName[];
  /**
   * From the comment, or the start of the instruction that it stands inside, to the end of that instruction or of the
   * next one; `file`; or `nothing`: no instruction follows.
   */
  readonly scope: Span | 'file' | 'nothing';
}

/** A rule as it is named: its id, or what another linter calls it. */
export interface SuppressedName {
  readonly name: string;
  readonly at: Span;
}

/** One of our own suppression comments, and what became of it. */
export interface JudgedSuppression extends Suppression {
  readonly names: readonly JudgedName[];
}

export interface JudgedName extends SuppressedName {
  /**
   * `unused`: the rule ran and found nothing there. `unjudged`: it did not run, or not everything that it looks at is
   * known, so that its silence proves nothing.
   */
  readonly standing: 'used' | 'unused' | 'unknown-rule' | 'unjudged';
  /** The rule that an unknown name most likely means. */
  readonly meant: string | undefined;
}
