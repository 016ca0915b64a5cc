import type { Stage } from '../../model/model';
import type { Project } from '../../project/project';
import { known, type Fact } from '../../text/fact';
import type { PackageNeeds } from './packages';
import type { RunningSources } from './sources';
import { spawnedBy } from './spawned';
import type { NodeStart } from './start';

/** Why the program needs an image with a shell, beside the programs that it starts; undefined when it does not. */
export function whyShell(
  packages: PackageNeeds | undefined,
  sources: RunningSources | undefined,
): string | undefined {
  if (!sources || !packages) return 'the program is not in the build context, so what it needs is not known';
  return packages.prismaEngine ? 'Prisma looks for OpenSSL by shell commands' : undefined;
}

/** Why the package manager has to start the program, although no more than that is in its script. */
export function whyPackageManager(
  { followed, manifest }: NodeStart,
  sources: RunningSources,
  project: Project,
): string | undefined {
  if (!manifest || !followed || followed.through.length === 0) return undefined;
  const reader = sources.files.find((path) =>
    /\bnpm_(package|config|lifecycle)_/.test(project.read(path) ?? ''),
  );
  if (reader !== undefined) return `${reader} reads variables that ${followed.through[0] ?? 'npm'} sets`;
  const settings = project.read(manifest.folder === '' ? '.npmrc' : `${manifest.folder}/.npmrc`) ?? '';
  return /^\s*(node-options|script-shell)\s*=/m.test(settings)
    ? '.npmrc changes how scripts are run'
    : undefined;
}

/** True when a source starts `node` by that name. */
export function startsNode(files: readonly string[], project: Project): boolean {
  const own = spawnedBy(files, project);
  return own.known && own.value.includes('node');
}

/** Programs that the sources start, and those that installed packages start when the image has them. */
export function spawnsOf(
  sources: RunningSources | undefined,
  packages: PackageNeeds | undefined,
  stage: Stage,
  project: Project,
): Fact<readonly string[]> {
  const own = spawnedBy(sources?.files ?? [], project);
  if (!own.known) return own;
  const installed = new Set(
    stage.steps
      .flatMap((step) => step.commands ?? [])
      .flatMap(({ effects }) => effects)
      .flatMap((effect) => (effect.kind === 'packages' ? effect.packages.map(({ name }) => name) : [])),
  );
  const ofPackages = [...(packages?.programs.keys() ?? [])].filter((program) =>
    isThere(program, stage, installed),
  );
  return known([...new Set([...own.value, ...ofPackages])].filter((name) => name !== 'node'));
}

/** Programs of the full images. Source: docker-library/buildpack-deps. */
const inFullImages = /^(git|convert|ps)$/;
const packageOf: Readonly<Record<string, string>> = {
  convert: 'imagemagick',
  ps: 'procps',
  pdftoppm: 'poppler-utils',
};

/** Many packages start a program only if it is there, or bring their own. */
function isThere(program: string, { image }: Stage, installed: ReadonlySet<string>): boolean {
  if (program === 'sh') return true;
  if (image?.slim === false && inFullImages.test(program)) return true;
  const name = Object.hasOwn(packageOf, program) ? (packageOf[program] ?? program) : program;
  return [...installed].some((each) => each.startsWith(name) || name.startsWith(each));
}
