import type { Dockerfile } from '../dockerfile/ast';
import type { Span } from '../text/span';
import type { ExplainedStep } from './conversion';
import type { Plan } from './plan';

/** Says of every instruction what became of it and why, in the order of the result. */
export function explainPlan(plan: Plan, dockerfile: Dockerfile): ExplainedStep[] {
  const steps: ExplainedStep[] = [];
  const { stage, runtime } = plan;
  const runtimeStage = plan.shape === 'split' ? 'builder' : 'runtime';
  steps.push({
    action: plan.shape === 'replace' || plan.builder.renamed ? 'rewritten' : 'kept',
    stage: runtimeStage,
    subject: shorten(dockerfile.text, stage.from.span),
    reason:
      plan.shape === 'replace'
        ? `${runtime.image}: ${runtime.because}`
        : `the builder stage, named ${plan.builder.name}`,
    at: stage.from.span,
  });
  const rewritten = new Set(
    plan.runtimeLines.flatMap((line) =>
      line.kind === 'source' && line.text !== undefined ? [line.instruction] : [],
    ),
  );
  for (const { step, place, reason } of plan.placements) {
    const at = step.instruction.span;
    const changed = plan.corrections.find((edit) => edit.span.start >= at.start && edit.span.start < at.end);
    const subject = shorten(dockerfile.text, at);
    if (place === 'dropped') {
      steps.push({ action: 'dropped', stage: undefined, subject, reason, at });
      continue;
    }
    if (place !== 'runtime') {
      const why = changed?.reason ?? reason;
      steps.push({ action: changed ? 'rewritten' : 'kept', stage: 'builder', subject, reason: why, at });
    }
    if (place !== 'builder') {
      const action = rewritten.has(step.instruction)
        ? 'rewritten'
        : plan.shape === 'split'
          ? 'moved'
          : 'kept';
      steps.push({ action, stage: 'runtime', subject, reason, at });
    }
  }
  for (const { text, reason } of plan.added) {
    steps.push({ action: 'added', stage: 'builder', subject: firstLine(text), reason, at: undefined });
  }
  if (plan.shape === 'split') {
    const subject = `FROM ${runtime.image}`;
    steps.push({ action: 'added', stage: 'runtime', subject, reason: runtime.because, at: undefined });
  }
  for (const line of plan.runtimeLines) {
    if (line.kind !== 'new') continue;
    steps.push({
      action: 'added',
      stage: 'runtime',
      subject: firstLine(line.text),
      reason: line.reason,
      at: undefined,
    });
  }
  return steps;
}

function firstLine(text: string): string {
  const [first = '', ...rest] = text.split('\n');
  return rest.length > 0 ? `${first.replace(/\s*\\$/, '')} ...` : first;
}

function shorten(text: string, { start, end }: Span): string {
  const line = text.slice(start, end).replace(/\\?\r?\n\s*/g, ' ');
  return line.length > 90 ? `${line.slice(0, 87)}...` : line;
}
