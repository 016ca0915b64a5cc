import type { Stage, Step } from '../../model/model';
import type { Project } from '../../project/project';
import { basename, joinPath } from '../../text/path';
import { oncePer } from '../../text/remember';
import type { Span } from '../../text/span';

/** A stage and those that it is built on, the stage itself first: together they are its image. */
export const chainOf: (stage: Stage) => readonly Stage[] = oncePer((stage) => {
  const chain: Stage[] = [];
  for (let at: Stage | undefined = stage; at; at = at.base.kind === 'stage' ? at.base.stage : undefined) {
    chain.push(at);
  }
  return chain;
});

/** The stage of the chain whose FROM names an image. */
export function rootOf(stage: Stage): Stage {
  return chainOf(stage).at(-1) ?? stage;
}

/** Steps of the whole chain, in the order in which they run. */
export const shippedSteps: (stage: Stage) => readonly Step[] = oncePer((stage) => {
  const chain = chainOf(stage);
  return chain.length === 1 ? stage.steps : [...chain].reverse().flatMap(({ steps }) => steps);
});

/** The smallest token that names what a stage is built on: the word after FROM, or FROM while there is none. */
export function fromToken(stage: Stage): Span {
  return stage.from.image?.span ?? stage.from.keywordSpan;
}

/** True when FROM spells out the reference that the model found: then an edit of the word is an edit of the image. */
export function spellsOutImage(stage: Stage): boolean {
  return stage.base.kind === 'image' && stage.from.image?.raw === stage.base.reference.raw;
}

/**
 * True when the image is meant for people or machines that work inside it: then compilers, shells and root belong
 * there. Told by the name of the stage or of the file, or by that of the base image where the file starts nothing.
 */
export function isWorkplace(stage: Stage, project: Project): boolean {
  if (chainOf(stage).some(({ steps }) => steps.some(({ instruction }) => instruction.kind === 'onbuild')))
    return true;
  if (stage.name !== undefined && wordsOf(stage.name).some((word) => workplaceWords.has(word))) return true;
  if (extendsWorkplace(stage)) return true;
  const path = project.dockerfilePath ?? '';
  if (project.has(joinPath('/', `${path}/../devcontainer.json`).slice(1))) return true;
  if (/(^|\/)(dev|devel|develop|development|devcontainer)\//.test(path)) return true;
  if (/(^|\/)\.(devcontainer|circleci|github|gitlab|buildkite)\//.test(path)) return true;
  return wordsOf(basename(path)).some((word) => workplaceWords.has(word));
}

/**
 * `FROM corp/base-builder`, or a devcontainer, and no command to start: what is added serves those who work there. With a
 * start command the image is a program's, whatever it is built on.
 */
function extendsWorkplace(stage: Stage): boolean {
  const { base, steps } = rootOf(stage);
  if (base.kind !== 'image' || steps.length === 0) return false;
  if (stage.end.entrypoint?.instruction !== undefined || stage.end.cmd?.instruction !== undefined)
    return false;
  const { repository } = base.reference;
  return (
    /(^|\/)devcontainers\//.test(repository) ||
    wordsOf(basename(repository)).some((word) => workplaceWords.has(word))
  );
}

function wordsOf(name: string): readonly string[] {
  return name.toLowerCase().split(/[^a-z0-9]+/);
}

const workplaceWords = new Set([
  'build',
  'builder',
  'ci',
  'compile',
  'debug',
  'debugger',
  'dev',
  'devcontainer',
  'devel',
  'develop',
  'development',
  'e2e',
  'gitpod',
  'lint',
  'linter',
  'sdk',
  'test',
  'tester',
  'testing',
  'tests',
  'toolchain',
  'tools',
]);
