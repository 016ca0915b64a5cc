import type {
  AnnotatedTextEdit,
  ChangeAnnotation,
  TextEdit as LspEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ClientSupport } from '../host/client-support';
import { sortEdits, type TextEdit } from '../text/edit';

/** Longest label of a hunk, in UTF-16 units; the whole reason follows as its description. */
const labelLength = 80;

/**
 * The edits of one document in the richest form that the client takes: bound to the version they were computed for,
 * each hunk with its reason.
 * @throws OverlappingEdits when two edits touch the same characters.
 */
export function workspaceEdit(
  document: TextDocument,
  edits: readonly TextEdit[],
  support: ClientSupport,
): WorkspaceEdit {
  const sorted = sortEdits(edits);
  if (!support.versionedEdits) {
    return { changes: { [document.uri]: sorted.map((edit) => plainEdit(document, edit)) } };
  }
  const textDocument = { uri: document.uri, version: document.version };
  if (!support.annotatedEdits) {
    return { documentChanges: [{ textDocument, edits: sorted.map((edit) => plainEdit(document, edit)) }] };
  }
  const idOfReason = new Map<string, string>();
  const annotated = sorted.map((edit): LspEdit | AnnotatedTextEdit => {
    const { reason } = edit;
    if (reason === undefined) return plainEdit(document, edit);
    const annotationId = idOfReason.get(reason) ?? `reason-${idOfReason.size + 1}`;
    idOfReason.set(reason, annotationId);
    return { ...plainEdit(document, edit), annotationId };
  });
  const changeAnnotations: Record<string, ChangeAnnotation> = {};
  for (const [reason, id] of idOfReason) changeAnnotations[id] = annotation(reason);
  return { documentChanges: [{ textDocument, edits: annotated }], changeAnnotations };
}

function plainEdit(document: TextDocument, { span, newText }: TextEdit): LspEdit {
  return { range: { start: document.positionAt(span.start), end: document.positionAt(span.end) }, newText };
}

function annotation(reason: string): ChangeAnnotation {
  if (reason.length <= labelLength) return { label: reason };
  const cut = reason.lastIndexOf(' ', labelLength - 1);
  return { label: `${reason.slice(0, cut > 0 ? cut : labelLength - 1)}…`, description: reason };
}
