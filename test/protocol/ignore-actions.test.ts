import { describe, expect, it } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver';
import { ignoreActions } from '../../server/src/features/ignore-actions';
import { clientSupport } from '../../server/src/host/client-support';
import { projectFromFiles } from '../../server/src/project/memory';
import { createService } from '../../server/src/service';

const text = 'FROM node:24-slim\nCOPY . .\nCMD ["node", "server.js"]\n';
const files = { 'server.js': 'serve()', '.git/HEAD': 'x', 'node_modules/a/index.js': 'x' };

function offered(more: Record<string, string>, dockerfile = 'Dockerfile', resourceOperations = ['create']) {
  const service = createService({
    log(message) {
      throw new Error(message);
    },
  });
  const project = projectFromFiles({ ...files, ...more, [dockerfile]: text }, { dockerfilePath: dockerfile });
  const diagnostic: Diagnostic = {
    range: { start: { line: 1, character: 5 }, end: { line: 1, character: 6 } },
    message: '',
  };
  const shown = service.lint(text, project).map((finding) => ({ finding, diagnostic }));
  const support = clientSupport({
    processId: null,
    rootUri: null,
    capabilities: { workspace: { workspaceEdit: { documentChanges: true, resourceOperations } } },
  } as Parameters<typeof clientSupport>[0]);
  return ignoreActions(`file:///w/${dockerfile}`, shown, support).map(({ action: { title, edit } }) => ({
    title,
    edit,
  }));
}

describe('lines for .dockerignore', () => {
  it('create the file where there is none', () => {
    expect(offered({})).toEqual([
      {
        title: 'Create .dockerignore with .git, node_modules',
        edit: {
          documentChanges: [
            { kind: 'create', uri: 'file:///w/.dockerignore', options: { ignoreIfExists: true } },
            {
              textDocument: { uri: 'file:///w/.dockerignore', version: null },
              edits: [
                {
                  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
                  newText: '.git\nnode_modules\n',
                },
              ],
            },
          ],
        },
      },
    ]);
  });

  it('are not offered to editors that cannot create a file', () => {
    expect(offered({}, 'Dockerfile', [])).toEqual([]);
  });

  it('go to the end of the file that is there, with its line endings', () => {
    expect(offered({ '.dockerignore': '.git\r\n# own' })).toMatchObject([
      {
        title: 'Add node_modules to .dockerignore',
        edit: {
          documentChanges: [
            {
              textDocument: { uri: 'file:///w/.dockerignore' },
              edits: [{ range: { start: { line: 1, character: 5 } }, newText: '\r\nnode_modules\r\n' }],
            },
          ],
        },
      },
    ]);
  });

  it('go to the ignore file of the Dockerfile itself, which wins', () => {
    expect(offered({ 'Dockerfile.dockerignore': '.git\n' })).toMatchObject([
      {
        title: 'Add node_modules to Dockerfile.dockerignore',
        edit: { documentChanges: [{ textDocument: { uri: 'file:///w/Dockerfile.dockerignore' } }] },
      },
    ]);
  });

  it('go to the root of the context from a folder below it', () => {
    expect(offered({}, 'docker/Dockerfile')).toMatchObject([
      { edit: { documentChanges: [{ uri: 'file:///w/.dockerignore' }, {}] } },
    ]);
  });

  it('name secrets of the folder too', () => {
    expect(
      offered({ '.env': 'API_TOKEN=8f3k2jh4k2j3h4kj23h4', '.dockerignore': '.git\nnode_modules\n' }),
    ).toMatchObject([{ title: 'Add .env to .dockerignore' }]);
  });
});
