import type { Program, ProgramRequest, RuntimeFile } from '../ecosystem';
import { originOf, within } from '../../model/paths';
import { basename, dirname, joinPath, relativeTo, withoutTrailingSlash } from '../../text/path';
import { conventionalFiles } from './conventions';
import { pathIn, useOf, type FileUse } from './file-uses';
import { sourceFiles, type RustFile } from './sources';
import { spawnedPrograms } from './spawns';
import type { RustSource } from './outputs';

type Evidence = Pick<Program, 'files' | 'unsure' | 'writes' | 'spawns' | 'compiledIn'>;

/** A program's sources and the profile they are compiled with. */
export interface CompiledSource {
  readonly source: RustSource;
  readonly profile: string;
}

/** What the sources say of files that the program opens, and of programs that it starts. */
export function evidenceOf(request: ProgramRequest, programs: readonly CompiledSource[]): Evidence {
  const found = new Findings(request);
  const spawning: RustFile[] = [];
  for (const { source, profile } of programs) {
    const files = sourceFiles(source, request.project);
    spawning.push(...files);
    for (const file of files) found.addFile(file, source, profile);
    for (const each of conventionalFiles(source, files, request.project)) found.addConvention(each);
  }
  return {
    files: [...found.files.values()],
    unsure: [...found.unsure.values()],
    writes: [...found.writes.values()],
    spawns: spawnedPrograms(spawning),
    compiledIn: (path) => found.embedded.some((folder) => within(folder, path) || within(path, folder)),
  };
}

/** Settings files that the `config` crate finds by a name without extension. */
const settings = /\.(toml|ya?ml|json|json5|ron|ini)$/;
const sources =
  /\.(rs|proto)$|(^|\/)(Cargo\.(toml|lock)|Dockerfile[^/]*|[^/]*\.[Dd]ockerfile|\.dockerignore|rust-toolchain(\.toml)?)$/;

class Findings {
  readonly files = new Map<string, RuntimeFile>();
  readonly unsure = new Map<string, RuntimeFile>();
  readonly writes = new Map<string, RuntimeFile>();
  /** Absolute folders in the stage whose content is compiled in. */
  readonly embedded: string[] = [];

  constructor(private readonly request: ProgramRequest) {}

  addFile(file: RustFile, source: RustSource, profile: string): void {
    for (const literal of file.literals) {
      const use = useOf(literal);
      const named = use === 'none' ? undefined : pathIn(literal.value);
      if (!named) continue;
      const fromManifest = /CARGO_MANIFEST_DIR""\s*\)\s*,\s*$|relative!\s*\(\s*$/.test(literal.before);
      const root = packageRoot(source);
      if (use === 'compiled-in' && !fromManifest) {
        this.addEmbedded(named.path, literal.before, file, source, profile);
        continue;
      }
      const relative = fromManifest ? named.path.replace(/^\/+/, '') : named.path;
      const base = fromManifest ? root : this.request.workdir;
      const place = withoutTrailingSlash(joinPath(base, relative));
      if (place === '/' || place === withoutTrailingSlash(base)) continue;
      const at = `${file.path}:${literal.line}`;
      this.addUse(
        place,
        fromManifest ? 'reads' : use,
        named.folder,
        `${at} names ${literal.value}`,
        relative,
      );
    }
  }

  private addEmbedded(
    path: string,
    before: string,
    file: RustFile,
    source: RustSource,
    profile: string,
  ): void {
    const isTemplate = /#\[\s*template\b[^\]]*$/.test(before);
    const isFolder = /#\[\s*folder\b[^\]]*$/.test(before);
    const nextToFile = /\binclude(_str|_bytes)?!\s*[({[]\s*$/.test(before);
    const root = packageRoot(source);
    const fileFolder = joinPath(
      source.place.root.stageRoot,
      relativeTo(`/${source.place.root.contextRoot}`, `/${dirname(file.path)}`) ?? '.',
    );
    if (isTemplate) this.embedded.push(joinPath(root, 'templates'));
    else this.embedded.push(withoutTrailingSlash(joinPath(nextToFile ? fileFolder : root, path)));
    // rust-embed reads the folder at run time in a debug build, from where it was compiled.
    if (isFolder && profile === 'debug') {
      const place = withoutTrailingSlash(joinPath(root, path));
      this.embedded.pop();
      this.addUse(
        place,
        'reads',
        true,
        `${file.path} embeds ${path}, which a debug build reads at run time`,
        path,
      );
    }
  }

  addConvention({ path, reason }: { readonly path: string; readonly reason: string }): void {
    this.addUse(joinPath(this.request.workdir, path), 'may-read', false, reason, `./${path}`);
  }

  private addUse(place: string, use: FileUse, folder: boolean, reason: string, written: string): void {
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
    if (!isNamed || sources.test(path) || path === '') return;
    const folder = project.isFolder(path);
    if (
      folder &&
      project.files.every((file) => !within(`/${file.path}`, `/${path}`) || sources.test(file.path))
    )
      return;
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

/** Folder of the package in the stage: what CARGO_MANIFEST_DIR says. */
function packageRoot({ place, folder }: RustSource): string {
  const below = relativeTo(`/${place.root.contextRoot}`, `/${folder}`) ?? '';
  return below === '' ? place.root.stageRoot : joinPath(place.root.stageRoot, below);
}
