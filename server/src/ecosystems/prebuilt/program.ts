import type { Program, ProgramRefusal, ProgramRequest } from '../ecosystem';
import type { Stage } from '../../model/model';
import type { Project } from '../../project/project';
import { known } from '../../text/fact';
import { locatePrebuilt } from './locate';

/** Packages that fetch and unpack what a file downloads. */
const fetchTools =
  /^(curl|wget|aria2|tar|gzip|bzip2|xz-utils|xz|zstd|unzip|zip|p7zip|7zip|cpio|gnupg2?|gpg|dirmngr|jq|file|lsb-release|apt-transport-https)$/;

/** The program that was built elsewhere and that the start command runs; undefined when it is none. */
export function analysePrebuilt(request: ProgramRequest): Program | ProgramRefusal | undefined {
  const { argv, stage, project, at } = request;
  const [first, ...rest] = argv ?? [];
  const found = first === undefined ? undefined : locatePrebuilt(first, stage, project);
  if (first === undefined || !found) return undefined;
  const libc = stage.image?.libc;
  const isStatic = found.release !== undefined;
  if (!isStatic && (libc === undefined || libc === 'none')) {
    return { kind: 'refusal', message: `which libraries ${first} needs is not known`, at };
  }
  return {
    kind: 'program',
    language: 'prebuilt',
    artefacts: [
      {
        path: found.path,
        runtimePath: found.path,
        folder: found.folder,
        reason: isStatic
          ? `the program: released by ${found.release ?? ''} as a static binary`
          : `the program, which ${found.origin === 'download' ? 'is fetched as it is' : 'the build context holds as it is'}`,
      },
    ],
    argv: [first, ...rest],
    libc: isStatic ? 'none' : (libc ?? 'glibc'),
    builderImage: stage.image,
    cxxRuntime: false,
    libraries: [],
    files: [],
    unsure: [],
    writes: [],
    spawns: known([]),
    buildOnly: (name) => (fetchTools.test(name) ? 'used here to fetch and unpack the program' : undefined),
    ...(isStatic
      ? {}
      : {
          needsSystem: `which shared libraries ${first} loads cannot be seen, so it stays on the same system`,
        }),
    shipsSources: true,
    writesAnywhere: true,
    corrections: [],
    addedInstructions: [],
    optimisations: () => [],
    isBuildVariable: (name) => name === 'DEBIAN_FRONTEND',
    isSource: () => false,
    compiledIn: () => false,
    sourceFolders: [],
    warnings: [],
  };
}

/** A stage on a plain system, or on Go's, that starts such a program, and of which every command is understood. */
export function startsPrebuilt(stage: Stage, project: Project): boolean {
  // Go's images are Debian or Alpine with tools: what runs there loads nothing of Go's.
  if (stage.image?.role !== 'os' && stage.image?.language !== 'go') return false;
  const isUnclear = stage.steps.some(({ commands }) =>
    commands?.some(({ effects }) => effects.some(({ kind }) => kind === 'unknown' || kind === 'builds')),
  );
  if (isUnclear) return false;
  const { entrypoint, cmd } = stage.end;
  const start = entrypoint ?? cmd;
  if (!start?.instruction) return false;
  const word =
    start.form === 'exec'
      ? start.argv[0]
      : start.script?.commands.length === 1
        ? start.script.commands[0]?.words[0]?.literal
        : undefined;
  const inner = word === 'exec' ? start.script?.commands[0]?.words[1]?.literal : word;
  return inner !== undefined && locatePrebuilt(inner, stage, project) !== undefined;
}
