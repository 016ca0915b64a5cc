/** Where the command line reads and writes: a real terminal, or strings in tests. */
export interface Terminal {
  out(text: string): void;
  /** Messages about the run itself; never mixed with results. */
  err(text: string): void;
  /** Results may be coloured. */
  readonly colour: boolean;
  /** Absolute path that relative ones start from. */
  readonly folder: string;
  readInput(): Promise<Uint8Array>;
}

/** Exit codes, as documented. */
export const exitCode = { clean: 0, findings: 1, unusable: 2 } as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** Wrong usage or unreadable input: the message is all that the user needs; the exit code is 2. */
export class UnusableInput extends Error {}

/** The user's own text in our output must not be able to move the cursor or recolour the terminal. */
export function printable(text: string): string {
  // eslint's no-control-regex is about accidents; these are meant: C0 without tab and newline, DEL, C1.
  return text.replace(/[^\P{Cc}\t\n]/gu, '\uFFFD');
}

/** "1 finding", "2 findings". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
