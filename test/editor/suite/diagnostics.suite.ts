import { singleStage, TWO_STAGES } from './dockerfiles';
import { open, openNew, replaceAll, waitForFinding, waitForNoFinding, workspaceFile } from './documents';
import { expectEqual } from './expect';

describe('diagnostics', () => {
  it('appear when a Dockerfile is opened', async () => {
    const { document } = await open(workspaceFile('Dockerfile'));
    const finding = await waitForFinding(document.uri, 'single-stage-build');
    expectEqual(document.lineAt(finding.range.start.line).text, 'FROM golang:1.26', 'the line it is on');
  });

  it('follow what the user types', async () => {
    const before = await singleStage();
    const editor = await openNew('Dockerfile.typing', before);
    await waitForFinding(editor.document.uri, 'single-stage-build');
    await replaceAll(editor, TWO_STAGES);
    await waitForNoFinding(editor.document.uri, 'single-stage-build');
    await replaceAll(editor, before);
    await waitForFinding(editor.document.uri, 'single-stage-build');
  });
});
