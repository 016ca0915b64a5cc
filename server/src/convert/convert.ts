import type { Ecosystem } from '../ecosystems/ecosystem';
import type { BuildModel } from '../model/model';
import type { Project } from '../project/project';
import { applyEdits, sortEdits } from '../text/edit';
import type { Conversion, ConvertOptions } from './conversion';
import { explainPlan } from './explain';
import { shippingPart, type ShippingPart } from './for-developers';
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
  dependencies: ConvertDependencies,
): Conversion {
  const before = dependencies.model(text);
  const part = shippingPart(before, project);
  if (!part) return convertWhole(before, project, options, dependencies);
  return convertPart(text, part, project, options, dependencies);
}

/** Converts the stage that ships as if the file ended with it; the stages behind it, which do not ship, stay as they are. */
function convertPart(
  text: string,
  { stage, end }: ShippingPart,
  project: Project,
  options: ConvertOptions,
  dependencies: ConvertDependencies,
): Conversion {
  const found = convertWhole(dependencies.model(text.slice(0, end)), project, options, dependencies);
  if (found.status !== 'converted') return found;
  const name = stage.name ?? '';
  // The stages behind it may be built on those before it.
  const other = found.edits.find(({ span }) => span.start < stage.from.span.start);
  if (other) {
    const message = `to convert stage ${name}, a stage that others are built on would have to change`;
    return { status: 'refused', reasons: [{ message, at: stage.from.span }], steps: found.steps };
  }
  const dockerfile = found.dockerfile + text.slice(end);
  const names = dependencies.model(dockerfile).stages.flatMap((each) => each.name?.toLowerCase() ?? []);
  if (new Set(names).size < names.length) {
    const message = 'the builder of the stage that ships would get the name of a stage behind it';
    return { status: 'refused', reasons: [{ message, at: stage.from.span }], steps: found.steps };
  }
  const message = `stage ${name} is converted, which ships; the last stage is for developers and stays as it is`;
  return { ...found, dockerfile, warnings: [{ message, at: stage.from.span }, ...found.warnings] };
}

function convertWhole(
  before: BuildModel,
  project: Project,
  options: ConvertOptions,
  { ecosystems, model, lint }: ConvertDependencies,
): Conversion {
  const { text } = before.dockerfile;
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
