import * as vscode from 'vscode';
import { apply, waitForAction } from './code-actions';
import { singleStage } from './dockerfiles';
import { openNew, waitFor, waitForFinding } from './documents';
import { expectEqual } from './expect';

const RULE = 'single-stage-build';

describe('silencing a rule', () => {
  it('writes a comment, after which the finding is gone', async () => {
    const before = await singleStage();
    const editor = await openNew('Dockerfile.silenced', before);
    const finding = await waitForFinding(editor.document.uri, RULE);
    const title = `Disable ${RULE} in this file`;
    await apply(
      await waitForAction(
        'the quick fix',
        editor,
        finding.range,
        'quickfix',
        (action) => action.title === title,
      ),
    );
    expectEqual(editor.document.getText(), `# jettison global ignore=${RULE}\n${before}`, 'the text');
    await waitFor('the finding to go', () => {
      const codes = vscode.languages.getDiagnostics(editor.document.uri).map(({ code }) => code);
      return codes.includes(RULE) ? undefined : true;
    });
  });
});

describe('the page of a rule', () => {
  it('opens without a network', async () => {
    const editor = await openNew('Dockerfile.page', await singleStage());
    const finding = await waitForFinding(editor.document.uri, RULE);
    const title = `Open the page of ${RULE}`;
    await apply(
      await waitForAction(
        'the action',
        editor,
        finding.range,
        'quickfix',
        (action) => action.title === title,
      ),
    );
    await waitFor('a tab with the page', () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .find(({ label }) => label.includes(`${RULE}.md`)),
    );
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});
