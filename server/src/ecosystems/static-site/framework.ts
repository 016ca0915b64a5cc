import type { Project } from '../../project/project';
import type { CommandLine } from './command-line';
import type { PackageFile } from './package-file';

/** How unknown addresses are answered. */
export type Fallback =
  /** By the one page of the site, as a router in the browser needs it. */
  | 'single'
  /** By the page of that name, and by the one page of the site where there is none. */
  | 'pages-or-single'
  /** By the page of that name, with or without a slash, or not found. */
  | 'pages'
  /** By the folder's page after a redirection to its slash, or not found. */
  | 'folders';

/** What a web server hands out, and how. */
export interface Site {
  /** Absolute folder in the stage. */
  readonly folder: string;
  readonly port: number;
  /** Path that the site lies under: `/` or `/docs/`. */
  readonly base: string;
  readonly fallback: Fallback;
  /** Other origins may read it: `serve --cors`. */
  readonly cors?: boolean;
  /** Folders without a page of their own are listed. */
  readonly lists?: boolean;
  /** PORT would have moved the server to another port when the container starts. */
  readonly portByVariable?: boolean;
  /** What the build needs, so that the pages fit the place where the development server has them. */
  readonly buildWith?: {
    readonly arguments: readonly string[];
    readonly environment: ReadonlyMap<string, string>;
  };
}

export interface FrameworkRequest {
  /** The command that serves. */
  readonly server: CommandLine;
  readonly kind: 'development' | 'preview';
  /** The command of the `build` script; undefined where the site is built elsewhere. */
  readonly build: CommandLine | undefined;
  readonly file: PackageFile;
  readonly project: Project;
  /** Value of a variable as the server sees it. */
  variable(name: string): string | undefined;
}

/** A tool that builds a web site, and serves it while it is developed. */
export interface Framework {
  /** As its users call it. */
  readonly name: string;
  /** `development`: compiles what is asked for; `preview`: hands out what was built. Undefined for other commands. */
  serves(line: CommandLine): 'development' | 'preview' | undefined;
  builds(line: CommandLine): boolean;
  /** Beginnings of the names of variables that a build puts into the pages. */
  readonly variables: readonly string[];
  /** The site, or why it cannot be handed out by a plain web server. Undefined: this is no web site. */
  siteOf(request: FrameworkRequest): Site | string | undefined;
}

/** A port as a word of a command line or the value of a variable. */
export function portOf(text: string | undefined): number | undefined {
  if (text === undefined || !/^\d{1,5}$/.test(text)) return undefined;
  const port = Number(text);
  return port > 0 && port < 65_536 ? port : undefined;
}

/** `docs`, `/docs`, `https://example.org/docs`: the path `/docs/`. Undefined where it is relative to the page. */
export function basePath(text: string): string | undefined {
  const path = /^https?:\/\/[^/]+(\/.*)?$/.exec(text)?.[1] ?? (/^https?:/.test(text) ? '/' : text);
  if (!/^[\w./-]*$/.test(path) || path.startsWith('.') || path.includes('..')) return undefined;
  const trimmed = path.replace(/^\/+|\/+$/g, '');
  return trimmed === '' ? '/' : `/${trimmed}/`;
}
