/** What a tool does when it is called with a verb. */
export interface Deed {
  readonly builds?: true;
  readonly downloads?: true;
  /** Trees that it writes, seen from the working directory. */
  readonly writes?: readonly string[];
  /** Trees that it writes, seen from the home directory. */
  readonly home?: readonly string[];
  /** It writes, or may write, in other places too. */
  readonly unknown?: true;
}

export interface Tool {
  /** Language id; the tool's own name when it serves any language. */
  readonly language: string;
  /** One word or two (`mod download`); `''` is the call without a verb. */
  readonly verbs: Readonly<Record<string, Deed>>;
  readonly otherwise: Deed;
  /** Options before the verb that take a value. */
  readonly valued?: string;
  readonly valuedLong?: readonly string[];
}

export const quiet: Deed = {};
export const build: Deed = { builds: true, unknown: true };
export const fetch: Deed = { downloads: true };
export const install: Deed = { downloads: true, unknown: true };
export const both: Deed = { builds: true, downloads: true, unknown: true };
export const run: Deed = { unknown: true };

/** The same deed for several verbs. */
export function each(verbs: string, deed: Deed): Record<string, Deed> {
  return Object.fromEntries(verbs.split(' ').map((verb) => [verb, deed]));
}

/** A tool that builds whatever it is called with. */
export function builder(language: string, verbs: Readonly<Record<string, Deed>> = {}): Tool {
  return { language, verbs, otherwise: build };
}
