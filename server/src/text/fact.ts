import type { Span } from './span';

/** A value that was established, or the reason why it could not be. Rules are silent on unknown; the converter refuses. */
export type Fact<T> = Known<T> | Unknown;

export interface Known<T> {
  readonly known: true;
  readonly value: T;
  /** Where the document says so; absent when it follows from the base image or from Docker's defaults. */
  readonly source?: Span;
}

export interface Unknown {
  readonly known: false;
  /** What could not be established, as a phrase for the user: "the value of $VERSION is not set here". */
  readonly because: string;
  readonly source?: Span;
}

export function known<T>(value: T, source?: Span): Known<T> {
  return source ? { known: true, value, source } : { known: true, value };
}

export function unknown(because: string, source?: Span): Unknown {
  return source ? { known: false, because, source } : { known: false, because };
}
