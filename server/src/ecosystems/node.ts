import type { Ecosystem } from './ecosystem';
import type { Stage } from '../model/model';
import { basename } from '../text/path';
import { builds } from './built';
import { analyseBunProgram } from './node/bun-program';
import { classifyNode } from './node/classify';
import { analyseDenoProgram } from './node/deno-program';
import { installsOf } from './node/installs';
import { callsNode } from './node/interpreter';
import { analyseNodeProgram } from './node/program';

const manifests =
  /^(?:package(?:-lock)?\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lock|\.npmrc|\.yarnrc(?:\.yml)?|tsconfig\.json|nest-cli\.json|deno\.jsonc?)$/;
const sources = /\.(?:[cm]?[jt]sx?|vue|svelte|sh|bash)$|^(?:docker-)?entrypoint[^.]*$|^(?:start|run)$/;

export const node: Ecosystem = {
  language: 'node',
  wantsFile: (path) =>
    (manifests.test(basename(path)) || sources.test(basename(path))) &&
    !/(^|\/)(node_modules|\.git|\.yarn|\.next|\.nuxt)\/|\.min\.js$|\.d\.[cm]?ts$/.test(path),
  classify: classifyNode,
  concerns: (stage) => {
    const starts = (stage.end.cmd?.instruction ?? stage.end.entrypoint?.instruction) !== undefined;
    const { language, role } = stage.image ?? {};
    if (language === 'bun' || language === 'deno') return role === 'toolchain';
    if (language === 'node') return role === 'toolchain' && (starts || makes(stage));
    const { entrypoint, cmd } = stage.end;
    const isCalled = [entrypoint, cmd].some((start) => start?.instruction && callsNode(start.argv));
    return isCalled && stage.image?.role === 'os';
  },
  analyseProgram: (request) =>
    analyseBunProgram(request) ?? analyseDenoProgram(request) ?? analyseNodeProgram(request),
};

/** Installs packages for a program, or builds it; a tool for everybody in the image is no program. */
function makes(stage: Stage): boolean {
  return builds(stage, 'node') || installsOf(stage).length > 0;
}
