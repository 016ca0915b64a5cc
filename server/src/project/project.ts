/**
 * An immutable view of a build context, read once and then asked synchronously. Paths are relative to the
 * context's root, with `/`, without a leading `./`; `''` is the root itself.
 */
export interface Project {
  /** The context's files after `.dockerignore`, sorted. Folders follow from the paths. */
  readonly files: readonly ContextFile[];
  /** Files that `.dockerignore` hides: in the folder, not in the context. */
  readonly ignored: readonly string[];
  /** True when a limit cut the listing short: absence of a path then proves nothing. */
  readonly truncated: boolean;
  /** The `.dockerignore` in force, or undefined when there is none. */
  readonly dockerignore: string | undefined;
  /** Where the Dockerfile lies, relative to the root; undefined when outside the context. */
  readonly dockerfilePath: string | undefined;
  /** Stage names or indices that compose, bake, skaffold, devcontainer, CI files or Makefiles build this Dockerfile by. */
  readonly targets: readonly StageTarget[];
  /** Commands that compose or Kubernetes files set for the image, overriding CMD or ENTRYPOINT. */
  readonly overrides: readonly StartOverride[];
  /** Health checks that compose files set for the image. */
  readonly probes: readonly ImageProbe[];
  has(path: string): boolean;
  isFolder(path: string): boolean;
  /** Text of a file that was loaded (manifests, sources, scripts); undefined for others, binary and missing ones. */
  read(path: string): string | undefined;
}

export interface ContextFile {
  readonly path: string;
  /** Bytes; undefined when the file system does not tell cheaply. */
  readonly size: number | undefined;
}

export interface StageTarget {
  readonly target: string;
  /** File that says so, relative to the root. */
  readonly file: string;
}

export interface StartOverride {
  readonly kind: 'command' | 'entrypoint';
  readonly file: string;
  /** Stage that the file builds up to; undefined for the last one. */
  readonly target?: string | undefined;
}

/** A health check that a compose file sets for the image: it runs in the container, with what the image has. */
export interface ImageProbe {
  /** In exec form; `sh -c` in front of a shell's text. */
  readonly argv: readonly string[];
  readonly file: string;
  readonly target?: string | undefined;
}

/** How project files are reached: the disk, or the editor's virtual file systems. Paths are URIs. */
export interface FileAccess {
  /** Entries of a folder; undefined when it is missing or unreadable. Symbolic links are reported as what they point to, loops as files. */
  list(uri: string): Promise<readonly FolderEntry[] | undefined>;
  /** UTF-8 text; undefined when missing, unreadable, binary (holds a NUL) or larger than `maxBytes`. */
  read(uri: string, maxBytes: number): Promise<string | undefined>;
}

export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder';
  readonly size: number | undefined;
}

/** An empty, truncated project: nothing is known of the context. */
export const unknownProject: Project = {
  files: [],
  ignored: [],
  truncated: true,
  dockerignore: undefined,
  dockerfilePath: undefined,
  targets: [],
  overrides: [],
  probes: [],
  has: () => false,
  isFolder: () => false,
  read: () => undefined,
};
