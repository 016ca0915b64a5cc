import type { RuntimeImage } from '../images/image';
import type { Stage } from '../model/model';
import { appliesTo } from '../project/applies';
import type { Project } from '../project/project';
import type { Reason } from './conversion';
import type { FilePlan } from './files';

/** What a user should look at once: right as it is, and perhaps not what they want. */
export function cautions(
  files: FilePlan,
  stage: Stage,
  root: boolean,
  project: Project,
  runtime: RuntimeImage,
): Reason[] {
  return [
    ...otherLibc(stage, runtime),
    ...secretFiles(files),
    ...lowPorts(stage, root),
    ...overrides(stage, project, runtime),
    ...probes(stage, project, runtime),
  ];
}

/** Where the program has no machine code of its own it may leave Alpine; somebody may still have put some there. */
function otherLibc({ image, from }: Stage, { facts }: RuntimeImage): Reason[] {
  if (image?.libc !== 'musl' || facts.libc !== 'glibc' || facts.language === undefined) return [];
  const message =
    'the runtime image has glibc where Alpine has musl: nothing that is installed holds machine code';
  return [{ message, at: from.span }];
}

/** Said of each file that may hold secrets, and that ships as it did before. */
export const secretAdvice = 'mount it instead if it holds secrets';

/** A file of settings may hold secrets; it was in the image before, and a user should know that it still is. */
function secretFiles(files: FilePlan): Reason[] {
  return files.carried
    .filter(({ to }) => /(^|\/)\.env[^/]*$|\.(pem|key|p12|pfx)$/.test(to))
    .map(({ to }) => ({
      message: `${to} is copied, because the program reads it; ${secretAdvice}`,
      at: undefined,
    }));
}

/** Compose files and the like may start the image by a command of their own, which was written for a shell. */
function overrides(stage: Stage, project: Project, runtime: RuntimeImage): Reason[] {
  if (runtime.rung === 'slim') return [];
  const applying = project.overrides.filter((override) => appliesTo(override, stage));
  const files = new Set(applying.map(({ file }) => file));
  return [...files].map((file) => ({
    message: `${file} sets its own start command for this image: the runtime image has no shell to run it`,
    at: undefined,
  }));
}

/** What such checks call stays, with the slim image; the others are those that call what the image never had. */
function probes(stage: Stage, project: Project, { rung, facts }: RuntimeImage): Reason[] {
  const missing = project.probes.filter(
    (probe) => appliesTo(probe, stage) && rung !== 'slim' && !(rung === 'server' && facts.shell),
  );
  return [...new Set(missing.map(({ file }) => file))].map((file) => ({
    message: `${file} has a health check of its own for this image: look whether the runtime image has what it runs`,
    at: undefined,
  }));
}

function lowPorts(stage: Stage, root: boolean): Reason[] {
  if (root) return [];
  return stage.steps.flatMap(({ instruction }) => {
    if (instruction.kind !== 'expose') return [];
    return instruction.words
      .filter(({ value }) => Number.parseInt(value, 10) < 1024)
      .map(({ value, span }) => ({
        message: `port ${value}: Docker lets any user listen there since 20.10; other platforms may need a port above 1023`,
        at: span,
      }));
  });
}
