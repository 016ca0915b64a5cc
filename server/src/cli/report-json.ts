import type { Conversion, Reason } from '../convert/conversion';
import type { ReportedFinding, JettisonService } from '../service';
import type { LineIndex } from '../text/span';
import { type Range, type Span } from '../text/span';

/** A linted file and what was found in it. */
export interface LintedFile {
  readonly path: string;
  readonly lines: LineIndex;
  readonly findings: readonly ReportedFinding[];
}

/** Positions are zero-based, characters UTF-16 units, as in the Language Server Protocol. */
export function lintJson(files: readonly LintedFile[]): string {
  return json({
    files: files.map(({ path, lines, findings }) => ({
      path: path.replaceAll('\\', '/'),
      findings: findings.map(({ rule, severity, message, at, fixes = [] }) => ({
        rule: rule.id,
        severity,
        message,
        range: lines.rangeOf(at),
        fixes: fixes.map(({ title, safety }) => ({ title, safety })),
      })),
    })),
  });
}

/** Every key is there whatever the status; `runtime` and `dockerfile` are null unless converted. */
export function conversionJson(conversion: Conversion, lines: LineIndex): string {
  const converted = conversion.status === 'converted';
  const place = (at: Span | undefined): { range?: Range } =>
    at === undefined ? {} : { range: lines.rangeOf(at) };
  const reason = ({ message, at }: Reason): object => ({ message, ...place(at) });
  const steps = conversion.status === 'nothing-to-do' ? [] : conversion.steps;
  return json({
    status: conversion.status,
    runtime: converted ? conversion.runtime : null,
    dockerfile: converted ? conversion.dockerfile : null,
    reasons: conversion.reasons.map(reason),
    warnings: converted ? conversion.warnings.map(reason) : [],
    steps: steps.map(({ action, stage, subject, reason, at }) => ({
      action,
      stage: stage ?? null,
      subject,
      reason,
      ...place(at),
    })),
  });
}

export function rulesJson({ rules }: JettisonService): string {
  return json(
    rules.map(({ id, severity, serves, summary, fixable, answeredByConversion = false }) => ({
      id,
      severity,
      serves,
      summary,
      fixable,
      answeredByConversion,
    })),
  );
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
