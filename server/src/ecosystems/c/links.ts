import type { Fact } from '../../text/fact';

/** How a program was linked, as far as the build says it. */
export interface Links {
  readonly isCxx: boolean;
  readonly isStatic: boolean;
  /** Libraries by the name that linkers know. */
  readonly libraries: Fact<readonly string[]>;
}
