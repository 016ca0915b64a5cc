/** Carried by a code action until the client asks for its edit. */
export interface ActionData {
  readonly uri: string;
  /** Id of the analysis that the action belongs to. */
  readonly analysis: string;
  readonly what: ActionSubject;
}

export type ActionSubject =
  | { readonly kind: 'fix'; readonly finding: number; readonly fix: number }
  | { readonly kind: 'conversion'; readonly optimise: boolean }
  | { readonly kind: 'suppress'; readonly finding: number; readonly inFile: boolean }
  /** A command, or nothing: there is no edit to ask for. */
  | { readonly kind: 'no-edit' }
  | { readonly kind: 'fix-all' };

/** Checks what came back from the client: it may be anything. */
export function isActionData(data: unknown): data is ActionData {
  if (!isObject(data) || typeof data.uri !== 'string' || typeof data.analysis !== 'string') return false;
  const { what } = data;
  if (!isObject(what)) return false;
  switch (what.kind) {
    case 'fix':
      return typeof what.finding === 'number' && typeof what.fix === 'number';
    case 'conversion':
      return typeof what.optimise === 'boolean';
    case 'suppress':
      return typeof what.finding === 'number' && typeof what.inFile === 'boolean';
    default:
      return what.kind === 'fix-all';
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
