import type { Span } from '../text/span';

/**
 * The simple commands of a shell text in source order, those inside groups, conditions, loops,
 * functions and `sh -c "..."` included. Spans are document offsets.
 */
export interface ShellScript {
  readonly commands: readonly SimpleCommand[];
  /** Why the text could not be understood in full; then `commands` holds what comes before the fault. */
  readonly fault: { readonly message: string; readonly span: Span } | undefined;
  /** True when the text is nothing but simple commands joined by `&&`, `;` or newlines at the top level. */
  readonly plain: boolean;
}

/** How a command is tied to what stands before it at its own level. */
export type Joiner = 'start' | '&&' | '||' | ';' | '|' | '&';

export interface SimpleCommand {
  /** `NAME=value` before the command name. */
  readonly assignments: readonly Assignment[];
  /** Command name first. Empty when there are only assignments or redirections. */
  readonly words: readonly ShellWord[];
  readonly redirections: readonly Redirection[];
  /** From the first assignment or word to the last word or redirection. */
  readonly span: Span;
  readonly joiner: Joiner;
  /** What stands after it at its own level. */
  readonly follower: '&&' | '||' | ';' | '|' | '&' | 'end';
  /**
   * `always`: runs whenever the commands before it succeeded. `maybe`: inside if, case, loop, `||`, a function or a
   * subshell whose run is not certain. `substitution`: inside `$(...)`, backticks or `<(...)`.
   */
  readonly runs: 'always' | 'maybe' | 'substitution';
  /** Commands with equal numbers share one working directory and environment; `( )` opens another. */
  readonly scope: number;
  /** Scope number of the enclosing shell; undefined for the outermost. */
  readonly outerScope: number | undefined;
}

export interface Assignment {
  readonly name: string;
  readonly value: ShellWord;
  readonly span: Span;
}

export interface ShellWord {
  /** Source text, continuations removed. */
  readonly raw: string;
  readonly span: Span;
  readonly parts: readonly WordPart[];
  /** Literal value after quote removal; undefined when the word holds any expansion. */
  readonly literal: string | undefined;
  /** An unquoted `*`, `?` or `[` in it: the shell expands it to file names. */
  readonly glob: boolean;
}

export type WordPart =
  | { readonly kind: 'text'; readonly value: string; readonly quoted: boolean }
  /** `$X`, `${X}`, `${X:-d}`, `${X-d}`; other operators are `opaque`. */
  | {
      readonly kind: 'variable';
      readonly name: string;
      readonly quoted: boolean;
      readonly fallback: string | undefined;
      /** With a colon (`:-`): an empty value counts as unset. */
      readonly emptyIsUnset: boolean;
      readonly span: Span;
    }
  /** Command or arithmetic substitution, special parameters, anything not modelled. */
  | { readonly kind: 'opaque'; readonly raw: string; readonly span: Span };

export interface Redirection {
  /** `>`, `>>`, `<`, `2>`, `&>`, `<<` ... */
  readonly operator: string;
  readonly target: ShellWord | undefined;
  readonly span: Span;
}
