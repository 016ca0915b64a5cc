import { afterEach, describe, expect, it } from 'vitest';
import type { CodeAction, TextDocumentEdit } from 'vscode-languageserver';
import { applyWorkspaceEdit } from './support/apply';
import { fakeServerBundle } from './support/bundles';
import { at, modernEditor, plainEditor, startSession, type Session } from './support/server-process';

const uri = 'untitled:Dockerfile';
const convertKind = 'refactor.rewrite.jettison.convert';
const sessions: Session[] = [];

async function opened(
  text: string,
  capabilities: object = modernEditor,
  initializationOptions?: object,
): Promise<Session> {
  const session = await startSession(await fakeServerBundle(), { capabilities, initializationOptions });
  sessions.push(session);
  await session.open(uri, text);
  return session;
}

afterEach(async () => {
  await Promise.all(sessions.splice(0).map((each) => each.stop()));
});

const titles = (actions: readonly CodeAction[]): string[] => actions.map(({ title }) => title);

/** Without what every finding has besides its fixes. */
const fixesAmong = (actions: readonly CodeAction[]): CodeAction[] =>
  actions.filter(({ title }) => !/^Disable .* (here|in this file)$/.test(title));

const convertTitle = 'Convert to multi-stage with a distroless runtime';
const optimiseTitle = `${convertTitle}, and optimise`;

describe('quick fixes', () => {
  it('are offered where a finding is, with its diagnostic, and fetch their edit when picked', async () => {
    const text = 'FROM thin\nRUN OLD\n';
    const server = await opened(text);
    const [fix, ...others] = fixesAmong(await server.actions(uri, at(1, 5), { only: ['quickfix'] }));
    expect(others).toEqual([]);
    expect(fix).toMatchObject({ title: 'Write NEW', kind: 'quickfix', isPreferred: true });
    expect(fix?.diagnostics).toEqual(await server.diagnostics(uri));
    expect(fix?.edit).toBeUndefined();
    const { edit } = await server.resolve(fix as CodeAction);
    expect(applyWorkspaceEdit(uri, text, edit)).toBe('FROM thin\nRUN NEW\n');
  });

  it('are not offered on other lines', async () => {
    const server = await opened('FROM thin\nRUN OLD\n');
    expect(await server.actions(uri, at(0, 5), { only: ['quickfix'] })).toEqual([]);
  });

  it('that need a look are not preferred', async () => {
    const server = await opened('RUN DOUBT\n');
    const actions = await server.actions(uri, at(0, 4), { only: ['quickfix'] });
    expect(titles(fixesAmong(actions))).toEqual(['Write SURE', 'Fail']);
    expect(actions.every(({ isPreferred }) => isPreferred === undefined)).toBe(true);
  });

  it('come finished and plain for editors that cannot fetch the edit', async () => {
    const text = 'RUN OLD\n';
    const server = await opened(text, plainEditor);
    const [fix] = await server.actions(uri, at(0, 4), { only: ['quickfix'] });
    expect(fix).not.toHaveProperty('isPreferred');
    expect(fix?.edit).toEqual({ changes: { [uri]: [{ range: at(0, 4, 0, 7), newText: 'NEW' }] } });
  });

  it('that fail are left out alone', async () => {
    const server = await opened('RUN DOUBT\n', plainEditor);
    const actions = await server.actions(uri, at(0, 4), { only: ['quickfix'] });
    expect(titles(fixesAmong(actions))).toEqual(['Write SURE']);
    expect(server.logged.join()).toContain('a fault in a fix');
  });

  it('that fail when picked leave the action without an edit', async () => {
    const server = await opened('RUN DOUBT\n');
    const actions = await server.actions(uri, at(0, 4), { only: ['quickfix'] });
    expect((await server.resolve(actions[1] as CodeAction)).edit).toBeUndefined();
    expect(server.logged.join()).toContain('a fault in a fix');
  });

  it('of a version that is gone are refused', async () => {
    const server = await opened('RUN OLD\n');
    const [fix] = await server.actions(uri, at(0, 4), { only: ['quickfix'] });
    await server.change(uri, 2, [{ range: at(0, 0), text: '# a new line\n' }]);
    await expect(server.resolve(fix as CodeAction)).rejects.toMatchObject({ code: -32801 });
  });
});

describe('the conversion', () => {
  it('is offered anywhere in the file, plain and optimised', async () => {
    const text = 'FROM fat\nRUN a\n';
    const server = await opened(text);
    const actions = await server.actions(uri, at(1, 0), { only: ['refactor'] });
    expect(actions.map(({ title, kind }) => [title, kind])).toEqual([
      [convertTitle, convertKind],
      [optimiseTitle, convertKind],
    ]);
    const results = await Promise.all(actions.map((action) => server.resolve(action)));
    expect(results.map(({ edit }) => applyWorkspaceEdit(uri, text, edit))).toEqual([
      'FROM fat AS build\nRUN a\nFROM gcr.io/distroless/static\n',
      '# optimised\nFROM fat AS build\nRUN a\nFROM gcr.io/distroless/static\n',
    ]);
  });

  it('is also the quick fix of the findings that it answers, and of no other', async () => {
    const server = await opened('FROM fat\nRUN OLD\n');
    const [fix] = await server.actions(uri, at(0, 6), { only: ['quickfix'] });
    expect(fix).toMatchObject({ title: convertTitle, diagnostics: [{ code: 'fat-base' }] });
    const other = await server.actions(uri, at(1, 5), { only: ['quickfix'] });
    expect(titles(fixesAmong(other))).toEqual(['Write NEW']);
    const both = await server.actions(uri, at(0, 6, 1, 5), { only: ['quickfix'] });
    expect(titles(fixesAmong(both))).toEqual([convertTitle, optimiseTitle, 'Write NEW']);
  });

  it('says why beside each hunk, bound to the version, and asks no confirmation', async () => {
    const server = await opened('FROM fat\nRUN a\n');
    const [action] = await server.actions(uri, at(0, 0), { only: [convertKind] });
    const { edit } = await server.resolve(action as CodeAction);
    const [change] = edit?.documentChanges as TextDocumentEdit[];
    expect(change?.textDocument).toEqual({ uri, version: 1 });
    expect(change?.edits).toEqual([
      { range: at(0, 8), newText: ' AS build', annotationId: 'reason-1' },
      { range: at(2, 0), newText: 'FROM gcr.io/distroless/static\n', annotationId: 'reason-2' },
    ]);
    const reason =
      'Only this stage ships, so that nothing of the toolchain, of its shell and of its packages does.';
    expect(edit?.changeAnnotations).toEqual({
      'reason-1': { label: 'The stage is copied from by its name.' },
      'reason-2': {
        label: 'Only this stage ships, so that nothing of the toolchain, of its shell and of…',
        description: reason,
      },
    });
  });

  it('is bound to the version but not annotated where the editor does not show reasons', async () => {
    const workspace = { ...modernEditor.workspace, workspaceEdit: { documentChanges: true } };
    const server = await opened('FROM fat\n', { ...modernEditor, workspace });
    const [action] = await server.actions(uri, at(0, 0), { only: [convertKind] });
    const { edit } = await server.resolve(action as CodeAction);
    expect(edit).not.toHaveProperty('changeAnnotations');
    expect(edit?.documentChanges).toHaveLength(1);
    expect(JSON.stringify(edit)).not.toContain('annotationId');
  });

  it.each([
    ['refused', 'FROM fat\nRUN REFUSE\n', 'line 2: it says so'],
    ['not needed', 'FROM thin\n', 'no fat base'],
  ])('that is %s is shown disabled with the reason when asked for by kind', async (_case, text, reason) => {
    const server = await opened(text);
    for (const only of [['refactor'], ['refactor.rewrite'], [convertKind]]) {
      expect(await server.actions(uri, at(0, 0), { only })).toEqual([
        { title: convertTitle, kind: convertKind, disabled: { reason } },
      ]);
    }
  });

  it('that is refused is not in the way otherwise', async () => {
    const server = await opened('FROM fat\nRUN REFUSE\n');
    expect(fixesAmong(await server.actions(uri, at(0, 6)))).toEqual([]);
    expect(fixesAmong(await server.actions(uri, at(0, 6), { only: ['quickfix'] }))).toEqual([]);
    expect(await server.actions(uri, at(0, 6), { only: ['refactor'], triggerKind: 2 })).toEqual([]);
    expect(await server.actions(uri, at(0, 6), { only: ['refactor.extract'] })).toEqual([]);
  });

  it('that is refused is not shown to editors that cannot show disabled actions', async () => {
    const server = await opened('FROM fat\nRUN REFUSE\n', plainEditor);
    expect(await server.actions(uri, at(0, 6), { only: [convertKind] })).toEqual([]);
  });

  it('keeps Windows line endings', async () => {
    const text = 'FROM fat\r\nRUN a\r\n';
    const server = await opened(text);
    const [action] = await server.actions(uri, at(0, 0), { only: [convertKind] });
    const { edit } = await server.resolve(action as CodeAction);
    const after = 'FROM fat AS build\r\nRUN a\r\nFROM gcr.io/distroless/static\r\n';
    expect(applyWorkspaceEdit(uri, text, edit)).toBe(after);
  });
});

describe('silencing a rule', () => {
  it('is offered on every finding, below its fixes, with the diagnostics', async () => {
    const server = await opened('FROM thin\nRUN OLD\n');
    const actions = await server.actions(uri, at(1, 5), { only: ['quickfix'] });
    expect(titles(actions)).toEqual(['Write NEW', 'Disable old-word here', 'Disable old-word in this file']);
    const diagnostics = await server.diagnostics(uri);
    expect(actions.map((action) => action.diagnostics)).toEqual([diagnostics, diagnostics, diagnostics]);
    expect(actions.map(({ isPreferred }) => isPreferred)).toEqual([true, undefined, undefined]);
  });

  it.each([
    ['here', 'FROM thin\r\n\tRUN OLD\r\n', 'FROM thin\r\n\t# jettison ignore=old-word\r\n\tRUN OLD\r\n'],
    [
      'here, in the comment that is there',
      'FROM thin\n# jettison ignore=x why\nRUN OLD\n',
      'FROM thin\n# jettison ignore=x,old-word why\nRUN OLD\n',
    ],
    [
      'in this file',
      '# syntax=docker/dockerfile:1\nFROM thin\nRUN OLD\n',
      '# syntax=docker/dockerfile:1\n# jettison global ignore=old-word\nFROM thin\nRUN OLD\n',
    ],
  ])('%s writes a comment', async (where, text, after) => {
    for (const editor of [modernEditor, plainEditor]) {
      const server = await opened(text, editor);
      const line = text.split('\n').findIndex((each) => each.includes('OLD'));
      const actions = await server.actions(uri, at(line, 5), { only: ['quickfix'] });
      const title = `Disable old-word ${where.split(',')[0]}`;
      const action = actions.find((each) => each.title === title) as CodeAction;
      const { edit } = action.edit ? action : await server.resolve(action);
      expect(applyWorkspaceEdit(uri, text, edit)).toBe(after);
    }
  });

  it('is offered once for several findings of one rule', async () => {
    const server = await opened('FROM thin\nRUN OLD OLD\n');
    const actions = await server.actions(uri, at(1, 0, 1, 11), { only: ['quickfix'] });
    expect(titles(actions)).toEqual([
      'Write NEW',
      'Write NEW',
      'Disable old-word here',
      'Disable old-word in this file',
    ]);
    expect(actions[2]?.diagnostics).toHaveLength(2);
  });

  it('is offered for the file alone where a finding lies in no instruction', async () => {
    const server = await opened('FROM thin\n# OLD\n');
    const actions = await server.actions(uri, at(1, 3), { only: ['quickfix'] });
    expect(titles(actions)).toEqual(['Write NEW', 'Disable old-word in this file']);
  });

  it('is not offered where there is no finding', async () => {
    const server = await opened('FROM thin\nRUN OLD\n');
    expect(await server.actions(uri, at(0, 2))).toEqual([]);
  });
});

describe('the page of a rule', () => {
  it('is opened by a command, in editors that have it', async () => {
    const server = await opened('RUN OLD\n', modernEditor, { rulePages: true });
    const actions = await server.actions(uri, at(0, 5), { only: ['quickfix'] });
    const title = 'Open the page of old-word';
    expect(titles(actions).at(-1)).toBe(title);
    expect(actions.at(-1)).toMatchObject({
      command: { title, command: 'jettison.openRulePage', arguments: ['old-word'] },
    });
    expect(actions.at(-1)).not.toHaveProperty('data');
  });

  it.each([
    ['do not say that they have it', undefined],
    ['say something else', { rulePages: 'yes' }],
  ])('is not offered to editors that %s', async (_case, options) => {
    const server = await opened('RUN OLD\n', modernEditor, options);
    expect(titles(await server.actions(uri, at(0, 5))).join()).not.toContain('page');
  });
});

describe('fix all', () => {
  it('makes the safe fixes and no others', async () => {
    const text = 'FROM fat\nRUN OLD && DOUBT && OLD\n';
    const server = await opened(text);
    const [action, ...others] = await server.actions(uri, at(0, 0), { only: ['source.fixAll'] });
    expect(others).toEqual([]);
    expect(action?.kind).toBe('source.fixAll.jettison');
    const { edit } = await server.resolve(action as CodeAction);
    expect(applyWorkspaceEdit(uri, text, edit)).toBe('FROM fat\nRUN NEW && DOUBT && NEW\n');
  });

  it('goes on with what a fix brings to light, until nothing is left', async () => {
    const text = 'FROM thin\r\nRUN OLDER # é\r\nRUN OLD\r\n';
    const server = await opened(text);
    const [action] = await server.actions(uri, at(0, 0), { only: ['source.fixAll'] });
    const { edit } = await server.resolve(action as CodeAction);
    const after = 'FROM thin\r\nRUN NEW # é\r\nRUN NEW\r\n';
    expect(applyWorkspaceEdit(uri, text, edit)).toBe(after);
    await server.change(uri, 2, [{ text: after }]);
    expect(await server.actions(uri, at(0, 0), { only: ['source.fixAll'] })).toEqual([]);
  });

  it('is offered only when asked for, and only when there is something to fix', async () => {
    const server = await opened('RUN OLD\n');
    const kinds = (await server.actions(uri, at(0, 4))).map(({ kind }) => kind);
    expect(kinds).not.toContain('source.fixAll.jettison');
    await server.change(uri, 2, [{ text: 'RUN DOUBT\n' }]);
    expect(await server.actions(uri, at(0, 4), { only: ['source'] })).toEqual([]);
  });
});
