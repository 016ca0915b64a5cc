import type { Stage } from '../../model/model';
import type { Span } from '../../text/span';
import type { Fix } from '../rule';

/** A program that was compiled in a stage and loads a C library when it starts. */
export interface DynamicBinary {
  readonly language: 'Go' | 'Rust' | 'C';
  /** The stage whose compiler and C library made it. */
  readonly stage: Stage;
  readonly libc: 'glibc' | 'musl';
  /** The command that compiles it. */
  readonly built: Span;
  /** Why it is not static, as a clause: "cgo is on and the program imports net". */
  readonly because: string;
  /** The library that it needs besides the C library: that of C++, or of Rust's and C++'s unwinding. */
  readonly runtime: 'libstdc++' | 'libgcc_s' | undefined;
  readonly fix: Fix | undefined;
}
