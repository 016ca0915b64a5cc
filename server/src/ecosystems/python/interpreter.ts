import { hasOfficialPython } from '../../images/carried-python';
import type { Artefact } from '../ecosystem';
import type { Stage } from '../../model/model';

/** The Python of a stage, and where it has what pip installs. */
export interface StagePython {
  /** `3.12`, or as much as is known. */
  readonly version: string | undefined;
  /** OS packages that it is; none for the language's own images. */
  readonly system: readonly string[];
  /**
   * Folders that pip fills without being told otherwise.
   * @param withData a package puts files beside them.
   */
  packages(withData: boolean): Artefact[];
}

/** Python of the distributions. Sources: packages.debian.org, packages.ubuntu.com. */
const ofDistribution: Readonly<Record<string, string>> = {
  'debian 10': '3.7',
  'debian 11': '3.9',
  'debian 12': '3.11',
  'debian 13': '3.13',
  'ubuntu 18.04': '3.6',
  'ubuntu 20.04': '3.8',
  'ubuntu 22.04': '3.10',
  'ubuntu 24.04': '3.12',
};

/** Undefined for a stage without Python. */
export function pythonOfStage(stage: Stage): StagePython | undefined {
  const { image } = stage;
  if (image?.language === 'python') {
    if (!hasOfficialPython(image)) return undefined;
    const minor = /^3\.\d+/.exec(image.languageVersion ?? '')?.[0];
    return {
      version: minor ?? image.languageVersion,
      system: [],
      packages: (withData) =>
        !installs(stage)
          ? []
          : minor === undefined || withData
            ? [folder('/usr/local', 'Python with the packages that were installed')]
            : [
                folder(`/usr/local/lib/python${minor}/site-packages`, 'the packages that were installed'),
                folder('/usr/local/bin', 'the commands that the packages bring'),
              ],
    };
  }
  const { name, version } = image?.distribution ?? {};
  const minor = ofDistribution[`${name ?? ''} ${version ?? ''}`];
  const system = installedPython(stage);
  if (image?.role !== 'os' || minor === undefined || system.length === 0) return undefined;
  // An interpreter beside the distribution's own has folders of its own.
  if (system.some((each) => /^python3\.\d+$/.test(each) && each !== `python${minor}`)) return undefined;
  return {
    version: minor,
    system,
    packages: () =>
      installs(stage)
        ? [
            folder(`/usr/local/lib/python${minor}/dist-packages`, 'the packages that were installed'),
            folder('/usr/local/bin', 'the commands that the packages bring'),
          ]
        : [],
  };
}

function folder(path: string, reason: string): Artefact {
  return { path, runtimePath: path, folder: true, reason };
}

/** True when something is installed for the interpreter itself, and not into a virtual environment. */
function installs(stage: Stage): boolean {
  return stage.steps.some(({ commands }) =>
    commands?.some(({ effects }) =>
      effects.some((effect) => effect.kind === 'downloads-dependencies' && effect.language === 'python'),
    ),
  );
}

/** True for a package that only installs and compiles others. */
export function isForBuild(name: string): boolean {
  return /^(autotools-dev|dpkg-dev|libstdc\+\+-\d+-dev|libgcc-\d+-dev|libltdl-dev|python-dev|python-dev-is-python3|python3?-(pip|venv|wheel|virtualenv|build|dev|all-dev)|python3\.\d+-(venv|distutils|dev)|py3-(pip|wheel|virtualenv)|pipx)$/.test(
    name,
  );
}

/** Packages of the distribution that are Python; pip and its kin bring it along. */
function installedPython({ steps }: Stage): string[] {
  const names = steps
    .flatMap((step) => step.commands ?? [])
    .flatMap(({ effects }) => effects)
    .flatMap((effect) => (effect.kind === 'packages' ? effect.packages.map(({ name }) => name) : []));
  if (!names.some((name) => /^python3(\.\d+)?(-|$)/.test(name))) return [];
  // Its packages are modules that a program imports; those for builds are told by the program. pip brings setuptools along.
  const modules = names.filter((name) => /^python3?(\.\d+)?-|^python3\.\d+$/.test(name) && !isForBuild(name));
  const brought = names.includes('python3-pip') ? ['python3-setuptools'] : [];
  return ['python3', ...modules, ...brought];
}
