import type { Dockerfile } from '../dockerfile/ast';
import type { BuildModel } from '../model/model';
import { originOf } from '../model/paths';
import type { Project } from '../project/project';
import { joinPath } from '../text/path';
import { secretAdvice } from './cautions';
import type { Reason } from './conversion';
import type { Plan } from './plan';

/** A finding as the analyser reports it; `rule` is its id. */
export interface VerifiedFinding {
  readonly rule: string;
  readonly message: string;
}

export interface VerifyInput {
  readonly plan: Plan;
  readonly before: BuildModel;
  readonly after: BuildModel;
  readonly project: Project;
  readonly findingsBefore: readonly VerifiedFinding[];
  readonly findingsAfter: readonly VerifiedFinding[];
  /** Planning the result again finds nothing to do. */
  readonly stable: boolean;
}

/** Checks a conversion before it is offered. The reasons say what is wrong with it; none means that it holds. */
export function verifyConversion(input: VerifyInput): Reason[] {
  const { after, before, plan } = input;
  const faults: string[] = [];
  const expected = before.stages.length + (plan.shape === 'split' ? 1 : 0);
  if (after.stages.length !== expected) faults.push('the result does not have the stages it should have');
  if (after.dockerfile.instructions.some(({ kind }) => kind === 'unknown'))
    faults.push('the result does not parse');
  faults.push(...newFindings(input), ...lostComments(before.dockerfile, after.dockerfile));
  faults.push(...missingPaths(after, input.project), ...lostConfiguration(before, after));
  if (!input.stable) faults.push('the result would be converted once more');
  return faults.map((message) => ({ message: `withheld: ${message}`, at: undefined }));
}

function newFindings({ findingsBefore, findingsAfter, plan }: VerifyInput): string[] {
  // A secret that a RUN makes shipped before, unseen; that it still does is said as a warning.
  const told = plan.warnings.filter(({ message }) => message.endsWith(secretAdvice)).length;
  const count = new Map<string, number>([['secret-ships', told]]);
  for (const { rule } of findingsBefore) count.set(rule, (count.get(rule) ?? 0) + 1);
  const fresh: string[] = [];
  for (const { rule, message } of findingsAfter) {
    const left = (count.get(rule) ?? 0) - 1;
    count.set(rule, left);
    if (left < 0) fresh.push(`the result has a new finding, ${rule}: ${message}`);
  }
  return fresh;
}

function lostComments(before: Dockerfile, after: Dockerfile): string[] {
  const left = after.comments.map((comment) => comment.content);
  const lost = before.comments.filter((comment) => {
    const index = left.indexOf(comment.content);
    if (index !== -1) left.splice(index, 1);
    return index === -1;
  });
  return lost.map((comment) => `the comment "${comment.content}" would be lost`);
}

function missingPaths(after: BuildModel, project: Project): string[] {
  const missing: string[] = [];
  for (const { copy } of after.finalStage?.steps ?? []) {
    if (copy?.from.kind !== 'stage') continue;
    for (const source of copy.sources) {
      if (!source.known) continue;
      // Paths in another stage count from its root.
      const path = joinPath('/', source.value).replace(/(.)\/$/, '$1');
      if (originOf(copy.from.stage, path, project).kind === 'absent') {
        missing.push(`${path} is not made in stage ${copy.from.stage.name ?? String(copy.from.stage.index)}`);
      }
    }
  }
  return missing;
}

/** Instructions that describe the image must all be found again in what ships. */
function lostConfiguration(before: BuildModel, after: BuildModel): string[] {
  const lost: string[] = [];
  for (const kind of ['label', 'expose', 'volume', 'stopsignal'] as const) {
    const values = (model: BuildModel) =>
      (model.finalStage?.steps ?? [])
        .filter(({ instruction }) => instruction.kind === kind)
        .map(({ instruction }) => instruction.body.text.trim());
    const now = values(after);
    for (const value of values(before)) {
      if (!now.includes(value)) lost.push(`${kind.toUpperCase()} ${value} would be lost`);
    }
  }
  const health = (model: BuildModel) =>
    model.finalStage?.steps.some(({ instruction }) => instruction.kind === 'healthcheck') ?? false;
  if (health(before) && !health(after)) lost.push('HEALTHCHECK would be lost');
  const workdir = (model: BuildModel) => model.finalStage?.end.workdir;
  const [was, is] = [workdir(before), workdir(after)];
  if (was?.known && (!is?.known || was.value.replace(/\/$/, '') !== is.value.replace(/\/$/, ''))) {
    lost.push(`the working directory would change from ${was.value}`);
  }
  return lost;
}
