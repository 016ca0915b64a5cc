import * as vscode from 'vscode';
import { openNew, waitFor } from './documents';
import { expectEqual, expectMatch } from './expect';

describe('snippets', () => {
  it('go-distroless inserts a builder and a distroless stage', async () => {
    const prefix = 'go-distroless';
    const editor = await openNew('Dockerfile.snippet', prefix);
    const snippet = await waitFor('the snippet among the completions', async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        editor.document.uri,
        new vscode.Position(0, prefix.length),
      );
      return list.items.find(
        (item) => labelOf(item) === prefix && item.kind === vscode.CompletionItemKind.Snippet,
      );
    });
    const typed = new vscode.Range(0, 0, 0, prefix.length);
    await editor.insertSnippet(snippet.insertText as vscode.SnippetString, typed);
    const text = editor.document.getText();
    expectEqual(text.match(/^FROM /gm)?.length, 2, 'number of stages');
    expectMatch(text, /^FROM golang:\S+ AS \S+$/m, 'the builder stage');
    expectMatch(text, /^FROM gcr\.io\/distroless\//m, 'the runtime stage');
    expectEqual(text.includes(prefix), false, 'the typed prefix is still there');
  });
});

function labelOf({ label }: vscode.CompletionItem): string {
  return typeof label === 'string' ? label : label.label;
}
