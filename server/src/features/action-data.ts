/** Carried by a code action until the client asks for its edit. */
export interface ActionData {
  readonly uri: string;
  /** Id of the text that the action was offered for; project and settings may be others by now. */
  readonly text: string;
  readonly what: ActionSubject;
}

export type ActionSubject =
  | { readonly kind: 'fix'; readonly finding: FindingName; readonly title: string }
  | { readonly kind: 'conversion'; readonly optimise: boolean }
  | { readonly kind: 'suppress'; readonly finding: FindingName; readonly inFile: boolean }
  /** A command, or nothing: there is no edit to ask for. */
  | { readonly kind: 'no-edit' }
  | { readonly kind: 'fix-all' };

/** What tells a finding from all others of the same text, also when it is analysed anew. */
export interface FindingName {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
}

/** Checks what came back from the client: it may be anything. */
export function isActionData(data: unknown): data is ActionData {
  if (!isObject(data) || typeof data.uri !== 'string' || typeof data.text !== 'string') return false;
  const { what } = data;
  if (!isObject(what)) return false;
  switch (what.kind) {
    case 'fix':
      return isFindingName(what.finding) && typeof what.title === 'string';
    case 'conversion':
      return typeof what.optimise === 'boolean';
    case 'suppress':
      return isFindingName(what.finding) && typeof what.inFile === 'boolean';
    default:
      return what.kind === 'fix-all';
  }
}

function isFindingName(value: unknown): value is FindingName {
  return (
    isObject(value) &&
    typeof value.rule === 'string' &&
    typeof value.start === 'number' &&
    typeof value.end === 'number'
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
