import type { Artefact, ProgramRequest } from '../ecosystem';
import type { RunCommand } from '../../model/model';
import { originOf, within } from '../../model/paths';
import { effectiveCommand } from '../../shell/effective-command';
import { known, unknown, type Fact } from '../../text/fact';
import { joinPath } from '../../text/path';
import type { TextEdit } from '../../text/edit';
import { artefactAt } from './places';
import { toolOf } from './tools';

interface ClassPathFiles {
  readonly artefacts: readonly Artefact[];
  readonly corrections: readonly TextEdit[];
}

/**
 * Folders and jars of a class path.
 * @param sourceFolders folders of the stage that hold code: of them only compiled classes ship.
 */
export function classPathArtefacts(
  request: ProgramRequest,
  classPath: string,
  sourceFolders: readonly string[],
): Fact<ClassPathFiles> {
  const { stage, project, workdir } = request;
  const artefacts = new Map<string, Artefact>();
  const corrections: TextEdit[] = [];
  for (const entry of new Set(classPath.split(':'))) {
    const path = joinPath(workdir, entry.replace(/(^|\/)\*$/, '') || '.').replace(/(.)\/$/, '$1');
    if (/[*?]/.test(path)) return unknown(`java does not expand ${entry} in a class path`);
    const holdsCode = sourceFolders.some((folder) => within(folder, path));
    const isJar = /\.(jar|zip)$/.test(path);
    if (!isJar && (holdsCode || path === '/')) {
      // Libraries lie in `.` by `*` alone: classes come by the folder.
      const classes = /(^|\/)\*$/.test(entry) ? known(undefined) : compiledClasses(request, path);
      if (!classes.known) return classes;
      if (!classes.value) continue;
      artefacts.set(path, classes.value.artefact);
      corrections.push(classes.value.correction);
      continue;
    }
    if (originOf(stage, path, project).kind === 'absent') continue;
    const reason = isJar ? 'the class path names it' : 'the class path names this folder';
    const artefact = artefactAt(request, path, reason, !isJar);
    if (!artefact.known) return artefact;
    if (artefact.value) artefacts.set(path, artefact.value);
  }
  return known({ artefacts: [...artefacts.values()], corrections });
}

/** `javac Main.java` puts classes among the sources: given a folder of their own, they can ship alone. */
function compiledClasses(
  { stage, project }: ProgramRequest,
  folder: string,
): Fact<{ artefact: Artefact; correction: TextEdit } | undefined> {
  const commands = stage.steps.flatMap((step) => (step.commands ?? []).map((command) => ({ command, step })));
  const compilers = commands.filter(
    ({ command }) => toolOf(effectiveCommand(command.command).name ?? '') === 'javac',
  );
  const here = compilers.filter(({ command }) => writesTo(command, folder));
  const [only] = here;
  if (!only || compilers.length > 1) {
    return unknown(`${folder} holds the sources, and which of its classes are needed is not known`);
  }
  const { command, step } = only;
  const { instruction } = step;
  const [word] = command.command.words;
  const isWritten =
    instruction.kind === 'run' && instruction.arguments.form === 'shell' && instruction.heredocs.length === 0;
  if (!isWritten || !word || toolOf(word.literal ?? '') !== 'javac' || command.command.runs !== 'always') {
    return unknown('javac puts the classes beside the sources, and where else is not to be changed here');
  }
  const name = ['classes', 'compiled', 'jettison-classes'].find((each) => {
    const origin = originOf(stage, joinPath(folder, each), project);
    return origin.kind !== 'context' || !project.has(origin.path);
  });
  const target = joinPath(folder, name ?? 'classes');
  // Before Java 9 javac does not make the folder itself.
  const newText = `mkdir -p ${target} && ${word.raw} -d ${target}`;
  const reason = 'the classes get a folder of their own, so that they ship without the sources';
  return known({
    artefact: { path: target, runtimePath: folder, folder: true, reason: 'the compiled classes' },
    correction: { span: word.span, newText, reason },
  });
}

function writesTo({ effects }: RunCommand, folder: string): boolean {
  return effects.some(
    (effect) =>
      effect.kind === 'writes' &&
      effect.from === 'compiler' &&
      effect.path.known &&
      effect.path.value === folder,
  );
}
