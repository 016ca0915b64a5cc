import type { ProgramRequest, RuntimeFile } from './ecosystem';
import { originOf, within } from '../model/paths';
import { basename, dirname, joinPath } from '../text/path';

/** What the code before a text says of the file that it names. */
export type FileUse = 'reads' | 'writes' | 'compiled-in' | 'may-read' | 'none';

/** A path that the sources of a program name. */
export interface NamedPath {
  /** Absolute, in the image. */
  readonly place: string;
  readonly use: FileUse;
  /** Certain to be a folder. */
  readonly folder: boolean;
  /** As a phrase for the user. */
  readonly reason: string;
  /** As the sources write it. */
  readonly written: string;
}

/** Settings files that libraries find by a name without extension. */
const settings = /\.(toml|ya?ml|json|json5|ron|ini)$/;

/** Collects the files and folders of the builder that the texts in a program's sources name. */
export class NamedPaths {
  readonly files = new Map<string, RuntimeFile>();
  readonly unsure = new Map<string, RuntimeFile>();
  readonly writes = new Map<string, RuntimeFile>();

  /** @param isSource true for files that are compiled, or that only a build reads */
  constructor(
    private readonly request: ProgramRequest,
    private readonly isSource: (path: string) => boolean,
  ) {}

  add({ place, use, folder, reason, written }: NamedPath): void {
    const { stage, project } = this.request;
    const origin = originOf(stage, place, project);
    const isNamed = use === 'reads' || use === 'writes' || /[./]/.test(written.replace(/^\/+/, ''));
    if (use === 'writes')
      this.writes.set(place, { path: place, folder: isFolderPath(place, folder), reason });
    if (origin.kind === 'context') {
      if (project.has(origin.path)) this.addExisting(place, origin.path, isNamed, reason);
      else if (use === 'reads') this.addSettings(place, reason);
    } else if (use === 'reads' && !/^\/(dev|proc|sys|etc|tmp|usr|run)(\/|$)/.test(place)) {
      const file = { path: place, folder: isFolderPath(place, folder), reason };
      if (origin.kind === 'command' || origin.kind === 'stage' || origin.kind === 'foreign') {
        if (/\.\w+$|\//.test(written)) this.files.set(place, file);
      } else this.addSettings(place, reason);
    }
  }

  private addExisting(place: string, path: string, isNamed: boolean, reason: string): void {
    const { project } = this.request;
    if (!isNamed || this.isSource(path) || path === '') return;
    const folder = project.isFolder(path);
    const inside = project.files.filter((file) => within(`/${file.path}`, `/${path}`));
    if (folder && inside.every((file) => this.isSource(file.path))) return;
    this.files.set(place, { path: place, folder, reason });
  }

  /** `config/default` names `config/default.toml` and the like. */
  private addSettings(place: string, reason: string): void {
    const { stage, project } = this.request;
    for (const { path } of project.files) {
      if (!settings.test(path) || basename(path).replace(settings, '') !== basename(place)) continue;
      const candidate = joinPath(dirname(place), basename(path));
      const origin = originOf(stage, candidate, project);
      if (origin.kind === 'context' && origin.path === path)
        this.files.set(candidate, { path: candidate, folder: false, reason });
    }
  }
}

function isFolderPath(place: string, folder: boolean): boolean {
  return folder || !/\.\w+$/.test(place);
}
