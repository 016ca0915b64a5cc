import type { Ecosystem } from '../ecosystems/ecosystem';
import type { BuildModel } from '../model/model';
import type { Project } from '../project/project';
import { applyEdits, sortEdits } from '../text/edit';
import type { Conversion, ConvertOptions } from './conversion';
import { explainPlan } from './explain';
import { planConversion } from './planner';
import { renderPlan } from './render';
import { verifyConversion, type VerifiedFinding } from './verify';

export interface ConvertDependencies {
  readonly ecosystems: readonly Ecosystem[];
  /** Parses and interprets a text. */
  model(text: string): BuildModel;
  /** Findings of the rules that a user sees. */
  lint(model: BuildModel): readonly VerifiedFinding[];
}

/** Converts a Dockerfile: plan, render, explain, and verify the result before it is offered. */
export function convertDockerfile(
  text: string,
  project: Project,
  options: ConvertOptions,
  { ecosystems, model, lint }: ConvertDependencies,
): Conversion {
  const before = model(text);
  const plan = planConversion(before, project, ecosystems, options);
  if ('kind' in plan) {
    return plan.kind === 'refused'
      ? { status: 'refused', reasons: plan.reasons, steps: [] }
      : { status: 'nothing-to-do', reasons: plan.reasons };
  }
  const edits = sortEdits(renderPlan(plan, before));
  const dockerfile = applyEdits(text, edits);
  const steps = explainPlan(plan, before.dockerfile);
  const after = model(dockerfile);
  const again = planConversion(after, project, ecosystems, options);
  const faults = verifyConversion({
    plan,
    before,
    after,
    project,
    findingsBefore: lint(before),
    findingsAfter: lint(after),
    stable: 'kind' in again && again.kind === 'nothing-to-do',
  });
  if (faults.length > 0) return { status: 'refused', reasons: faults, steps };
  return {
    status: 'converted',
    runtime: plan.runtime.image,
    edits,
    dockerfile,
    reasons: plan.reasons,
    warnings: plan.warnings,
    steps,
  };
}
