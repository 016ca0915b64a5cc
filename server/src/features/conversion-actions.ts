import type { CodeAction, Diagnostic } from 'vscode-languageserver';
import type { Conversion, Reason } from '../convert/conversion';
import { actionKinds, type ClientSupport } from '../host/client-support';
import type { ActionSubject } from './action-data';
import type { Analysis } from './analyses';

/** A code action without its edit, and what it is about. */
export interface OfferedAction {
  readonly action: CodeAction;
  readonly what: ActionSubject;
}

/** The conversion as the quick fix of the findings that it answers. Nothing where it is refused. */
export function conversionQuickFixes(analysis: Analysis, answered: Diagnostic[]): OfferedAction[] {
  return offers(analysis).map(({ title, what }) => ({
    action: { title, kind: actionKinds.quickFix, diagnostics: answered },
    what,
  }));
}

/**
 * The conversion as a refactoring of the file.
 * @param withReason where it is refused, an action that cannot be run and says why.
 */
export function conversionRefactorings(
  analysis: Analysis,
  support: ClientSupport,
  withReason: boolean,
): OfferedAction[] {
  const offered = offers(analysis);
  if (offered.length > 0) {
    return offered.map(({ title, what }) => ({ action: { title, kind: actionKinds.convert }, what }));
  }
  const conversion = analysis.conversion(false);
  if (!withReason || !support.disabledActions || conversion.status === 'converted') return [];
  const disabled = { reason: whyNot(analysis, conversion) };
  const action = { title: titleOf(undefined, false), kind: actionKinds.convert, disabled };
  return [{ action, what: { kind: 'conversion', optimise: false } }];
}

function offers(analysis: Analysis): { title: string; what: ActionSubject }[] {
  const plain = analysis.conversion(false);
  if (plain.status !== 'converted') return [];
  const found = [offer(plain.runtime, false)];
  const optimised = analysis.conversion(true);
  if (optimised.status === 'converted' && optimised.dockerfile !== plain.dockerfile) {
    found.push(offer(optimised.runtime, true));
  }
  return found;
}

function offer(runtime: string, optimise: boolean): { title: string; what: ActionSubject } {
  return { title: titleOf(runtime, optimise), what: { kind: 'conversion', optimise } };
}

/** @param runtime reference of the runtime image; undefined when there is none. */
function titleOf(runtime: string | undefined, optimise: boolean): string {
  const what = runtime === undefined || runtime.includes('/distroless/') ? 'a distroless' : `the ${runtime}`;
  const title = `Convert to multi-stage with ${what} runtime`;
  return optimise ? `${title}, and optimise` : title;
}

function whyNot(
  { document }: Analysis,
  { status, reasons }: Exclude<Conversion, { status: 'converted' }>,
): string {
  const [first] = reasons;
  if (first === undefined) return status === 'refused' ? 'no safe conversion is known' : 'nothing to do';
  const sentence = ({ message, at }: Reason): string =>
    at === undefined ? message : `line ${document.positionAt(at.start).line + 1}: ${message}`;
  const more = reasons.length > 1 ? ` (and ${reasons.length - 1} more)` : '';
  return sentence(first) + more;
}
