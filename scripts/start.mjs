/**
 * `npm start`: builds the extension and opens it on a sample project, in the desktop VS Code where its command line
 * is on PATH, else in a VS Code for the browser. JETTISON_EDITOR=browser asks for the latter.
 *
 * Only Node.js built-ins are imported here: the dependencies may not be installed yet.
 */
import { once } from 'node:events';
import { cp, mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { installedDesktopEditor } from './editor/desktop-editor.mjs';
import { editorTests, repository, temporaryFolder } from './editor/paths.mjs';
import { serveEditor } from './editor/serve.mjs';
import { ensureDependencies } from './ensure-dependencies.mjs';
import { run } from './processes.mjs';
import { ExplainedError, runScript, say } from './reporting.mjs';

await runScript(async () => {
  await ensureDependencies();
  say('Building...');
  await run(process.execPath, ['esbuild.mjs'], { cwd: repository });

  const desktop = process.env.JETTISON_EDITOR === 'browser' ? undefined : installedDesktopEditor();
  await (desktop === undefined ? openInBrowser() : openOnDesktop(desktop));
});

async function openOnDesktop(code) {
  // Not removed at the end: `code` returns at once, and the editor still has the project open.
  const { project, dockerfile } = await copySample(await mkdtemp(path.join(os.tmpdir(), 'jettison-sample-')));
  say(`Opening ${project} in VS Code`);
  await run(code, [`--extensionDevelopmentPath=${repository}`, '--new-window', project, dockerfile]);
}

async function openInBrowser() {
  const interrupted = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  const sample = await temporaryFolder('sample');
  const { project, dockerfile } = await copySample(sample.folder);
  const editor = await serveEditor({ extension: repository });
  try {
    say(`Open ${editor.pageUrl({ folder: project, openFile: dockerfile })}`);
    say('Ctrl+C ends it.');
    const gone = editor.closed.then(() => {
      throw new ExplainedError('the browser VS Code ended by itself');
    });
    await Promise.race([interrupted, gone]);
  } finally {
    await editor.stop();
    await sample.remove();
  }
}

/** A copy, so that what is tried out in the editor does not end up in the repository. */
async function copySample(folder) {
  const project = path.join(folder, 'guestbook');
  await cp(path.join(editorTests, 'sample'), project, { recursive: true });
  return { project, dockerfile: path.join(project, 'Dockerfile') };
}
