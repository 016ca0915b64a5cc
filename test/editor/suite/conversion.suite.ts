import * as vscode from 'vscode';
import { apply, codeActions, CONVERT, waitForAction } from './code-actions';
import { singleStage } from './dockerfiles';
import { open, openNew, readText, waitFor, waitForFinding, workspaceFile } from './documents';
import { expectEqual, expectMatch } from './expect';

const TOP = new vscode.Range(1, 0, 1, 0);

async function convert(editor: vscode.TextEditor): Promise<string> {
  await apply(await waitForAction('the conversion', editor, TOP, CONVERT));
  return editor.document.getText();
}

describe('the conversion', () => {
  it('makes two stages, the last one distroless', async () => {
    const after = await convert(await openNew('Dockerfile.convert', await singleStage()));
    expectEqual(after.match(/^FROM /gm)?.length, 2, 'number of stages');
    expectMatch(after, /^FROM golang:1\.26 AS /m, 'the builder stage');
    expectMatch(after, /^FROM gcr\.io\/distroless\//m, 'the runtime stage');
    expectMatch(after, /^# A greeter, built and run in one stage\.\n/, "the author's comment");
  });

  it('is also the quick fix of the finding, with the same result', async () => {
    const before = await singleStage();
    const expected = await convert(await openNew('Dockerfile.refactored', before));
    const editor = await openNew('Dockerfile.fixed', before);
    const finding = await waitForFinding(editor.document.uri, 'single-stage-build');
    await apply(await waitForAction('the quick fix', editor, finding.range, 'quickfix', converts));
    expectEqual(editor.document.getText(), expected, 'the text after the quick fix');
  });

  it('is undone in one step, byte for byte', async () => {
    const before = await singleStage();
    const editor = await openNew('Dockerfile.undone', before);
    await convert(editor);
    await vscode.commands.executeCommand('undo');
    await waitFor('the undo', () => editor.document.getText() === before || undefined);
    await editor.document.save();
    expectEqual(await readText(editor.document.uri), before, 'the saved file');
  });

  it('keeps Windows line endings', async () => {
    const before = (await singleStage()).replaceAll('\n', '\r\n');
    const editor = await openNew('Dockerfile.windows', before);
    const after = await convert(editor);
    expectEqual(editor.document.eol, vscode.EndOfLine.CRLF, 'the line ending of the document');
    expectEqual(after.replaceAll('\r\n', '').search(/[\r\n]/), -1, 'position of a lone line ending');
    await editor.document.save();
    expectEqual(await readText(editor.document.uri), after, 'the saved file');
  });

  it('is not on offer where a safe answer does not exist', async () => {
    const editor = await open(workspaceFile('refused/Dockerfile'));
    await waitFor('any finding', () => vscode.languages.getDiagnostics(editor.document.uri)[0]);
    const offered = await codeActions(editor, TOP, CONVERT);
    expectEqual(offered.map((action) => action.title).join(), '', 'conversions on offer');
  });
});

/** VS Code does not say in its answer which finding a quick fix belongs to; its title does. */
function converts({ title, edit }: vscode.CodeAction): boolean {
  return edit !== undefined && title.startsWith('Convert to multi-stage');
}
