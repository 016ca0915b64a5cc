import * as vscode from 'vscode';
import { singleStage, TWO_STAGES } from './dockerfiles';
import { findings, openNew, replaceAll, waitForFinding, waitForNoFinding } from './documents';
import { expectEqual } from './expect';

describe('the command that restarts the server', () => {
  it('brings the diagnostics back, and they are live', async () => {
    const editor = await openNew('Dockerfile.restart', await singleStage());
    await waitForFinding(editor.document.uri, 'single-stage-build');
    const before = summary(editor.document.uri);
    await vscode.commands.executeCommand('jettison.restart');
    await waitForFinding(editor.document.uri, 'single-stage-build');
    expectEqual(summary(editor.document.uri), before, 'the findings after the restart');
    // Findings that the old server left behind would not react to this.
    await replaceAll(editor, TWO_STAGES);
    await waitForNoFinding(editor.document.uri, 'single-stage-build');
  });
});

/** Each finding once, in order: a server that runs twice would show here. */
function summary(uri: vscode.Uri): string {
  return findings(uri)
    .map(({ range, message }) => `${range.start.line}:${range.start.character} ${message}`)
    .join('\n');
}
