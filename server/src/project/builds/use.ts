/** A file that may say how images are built, by its absolute path. */
export interface BuildFile {
  readonly path: string;
  readonly text: string;
}

/** One place that builds an image from a Dockerfile. */
export interface BuildUse {
  /** Absolute path of the Dockerfile; undefined when the file computes it. */
  readonly dockerfile: string | undefined;
  readonly target: string | undefined;
  /** Name that the image is given, without tag; undefined when not given or computed. */
  readonly image: string | undefined;
  /** What of the image's start command is replaced when it runs. */
  readonly overrides: readonly ('command' | 'entrypoint')[];
  /** Command by which the container's health is asked, in exec form; `sh -c` in front of one for a shell. */
  readonly probe?: readonly string[] | undefined;
  /** Absolute path of the file that says so. */
  readonly file: string;
}

/** A parsed YAML or JSON mapping; an empty one for everything else, so that a malformed file reads as saying nothing. */
export function mapping(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A literal text; undefined for other values and for texts that a variable is put into. `${X:-d}` gives `d`. */
export function literal(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return undefined;
  const text = value.replace(/\$\{\w+:?-([^${}]*)\}/g, '$1');
  return text.includes('$') || text.includes('{{') ? undefined : text;
}

/** An image reference without tag and digest. */
export function imageName(reference: string | undefined): string | undefined {
  const name = reference?.replace(/@.*$/, '').replace(/:[^/:]*$/, '');
  return name === '' ? undefined : name;
}

/** True for build contexts that are no folder: git repositories, archives, standard input. */
export function isRemoteContext(context: string): boolean {
  return context === '-' || /^(?:[a-z][a-z\d+.-]*:\/\/|git@|github\.com\/)/i.test(context);
}
