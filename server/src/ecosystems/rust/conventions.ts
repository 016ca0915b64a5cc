import type { Project } from '../../project/project';
import { manifestOf } from './manifest';
import type { RustSource } from './outputs';
import type { RustFile } from './sources';
import { packageFolders } from './workspace';

interface Convention {
  readonly crate: string;
  /** Code that must be there for the crate to look for the files. */
  readonly with?: RegExp;
  /** Relative to the working directory. */
  readonly paths: readonly string[];
}

/** Files that a crate opens without a text in the program that names them. Sources: the crates' documentation. */
const conventions: readonly Convention[] = [
  { crate: 'rocket', paths: ['Rocket.toml'] },
  { crate: 'rocket_dyn_templates', paths: ['templates'] },
  { crate: 'rocket_contrib', with: /\btemplates\b/, paths: ['templates'] },
  { crate: 'dotenv', with: /\bdotenv\s*\(/, paths: ['.env'] },
  { crate: 'dotenvy', with: /\bdotenv\s*\(/, paths: ['.env'] },
  { crate: 'loco-rs', paths: ['config', 'assets'] },
  { crate: 'leptos', paths: ['site'] },
];

/** What the crates of a program open by themselves. */
export function conventionalFiles(
  source: RustSource,
  files: readonly RustFile[],
  project: Project,
): { readonly path: string; readonly reason: string }[] {
  const crates = new Set(
    packageFolders(source.folder, source.place.root, project).flatMap((folder) =>
      (manifestOf(project, folder)?.dependencies ?? []).map(({ name }) => name),
    ),
  );
  return conventions
    .filter(
      ({ crate, with: code }) => crates.has(crate) && (!code || files.some((file) => code.test(file.code))),
    )
    .flatMap(({ crate, paths }) =>
      paths.map((path) => ({ path, reason: `${crate} opens ${path} by itself` })),
    );
}
