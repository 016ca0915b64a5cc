import type { Ecosystem } from './ecosystem';
import type { Stage } from '../model/model';
import type { Project } from '../project/project';
import { basename } from '../text/path';
import { analyseSite } from './static-site/program';
import { execWords, siteStart } from './static-site/start';

const wanted =
  /^(?:package\.json|angular\.json|serve\.json|\.env(?:\.[\w.-]+)?|(?:vite|vue|craco|svelte|astro|docusaurus)\.config\.\w+|\.?craco[\w.]*|config-overrides\.js)$/;

/** Web sites that a Node.js image builds and serves: in the image that ships, nginx serves them. */
export const staticSite: Ecosystem = {
  language: 'static-site',
  wantsFile: (path) => wanted.test(basename(path)) && !/(^|\/)node_modules\//.test(path),
  classify: () => undefined,
  concerns: startsSite,
  analyseProgram: analyseSite,
};

function startsSite(stage: Stage, project: Project): boolean {
  const { workdir } = stage.end;
  if (!workdir.known) return false;
  const argv = execWords(stage);
  const line = argv && { argv, environment: new Map<string, string>(), cwd: workdir.value };
  return siteStart(stage, project, line) !== undefined;
}
