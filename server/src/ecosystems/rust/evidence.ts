import type { Program, ProgramRequest } from '../ecosystem';
import { within } from '../../model/paths';
import { dirname, joinPath, relativeTo, withoutTrailingSlash } from '../../text/path';
import { NamedPaths } from '../named-paths';
import { conventionalFiles } from './conventions';
import { pathIn, useOf } from './file-uses';
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

/** What a build reads and a program does not. */
const sources =
  /\.(rs|proto)$|(^|\/)(Cargo\.(toml|lock)|Dockerfile[^/]*|[^/]*\.[Dd]ockerfile|\.dockerignore|rust-toolchain(\.toml)?)$/;

class Findings extends NamedPaths {
  /** Absolute folders in the stage whose content is compiled in. */
  readonly embedded: string[] = [];

  constructor(private readonly of: ProgramRequest) {
    super(of, (path) => sources.test(path));
  }

  addFile(file: RustFile, source: RustSource, profile: string): void {
    for (const literal of file.literals) {
      const use = useOf(literal);
      const named = use === 'none' ? undefined : pathIn(literal.value);
      if (!named) continue;
      const fromManifest = /CARGO_MANIFEST_DIR""\s*\)\s*,\s*$|relative!\s*\(\s*$/.test(literal.before);
      if (use === 'compiled-in' && !fromManifest) {
        this.addEmbedded(named.path, literal.before, file, source, profile);
        continue;
      }
      const written = fromManifest ? named.path.replace(/^\/+/, '') : named.path;
      const base = fromManifest ? packageRoot(source) : this.of.workdir;
      const place = withoutTrailingSlash(joinPath(base, written));
      if (place === '/' || place === withoutTrailingSlash(base)) continue;
      const reason = `${file.path}:${literal.line} names ${literal.value}`;
      this.add({ place, use: fromManifest ? 'reads' : use, folder: named.folder, reason, written });
    }
  }

  private addEmbedded(written: string, before: string, file: RustFile, source: RustSource, profile: string) {
    const root = packageRoot(source);
    // rust-embed reads the folder at run time in a debug build, from where it was compiled.
    if (profile === 'debug' && /#\[\s*folder\b[^\]]*$/.test(before)) {
      const place = withoutTrailingSlash(joinPath(root, written));
      const reason = `${file.path} embeds ${written}, which a debug build reads at run time`;
      this.add({ place, use: 'reads', folder: true, reason, written });
      return;
    }
    const nextToFile = /\binclude(_str|_bytes)?!\s*[({[]\s*$/.test(before);
    const { stageRoot, contextRoot } = source.place.root;
    const fileFolder = joinPath(stageRoot, relativeTo(`/${contextRoot}`, `/${dirname(file.path)}`) ?? '.');
    const isTemplate = /#\[\s*template\b[^\]]*$/.test(before);
    const path = isTemplate ? 'templates' : written;
    this.embedded.push(withoutTrailingSlash(joinPath(nextToFile ? fileFolder : root, path)));
  }

  addConvention({ path, reason }: { readonly path: string; readonly reason: string }): void {
    const place = joinPath(this.of.workdir, path);
    this.add({ place, use: 'may-read', folder: false, reason, written: `./${path}` });
  }
}

/** Folder of the package in the stage: what CARGO_MANIFEST_DIR says. */
function packageRoot({ place, folder }: RustSource): string {
  const below = relativeTo(`/${place.root.contextRoot}`, `/${folder}`) ?? '';
  return below === '' ? place.root.stageRoot : joinPath(place.root.stageRoot, below);
}
