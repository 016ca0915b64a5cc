import * as vscode from 'vscode';
import { CONVERT, waitForAction } from './code-actions';
import { singleStage } from './dockerfiles';
import { openNew, workspaceFile } from './documents';

describe('the settings of the user', () => {
  const set = (value: string | undefined): Thenable<void> =>
    vscode.workspace
      .getConfiguration('jettison', workspaceFile('configured'))
      .update('runtime', value, vscode.ConfigurationTarget.Workspace);

  it('win over the configuration of the project, also where they are the default', async () => {
    const configuration = workspaceFile('configured/.jettison.json');
    await vscode.workspace.fs.writeFile(configuration, new TextEncoder().encode('{ "runtime": "slim" }'));
    const editor = await openNew('configured/Dockerfile', await singleStage());
    const whole = new vscode.Range(0, 0, 0, 0);
    const converts =
      (distroless: boolean) =>
      ({ title }: vscode.CodeAction): boolean =>
        title.includes('distroless') === distroless;
    await waitForAction('what the project says', editor, whole, CONVERT, converts(false));
    try {
      await set('auto');
      await waitForAction('what the user says', editor, whole, CONVERT, converts(true));
    } finally {
      await set(undefined);
    }
    await waitForAction('what the project says again', editor, whole, CONVERT, converts(false));
  });
});
