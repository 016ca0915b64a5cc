import type { Program } from '../ecosystems/ecosystem';
import { appliesTo } from '../project/applies';
import type { ImageProbe } from '../project/project';
import type { Stage } from '../model/model';
import { parseShell } from '../shell/parse';
import { isShellBuiltin } from '../shell/quote';
import { mappedSlice } from '../text/mapped-text';
import type { Reason } from './conversion';
import { isArtefact, isInterpreter } from './healthcheck';
import { installedPackages } from './installed-packages';
import { shells } from './start-script';
import { isOfEveryBase, packageOf } from './system-programs';

/** What the probes of compose files find in the container today. */
export interface ProbeNeeds {
  /** Programs by name, each with why it has to stay. */
  readonly programs: ReadonlyMap<string, string>;
  readonly shell: Reason | undefined;
  /** A probe calls the interpreter by its name, which not every image has in PATH. */
  readonly interpreter: boolean;
}

/** A probe whose programs the image never had fails today as well: it asks for nothing. */
export function probeNeeds(probes: readonly ImageProbe[], program: Program, stage: Stage): ProbeNeeds {
  const programs = new Map<string, string>();
  let shell: Reason | undefined;
  let interpreter = false;
  for (const probe of probes) {
    const { argv, file } = probe;
    if (!appliesTo(probe, stage)) continue;
    const why = `${file} asks with it whether the container is healthy`;
    const names = namesIn(argv);
    if (!names.every((name) => isInterpreter(name, program) || isThere(name, program, stage))) continue;
    for (const name of names) {
      if (isInterpreter(name, program)) interpreter = true;
      else programs.set(name, why);
    }
    if (shells.test(argv[0] ?? ''))
      shell ??= { message: `${file} asks through a shell whether the container is healthy`, at: undefined };
  }
  return { programs, shell, interpreter };
}

function namesIn([name = '', flag, text]: readonly string[]): string[] {
  if (!shells.test(name) || flag !== '-c' || text === undefined) return [name];
  return parseShell(mappedSlice(text, 0, text.length))
    .commands.flatMap(({ words }) => words[0]?.literal ?? [])
    .filter((name) => !isShellBuiltin(name));
}

/** Installed, made, or of the base: slim images have neither curl nor wget, but Alpine's busybox is wget too. */
function isThere(name: string, program: Program, stage: Stage): boolean {
  const { image } = stage;
  if (isArtefact(name, program, stage) || installedPackages(stage).has(packageOf(name))) return true;
  if (!/^(curl|wget)$/.test(name)) return isOfEveryBase(name);
  if (image?.packageManager === 'apk') return name === 'wget';
  return image?.slim === false && image.shell !== null;
}
