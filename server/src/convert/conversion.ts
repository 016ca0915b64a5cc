import type { RuntimeFlavour } from '../images/image';
import type { TextEdit } from '../text/edit';
import type { Span } from '../text/span';

export interface ConvertOptions {
  readonly runtime: RuntimeFlavour;
  /** Also separates the dependency download, strips binaries and adds cache mounts. */
  readonly optimise: boolean;
}

/** A sentence for the user and the place it speaks of. */
export interface Reason {
  readonly message: string;
  readonly at: Span | undefined;
}

/** One line of the explanation: what became of an instruction or a command, and why. */
export interface ExplainedStep {
  readonly action: 'kept' | 'moved' | 'rewritten' | 'dropped' | 'added';
  readonly stage: 'builder' | 'runtime' | undefined;
  /** What it is about, as the user wrote it, shortened to one line. */
  readonly subject: string;
  readonly reason: string;
  readonly at: Span | undefined;
}

export type Conversion =
  | {
      readonly status: 'converted';
      /** Reference of the runtime image chosen. */
      readonly runtime: string;
      /** Minimal hunks against the source, each with its reason. */
      readonly edits: readonly TextEdit[];
      readonly dockerfile: string;
      /** Why this rung and not a smaller one; empty when it is the smallest. */
      readonly reasons: readonly Reason[];
      /** What the user should look at: behaviour that the analysis cannot vouch for. */
      readonly warnings: readonly Reason[];
      readonly steps: readonly ExplainedStep[];
    }
  | {
      readonly status: 'refused';
      readonly reasons: readonly Reason[];
      readonly steps: readonly ExplainedStep[];
    }
  | { readonly status: 'nothing-to-do'; readonly reasons: readonly Reason[] };
